"""How a text is told of on the agenda of a meeting, and what came back from there."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.utils.translation import gettext as _

from consuno.consultation.models import Proposal
from consuno.consultation.queries import positions
from consuno.directory.standing import secretariat_of
from consuno.meetings.models import Elevation
from consuno.meetings.queries.agenda import elevations
from consuno.meetings.queries.topics import way_of

KIND = "proposal"


def key_of(proposal: Proposal) -> str:
    """By what meetings know it."""
    return f"{KIND}:{proposal.pk}"


def tell(keys: Collection[int], public: bool) -> dict[int, tuple[str, str]]:  # noqa: FBT001 - a Teller
    """Its title and where it stands; where everybody reads, only that a text in consultation comes."""
    told = {}
    for each in Proposal.objects.filter(pk__in=keys):
        words = _("Un texto en consulta") if public else f"«{each}»: {_state(each)}"
        told[each.pk] = (words, each.get_absolute_url())
    return told


def _state(proposal: Proposal) -> str:
    version = positions.last_circulated(proposal)
    if version is None:
        return str(proposal.get_purpose_display())
    return _("versión %(number)s. %(sentence)s") % {
        "number": version.number, "sentence": positions.sentence_of(version),
    }  # fmt: skip


def open_elevations() -> dict[int, str]:
    """What was sent up and has no answer yet, in words; for the Secretariats."""
    found = Elevation.objects.filter(outcome_on=None, subject="").select_related(
        "topic__country", "origin__sitting"
    )
    return {
        int(key.partition(":")[2]): words
        for key, (words, _path) in elevations(found, public=False).items()
    }


def origin_of(proposal: Proposal, reader: Any) -> tuple[str, str]:
    """What was sent up that it answers, and where; a country's table is read by the Secretariats only."""
    if proposal.elevation is None:
        return "", ""
    closed = secretariat_of(reader) is None
    said = next(iter(elevations([proposal.elevation], public=closed).values()))
    return (said[0], "") if closed else said


def ways(proposal: Proposal) -> list[list[Elevation]]:
    """Each time it went up, the whole way from there."""
    sent = Elevation.objects.filter(subject=key_of(proposal)).select_related("item__sitting")
    return [way_of(each) for each in sent]
