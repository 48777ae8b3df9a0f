"""The page of decision makers."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from consuno.agenda.views.tiles import tiles
from consuno.core import clock
from consuno.directory.models import Country
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
    # Of each country what is late; the square leads to its items on the board.
    board = reverse("agenda:board")
    late = {row.key: row.late for row in found.countries}
    counts = [(country, late.get(country.pk, 0)) for country in Country.objects.all()]
    drawn = tiles(counts, lambda code: f"{board}?pais={code}&plazo=vencido")
    context = {
        "tiles": drawn,
        "found": found,
        "tables": tables,
        "levels": levels,
        "today": clock.today(),
    }
    return render(request, "monitoring/dashboard.html", context)
