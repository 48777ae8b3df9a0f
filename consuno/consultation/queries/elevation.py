"""How a text is told of on the agenda of a meeting, and what came back from there."""

from __future__ import annotations

from collections.abc import Collection

from django.utils.translation import gettext as _

from consuno.consultation.models import Proposal
from consuno.consultation.queries import positions
from consuno.meetings.models import Elevation
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


def ways(proposal: Proposal) -> list[list[Elevation]]:
    """Each time it went up, the whole way from there."""
    sent = Elevation.objects.filter(subject=key_of(proposal)).select_related("item__sitting")
    return [way_of(each) for each in sent]
