"""The page of decision makers."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from consuno.core import clock
from consuno.monitoring import policies
from consuno.monitoring.queries.dashboard import dashboard as count


def dashboard(request: HttpRequest) -> HttpResponse:
    """Done, late, blocked, to decide; by country, theme and body."""
    policies.may_enter(request.user)
    found = count(reader=request.user, today=clock.today())
    tables = [
        (_("Por país"), found.countries), (_("Por tema"), found.themes),
        (_("Por institución"), found.bodies),
    ]  # fmt: skip
    most = max((number for _level, number in found.levels), default=0) or 1
    levels = [(level, number, number * 100 / most) for level, number in found.levels]
    context = {"found": found, "tables": tables, "levels": levels, "today": clock.today()}
    return render(request, "monitoring/dashboard.html", context)
