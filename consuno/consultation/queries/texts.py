"""Proposals as they are listed, and their texts as they are read and compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from consuno.agenda.models import Commitment
from consuno.consultation import policies
from consuno.consultation.models import Clause, Coverage, Proposal, Version
from consuno.consultation.texts import Line, redline
from consuno.directory.standing import secretariat_of


def proposals(reader: Any, words: str = "") -> QuerySet[Proposal]:
    """Those this person may read, each with its last version that circulated (`circulated`; None: none
    did, and only who writes it sees it). One query.
    """
    found = Proposal.objects.select_related("proposer", "commitment", "instrument")
    if secretariat_of(reader) is None:
        mine = Q(proposer__in=policies.writing_bodies(reader))
        found = found.filter(mine | Exists(_fixed()))
    if words:
        found = found.filter(Q(title__es__icontains=words) | Q(title__en__icontains=words))
    last = Max("versions__number", filter=~Q(versions__frozen_at=None))
    return found.annotate(circulated=last).order_by("-at", "-pk")


def _fixed() -> QuerySet[Version]:
    return Version.objects.filter(proposal=OuterRef("pk")).exclude(frozen_at=None)


def versions(proposal: Proposal) -> QuerySet[Version]:
    """Its versions, the newest first, with how many clauses each has. One query."""
    return proposal.versions.annotate(many=Count("clauses")).order_by("-number")


@dataclass(frozen=True, slots=True)
class Row:
    """A clause as it is read: its place (from 1), and how far each language can be relied on."""

    place: int
    clause: Clause
    es: str
    en: str
    #: How many standing observations it has.
    count: int = 0
    #: In each language as it is read, brackets and all, and what is to be known of its translation.
    said_es: str = ""
    said_en: str = ""
    note_es: str = ""
    note_en: str = ""


def _said(clause: Clause, text: str) -> str:
    return f"[{text}]" if clause.bracketed and text else text


def rows(version: Version, counts: Mapping[int, int] | None = None) -> list[Row]:
    """The text. One query."""
    authentic = version.proposal.authentic
    many = counts or {}
    notes = {"missing": _("falta la traducción"), "stale": _("traducción por revisar")}
    found = []
    for place, each in enumerate(version.clauses.all(), 1):
        es, en = each.state("es", authentic), each.state("en", authentic)
        found.append(
            Row(
                place, each, es, en, many.get(each.uid, 0), _said(each, each.es),
                _said(each, each.en), notes.get(es, ""), notes.get(en, ""),
            )
        )  # fmt: skip
    return found


@dataclass(frozen=True, slots=True)
class Compared:
    """A line of the redline with the place of its clause in the newer version; 0: it is gone."""

    place: int
    line: Line


Texts = list[tuple[int, str]]


def pairs(old: Version, new: Version, language: str) -> tuple[Texts, Texts]:
    """Number and text of every clause of two versions, in order. Two queries."""
    return (
        [(each.uid, each.shown(language)) for each in old.clauses.all()],
        [(each.uid, each.shown(language)) for each in new.clauses.all()],
    )


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file that came, went or is another one (by its SHA-256)."""

    name: str
    kind: str


def file_changes(old: Version, new: Version) -> list[FileChange]:
    """What changed of the files that go with the text, by their names. Two queries."""
    before = dict(old.artefacts.values_list("file_name", "sha256"))
    after = dict(new.artefacts.values_list("file_name", "sha256"))
    found = []
    for name in sorted(before.keys() | after.keys()):
        if name not in before:
            found.append(FileChange(name, "new"))
        elif name not in after:
            found.append(FileChange(name, "gone"))
        elif before[name] != after[name]:
            found.append(FileChange(name, "changed"))
    return found


def overlapping(proposal: Proposal, reader: Any) -> list[Proposal]:
    """Other texts that go on about the same: from the same commitment or instrument, or of the same
    topics; those that this person may read. One query.
    """
    topics = Coverage.objects.filter(proposal=proposal).values("topic")
    same = Q(coverage__topic__in=topics)
    if proposal.commitment_id:
        same |= Q(commitment=proposal.commitment_id)
    if proposal.instrument_id:
        same |= Q(instrument=proposal.instrument_id)
    adopted = Version.objects.exclude(adoption=None).values("proposal")
    found = proposals(reader).filter(same, withdrawn_on=None).exclude(pk__in=adopted)
    return list(found.exclude(pk=proposal.pk).distinct()[:10])


def headings(version: Version) -> frozenset[int]:
    """Which clauses are titles."""
    return frozenset(version.clauses.filter(heading=True).values_list("uid", flat=True))


def changes(old: Version, new: Version, language: str) -> list[Compared]:
    """What changed from one version to another in a language. Two queries."""
    before, after = pairs(old, new, language)
    place = {uid: at for at, (uid, _text) in enumerate(after, 1)}
    return [Compared(place.get(line.uid, 0), line) for line in redline(before, after)]


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic of the minutes with the places of the clauses that deal with it."""

    topic: Commitment
    places: list[int]


def topics(proposal: Proposal) -> Sequence[Commitment]:
    """The topics approved in the minutes it comes from: their priorities. One query."""
    if proposal.commitment_id is None:
        return []
    meeting = proposal.commitment.meeting_id if proposal.commitment else None
    kind = Commitment.Kind.PRIORITY
    return list(
        Commitment.objects.filter(meeting=meeting, kind=kind)
        .select_related("meeting")
        .order_by("order", "pk")
    )


def coverage(version: Version) -> list[Topic]:
    """Which clause of a version deals with each topic; none: an empty list. Three queries."""
    place = {uid: at for at, uid in enumerate(version.clauses.values_list("uid", flat=True), 1)}
    covered: dict[int, list[int]] = {}
    found = Coverage.objects.filter(proposal=version.proposal)
    for topic, uid in found.values_list("topic", "uid"):
        if uid in place:
            covered.setdefault(topic, []).append(place[uid])
    return [Topic(each, sorted(covered.get(each.pk, []))) for each in topics(version.proposal)]
