"""What was said not to be right, for those who keep it."""

from __future__ import annotations

from typing import Any

from consuno.core.policy import allowed
from consuno.directory import facts, policies
from consuno.directory.facts import Known
from consuno.directory.models import Body, Doubt


def secretariat_for(body: Body) -> str:
    """Code of the Secretariat that watches over a body."""
    return "ST-RROCM" if body.civil_society else "ST-CRM"


def waiting_doubts(reader: Any) -> list[tuple[Doubt, Known]]:
    """The doubts nobody has answered about facts that this reader keeps, the oldest first."""
    found = list(Doubt.objects.filter(settled_at=None).select_related("by")[:500])
    known = facts.named(sorted({each.about for each in found}))
    pairs = [(each, known[each.about]) for each in found if each.about in known]
    return [pair for pair in pairs if allowed(policies.may_read_doubts, reader, pair[1].body)]


def doubts_of(known: Known) -> list[Doubt]:
    """What was said of one fact, the last first."""
    return list(Doubt.objects.filter(about=known.about).order_by("-at", "-pk")[:50])
