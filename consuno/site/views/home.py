"""The first page: what was agreed and how it goes; for a Secretariat, what waits for it today."""

from __future__ import annotations

import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from consuno.agenda.models import Commitment
from consuno.agenda.queries import board
from consuno.agenda.queries.commitment import hydrated
from consuno.agenda.queries.review import papers
from consuno.agenda.timing import OVERDUE
from consuno.agenda.views.bars import bars, legend
from consuno.agenda.views.tiles import tiles
from consuno.core import clock
from consuno.core.memo import Keys, version
from consuno.directory.models import Body
from consuno.directory.standing import countries_of, secretariat_of

SHOWN = 6


def home(request: HttpRequest) -> HttpResponse:
    """Everybody's home, with what the person's own role adds."""
    reader, today = request.user, clock.today()
    everything, state = board.Filters(), version()
    drawn = bars(board.tally_by_theme(reader=reader, today=today, state=state))
    facets = board.facets(everything, reader=reader, today=today, state=state)
    context: dict[str, Any] = {
        "bars": drawn,
        "legend": legend(drawn),
        "tally": facets.tally,
        **_deadlines(reader, today, state),
    }
    secretariat = secretariat_of(reader)
    if secretariat:
        return render(request, "site/home_secretariat.html", context | _waiting(secretariat))
    countries = countries_of(reader)
    if countries:
        mine = board.select(board.Filters(country=countries[0]), reader=reader, today=today)
        context |= {"mine": _first(mine), "country": countries[0], "mine_count": mine.count()}
    address = reverse("agenda:board")
    context["tiles"] = tiles(facets.countries, lambda code: address + everything.but(country=code))
    return render(request, "site/home.html", context)


def _first(items: QuerySet[Commitment]) -> list[Commitment]:
    return hydrated(board.ordered(items, "plazo").values_list("pk", flat=True)[:SHOWN])


def _deadlines(reader: Any, today: datetime.date, state: str) -> dict[str, list[Commitment]]:
    """The next deadlines, and those that passed last."""
    items = board.select(board.Filters(), reader=reader, today=today).filter(closed_on=None)
    ahead = items.filter(due_on__gte=today).order_by("due_on", "pk")
    behind = items.filter(OVERDUE.holds(today)).order_by("-due_on", "pk")
    next_ = Keys("home.next", of=ahead, reader=reader, state=state)[:SHOWN]
    late = Keys("home.late", of=behind, reader=reader, state=state)[:SHOWN]
    return {"next": hydrated(next_), "late": hydrated(late)}


def _waiting(secretariat: Body) -> dict[str, Any]:
    """Papers in which something waits for this Secretariat."""
    waiting = [minutes for minutes in papers(body=secretariat)[:50] if minutes.waiting]
    return {"papers": waiting[:SHOWN], "waiting": sum(minutes.waiting for minutes in waiting)}
