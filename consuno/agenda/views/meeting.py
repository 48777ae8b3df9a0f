"""The page of a meeting: all that it left, in the order of its paper."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from consuno.agenda import policies
from consuno.agenda.models import Meeting
from consuno.agenda.queries.commitment import of_meeting


def meeting(request: HttpRequest, slug: str) -> HttpResponse:
    """Challenges, priorities, decisions and commitments, under their themes."""
    found = get_object_or_404(Meeting, slug=slug)
    policies.may_open_meeting(request.user, found)
    items = of_meeting(found)
    context = {
        "meeting": found,
        "challenges": list(found.challenges.select_related("theme")),
        "items": items,
        "owed": sum(item.owed for item in items),
        "priorities": sum(item.kind == item.Kind.PRIORITY for item in items),
    }
    return render(request, "agenda/meeting.html", context)
