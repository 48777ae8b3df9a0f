"""Review what was found in minutes: each Secretariat by itself; both make it the agenda."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from consuno.agenda import notices, policies
from consuno.agenda.actions.commitment import PartyDraft, add_commitment
from consuno.agenda.actions.drafts import populations_in
from consuno.agenda.actions.minutes import take_charge
from consuno.agenda.actions.versions import keep_version
from consuno.agenda.commitment_fields import CARRIED, EDITABLE
from consuno.agenda.models import (
    Candidate,
    Challenge,
    Commitment,
    Minutes,
    Party,
    Population,
    Verdict,
)
from consuno.core import audit
from consuno.core.bilingual import Bilingual
from consuno.core.models import User
from consuno.core.policy import ConflictError
from consuno.directory.models import Body, Role
from consuno.directory.queries import Gazetteer, acting_for
from consuno.directory.standing import SECRETARIATS, secretariat_of


def locked(candidate: Candidate, revision: int, *, ignore: bool = False) -> Candidate:
    """Return the candidate as it is now, held; raises ConflictError when it moved on."""
    # Only this row is held: PostgreSQL cannot lock the empty side of an outer join.
    fresh = (
        Candidate.objects.select_for_update(of=("self",))
        .select_related("minutes__meeting")
        .defer("minutes__content", "minutes__text")
        .get(pk=candidate.pk)
    )
    if fresh.revision != revision and not ignore:
        raise ConflictError(_("Alguien cambió este elemento mientras usted lo leía."))
    return fresh


def _say(
    candidate: Candidate, word: Verdict.Word, by: User, reason: str = ""
) -> tuple[Body, Verdict]:
    body = policies.may_work_as_secretariat(by)
    take_charge(minutes=candidate.minutes, body=body, by=by)
    verdict, _made = Verdict.objects.update_or_create(
        candidate=candidate,
        body=body,
        defaults={"word": word, "reason": reason, "revision": candidate.revision, "by": by},
    )
    audit.record(
        f"candidate_{word}", candidate, by=by, on_behalf_of=body, revision=candidate.revision
    )
    return body, verdict


def _said(candidate: Candidate, word: Verdict.Word, by: User, reason: str = "") -> bool:
    """Whether this Secretariat already says just that of this revision: a button pressed twice."""
    return candidate.verdicts.filter(
        body=secretariat_of(by), word=word, reason=reason, revision=candidate.revision
    ).exists()


@transaction.atomic
def accept(*, candidate: Candidate, revision: int, by: User) -> bool:
    """One Secretariat accepts this revision; returns whether both now have.

    Raises Denied, or ConflictError when the revision read is no longer the one there is.
    """
    candidate = locked(candidate, revision)
    policies.may_work_as_secretariat(by)
    if _said(candidate, Verdict.Word.ACCEPTED, by):
        return candidate.confirmed
    policies.may_accept(by, candidate)
    _say(candidate, Verdict.Word.ACCEPTED, by)
    if _both_accept(candidate):
        confirm(candidate=candidate, by=by)
        return True
    return False


@transaction.atomic
def reject(*, candidate: Candidate, revision: int, reason: str, by: User) -> None:
    """One Secretariat rejects this revision, saying why. Raises Denied or ConflictError."""
    candidate = locked(candidate, revision)
    policies.may_review(by, candidate)
    policies.must_give_reason(reason)
    reason = reason.strip()[:500]
    if not _said(candidate, Verdict.Word.REJECTED, by, reason):
        body, _verdict = _say(candidate, Verdict.Word.REJECTED, by, reason)
        _tell_the_other(candidate, body)


def _tell_the_other(candidate: Candidate, body: Body) -> None:
    """Tell the Secretariat that had accepted what this one rejects."""
    accepted = candidate.verdicts.filter(
        word=Verdict.Word.ACCEPTED, revision=candidate.revision
    ).exclude(body=body)
    officers = acting_for([each.body.code for each in accepted], [Role.OFFICER])
    notices.rejected.tell(officers, about=candidate, body=body.code)


@transaction.atomic
def reconsider(*, candidate: Candidate, by: User) -> None:
    """Take one's own verdict back while the other has not made it the agenda."""
    candidate = locked(candidate, candidate.revision, ignore=True)
    policies.may_review(by, candidate)
    body = secretariat_of(by)
    gone, _rows = Verdict.objects.filter(candidate=candidate, body=body).delete()
    if gone:
        audit.record("candidate_reconsidered", candidate, by=by, on_behalf_of=body)


