"""The page of decision makers."""

from __future__ import annotations

import datetime

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from consuno.agenda.views.as_of import day_of
from consuno.agenda.views.tiles import Tile, tiles
from consuno.core import clock
from consuno.core.fields import DayField
from consuno.directory.models import Country
from consuno.monitoring import policies
from consuno.monitoring.queries.dashboard import Row
from consuno.monitoring.queries.dashboard import dashboard as count
from consuno.monitoring.queries.dashboard_then import dashboard_then


def dashboard(request: HttpRequest) -> HttpResponse:
    """Done, late, blocked, to decide; by country, theme and body; today or as of a day."""
    policies.may_enter(request.user)
    today = clock.today()
    day, problem = _day(request, today)
    if day < today:
        found = dashboard_then(reader=request.user, day=day)
    else:
        found = count(reader=request.user, today=today)
    most = max((number for _level, number in found.levels), default=0) or 1
    context = {
        "found": found, "today": day, "then": day < today, "problem": problem,
        "typed": request.GET.get("al", ""), "tiles": _tiles(found.countries),
        "levels": [(level, number, number * 100 / most) for level, number in found.levels],
        "tables": [
            (_("Por país"), found.countries), (_("Por tema"), found.themes),
            (_("Por institución"), found.bodies),
        ],
    }  # fmt: skip
    return render(request, "monitoring/dashboard.html", context)


def _day(request: HttpRequest, today: datetime.date) -> tuple[datetime.date, str]:
    """The day that is asked for, or today and why."""
    if "al" not in request.GET:
        return today, ""
    try:
        return day_of(DayField().clean(request.GET["al"]).isoformat()), ""
    except (Http404, ValidationError):
        return today, _("Elija un día que ya pasó, como 20/02/2013.")


def _tiles(rows: list[Row]) -> list[Tile]:
    """Of each country what is late; its square leads to its items on the board."""
    board = reverse("agenda:board")
    late = {row.key: row.late for row in rows}
    counts = [(country, late.get(country.pk, 0)) for country in Country.objects.all()]
    return tiles(counts, lambda code: f"{board}?pais={code}&plazo=vencido")
