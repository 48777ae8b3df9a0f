"""The board and its export."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _lazy

from consuno.agenda.models import SavedFilter
from consuno.agenda.queries import board as queries
from consuno.agenda.queries.commitment import hydrated
from consuno.agenda.timing import TIMINGS
from consuno.agenda.views.tiles import tiles
from consuno.core import clock
from consuno.core.memo import version
from consuno.core.models import User
from consuno.core.pages import page_of


def board(request: HttpRequest) -> HttpResponse:
    """What is owed: filters in the address, groups, pages."""
    filters = queries.asked(request.GET)
    reader, today = request.user, clock.today()
    state = version()
    facets = queries.facets(filters, reader=reader, today=today, state=state)
    keys = queries.keys(filters, reader=reader, today=today, state=state)
    page = page_of(keys, request.GET.get("pagina"), count=facets.tally.of(filters), fetch=hydrated)
    context = {
        "filters": filters,
        "page": page,
        "groups": [(name, list(rows)) for name, rows in groupby(page, _group_name(filters.group))],
        "none_word": _NONE[filters.group],
        "tally": facets.tally,
        "tiles": tiles(facets.countries, lambda code: filters.but(country=code), filters.country),
        "themes": facets.themes,
        "populations": facets.populations,
        "owners": [
            *facets.owners,
            *((each.code, str(each)) for each in facets.hidden if each.shown),
        ],
        "saved": saved_filters(reader),
        "meetings": facets.meetings,
        "choices": zip(queries.WHAT, _WHAT, strict=True),
        **_links(filters, facets.tally),
    }
    return render(request, "agenda/board.html", context)


_WHAT = (_lazy("compromisos"), _lazy("prioridades"), _lazy("todo"))
_GROUPS = (_lazy("tema"), _lazy("responsable"), _lazy("plazo"))
_NONE = dict(
    zip(
        queries.GROUPS,
        (_lazy("Sin tema"), _lazy("Sin responsable"), _lazy("Sin fecha")),
        strict=True,
    )
)


def _links(filters: queries.Filters, counts: queries.Tally) -> dict[str, Any]:
    """Addresses of the page under one changed filter."""
    plain = {"timing": "", "unowned": False}
    return {
        "here": filters.but(),
        "all_states": filters.but(**plain),
        "unowned_url": filters.but(**{**plain, "unowned": True}),
        "states": [
            (t, counts.counts[t.slug], filters.but(**{**plain, "timing": t.slug}))
            for t in TIMINGS
            if counts.counts[t.slug] or filters.timing == t.slug
        ],
        "groupings": [
            (value, label, filters.but(group=value))
            for value, label in zip(queries.GROUPS, _GROUPS, strict=True)
        ],
    }


def _group_name(group: str) -> Any:
    """How rows are headed under each grouping."""
    if group == "plazo":
        return lambda item: date_format(item.due_on, "YEAR_MONTH_FORMAT") if item.due_on else ""
    if group == "responsable":
        return lambda item: next((party.display for party in item.responsible), "")
    return lambda item: item.theme


def saved_filters(reader: Any) -> list[SavedFilter]:
    """The views this person keeps."""
    return list(SavedFilter.objects.filter(user=reader)) if isinstance(reader, User) else []
