"""The first page of monitoring."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from consuno.directory.standing import secretariat_of
from consuno.monitoring import policies
from consuno.monitoring.models import Cycle
from consuno.monitoring.queries.answering import answering, owed
from consuno.monitoring.queries.tasks import to_assess, to_report

#: Rows of each list of tasks; the page of the cycle has all.
SHOWN = 30


def home(request: HttpRequest) -> HttpResponse:
    """Where monitoring stands: who answers, and what waits."""
    policies.may_enter(request.user)
    rows = answering(owed(reader=request.user))
    secretariat = secretariat_of(request.user)
    context = {
        "owed": len(rows),
        "unsettled": sum(not row.settled and not row.plain for row in rows),
        "waiting": sum(row.waits_for(secretariat.code) for row in rows if not row.plain)
        if secretariat
        else 0,
        "secretariat": secretariat,
        "mine": to_report(request.user)[:SHOWN],
        "to_assess": to_assess(secretariat)[:SHOWN] if secretariat else [],
        "cycles": Cycle.objects.all()[:20],
    }
    return render(request, "monitoring/home.html", context)
