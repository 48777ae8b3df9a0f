"""The first page of monitoring."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from consuno.core.memo import remembered
from consuno.directory.standing import secretariat_of
from consuno.monitoring import policies
from consuno.monitoring.models import Cycle, Naming
from consuno.monitoring.queries.answering import owed, undecided
from consuno.monitoring.queries.tasks import to_assess, to_report

#: Rows of each list of tasks; the page of the cycle has all.
SHOWN = 30


def home(request: HttpRequest) -> HttpResponse:
    """Where monitoring stands: who answers, and what waits."""
    policies.may_enter(request.user)
    secretariat = secretariat_of(request.user)

    def count() -> tuple[int, int, int]:
        items = owed(reader=request.user).order_by()
        open_ = undecided(items)
        said = Naming.objects.filter(secretariat=secretariat).values("commitment")
        return items.count(), open_.count(), open_.exclude(pk__in=said).count()

    whose = secretariat.code if secretariat else None
    total, unsettled, waiting = remembered("monitoring", whose, compute=count, reader=request.user)
    context = {
        "owed": total,
        "unsettled": unsettled,
        "waiting": waiting if secretariat else 0,
        "secretariat": secretariat,
        "mine": to_report(request.user)[:SHOWN],
        "to_assess": to_assess(secretariat)[:SHOWN] if secretariat else [],
        "cycles": Cycle.objects.all()[:20],
    }
    return render(request, "monitoring/home.html", context)