@transaction.atomic
def edit(*, candidate: Candidate, revision: int, by: User, **changes: Any) -> Candidate:
    """Change the wording or what was read; earlier verdicts then stand on an earlier revision.

    Raises Denied or ConflictError. A change that changes nothing makes no revision.
    """
    candidate = locked(candidate, revision)
    policies.may_review(by, candidate)
    before = {name: getattr(candidate, name) for name in EDITABLE}
    changed = {name: value for name, value in changes.items() if before[name] != value}
    if not changed:
        return candidate
    keep_version(candidate=candidate, by=by)
    for name, value in changed.items():
        setattr(candidate, name, value)
    if {"due_on", "deadline_kind"} & set(changed) and "deadline_edtf" not in changes:
        candidate.deadline_edtf = candidate.due_on.isoformat() if candidate.due_on else ""
    candidate.revision += 1
    candidate.save()
    body = secretariat_of(by)
    audit.record(
        "candidate_edited", candidate, by=by, on_behalf_of=body,
        changed=sorted(changed), revision=candidate.revision,
    )  # fmt: skip
    return candidate


@transaction.atomic
def add_candidate(*, minutes: Minutes, first: int, last: int, kind: str, by: User) -> Candidate:
    """Make a candidate of lines that the reader passed over.

    `first` and `last` count from 1 and are part of it. Raises Denied, or ValueError when the
    lines hold no text.
    """
    minutes = Minutes.objects.select_for_update(of=("self",)).get(pk=minutes.pk)
    policies.may_add_candidate(by, minutes)
    spans = line_spans(minutes.text, range(first, last + 1))
    quote = " ".join(minutes.text[start:end] for start, end in spans)
    if not quote:
        raise ValueError(_("Esas líneas no tienen texto."))
    twice = minutes.candidates.filter(rule="", kind=kind, spans=spans).first()
    if twice:
        return twice
    top = minutes.candidates.aggregate(top=Max("number"))["top"] or 0
    made = Candidate(
        minutes=minutes, number=top + 1, ref=f"M{top + 1}", kind=kind, statement=quote, quote=quote,
        lines=list(range(first, last + 1)), spans=spans,
    )  # fmt: skip
    made.populations = populations_in(made, list(Population.objects.all()))
    made.save()
    body = secretariat_of(by)
    audit.record("candidate_added", made, by=by, on_behalf_of=body)
    return made


def line_spans(text: str, numbers: Iterable[int]) -> list[list[int]]:
    """Ranges of the words in these lines (from 1), without the space around them."""
    wanted, spans, start = set(numbers), [], 0
    for number, line in enumerate(text.split("\n"), start=1):
        if number in wanted and line.strip():
            left = start + len(line) - len(line.lstrip())
            spans.append([left, left + len(line.strip())])
        start += len(line) + 1
    return spans


def _both_accept(candidate: Candidate) -> bool:
    accepted = candidate.verdicts.filter(
        word=Verdict.Word.ACCEPTED, revision=candidate.revision, body__code__in=SECRETARIATS
    )
    return accepted.count() == len(SECRETARIATS)


def confirm(*, candidate: Candidate, by: User) -> None:
    """Put on the agenda what both Secretariats accepted."""
    minutes = candidate.minutes
    wording = Bilingual(**{minutes.meeting.language: candidate.statement})
    if candidate.kind == Candidate.Kind.CHALLENGE:
        candidate.challenge = Challenge.objects.create(
            meeting=minutes.meeting, ref=candidate.ref, text=wording, theme=candidate.theme,
            lines=candidate.lines, order=candidate.number,
        )  # fmt: skip
    else:
        candidate.commitment = _commitment(candidate, wording, by)
    candidate.save(update_fields=["commitment", "challenge"])


def _commitment(candidate: Candidate, wording: Bilingual, by: User) -> Commitment:
    meeting = candidate.minutes.meeting
    there = {item.ref: item for item in Commitment.objects.filter(meeting=meeting)}
    made = add_commitment(
        meeting=meeting, by=by, gazetteer=Gazetteer(), parties=_parties(candidate),
        populations=Population.objects.filter(pk__in=candidate.populations),
        ref=candidate.ref, statement=wording, order=candidate.number,
        parent=there.get(candidate.parent_ref),
        condition=Bilingual(**{meeting.language: candidate.condition}),
        **{name: getattr(candidate, name) for name in CARRIED},
    )  # fmt: skip
    _tie(candidate, made, there)
    for party in made.parties.filter(role=Party.Role.RESPONSIBLE, body__isnull=False):
        code = party.body.code if party.body else ""
        notices.owes.tell(acting_for([code]), about=meeting, body=code)
    return made


def _tie(candidate: Candidate, made: Commitment, there: dict[str, Commitment]) -> None:
    """Tie it to what was confirmed before it, in whichever order that happened."""
    made.depends_on.set(there[ref] for ref in candidate.depends_on if ref in there)
    others = Candidate.objects.filter(minutes=candidate.minutes, commitment__isnull=False)
    for other in others.select_related("commitment"):
        if other.parent_ref == candidate.ref and other.commitment:
            other.commitment.parent = made
            other.commitment.save(update_fields=["parent"])
        if candidate.ref in other.depends_on and other.commitment:
            other.commitment.depends_on.add(made)


def _parties(candidate: Candidate) -> list[PartyDraft]:
    return [
        PartyDraft(Party.Role(row["role"]), row["body"], row["name"], row["basis"])
        for row in candidate.parties
    ]
