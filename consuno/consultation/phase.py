"""In which phase a proposal is: read off its versions, rounds, silence and adoption in one query."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Exists, OuterRef, Subquery

from consuno.consultation.models import Adoption, Proposal, Round, Silence, Version
from consuno.core import clock

Phase = Proposal.Phase


def phase_of(proposal: Proposal) -> str:
    """Where its last text that circulated stands; `draft` while none has. One query."""
    mine = OuterRef("pk")
    rounds = Round.objects.filter(version__proposal=mine)
    silences = Silence.objects.filter(round__version__proposal=mine)
    standing = silences.filter(broken_at=None)
    open_ = rounds.filter(closed_at=None)
    facts = Proposal.objects.annotate(
        adopted=Exists(Adoption.objects.filter(version__proposal=mine)),
        silent=Exists(standing.filter(expires_at__gt=clock.now())),
        over=Exists(standing.filter(expires_at__lte=clock.now())),
        broken=Exists(open_.filter(silence__broken_at__isnull=False)),
        closes=Subquery(open_.order_by("-pk").values("closes")[:1]),
        closed=Exists(rounds.exclude(closed_at=None)),
        fixed=Exists(Version.objects.filter(proposal=mine).exclude(frozen_at=None)),
    ).values(
        "withdrawn_on", "adopted", "silent", "over", "broken", "closes", "closed", "fixed"
    )  # fmt: skip
    return _phase(facts.get(pk=proposal.pk))


def _phase(facts: Mapping[str, Any]) -> str:
    ended = {
        Phase.WITHDRAWN: facts["withdrawn_on"], Phase.ADOPTED: facts["adopted"],
        Phase.OVER: facts["over"], Phase.SILENCE: facts["silent"], Phase.BROKEN: facts["broken"],
    }  # fmt: skip
    for phase, there in ended.items():
        if there:
            return phase
    if closes := facts["closes"]:
        return Phase.OVERDUE if clock.today() > closes else Phase.ROUND
    if facts["closed"]:
        return Phase.CLOSED
    return Phase.FIXED if facts["fixed"] else Phase.DRAFT
