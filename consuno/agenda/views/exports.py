"""The items of the board as a file, or as a calendar to subscribe to."""

from __future__ import annotations

import datetime
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from consuno.agenda.commitment_fields import COLUMNS
from consuno.agenda.models import Commitment
from consuno.agenda.queries import board as queries
from consuno.agenda.queries.as_of import AsOf
from consuno.agenda.queries.commitment import beyond_public, with_parties
from consuno.agenda.views.as_of import day_of
from consuno.core import clock, tables
from consuno.core.downloads import attachment
from consuno.core.export_guard import guard_export
from consuno.core.text import one_line


def export(request: HttpRequest, kind: str) -> HttpResponseBase:
    """The same items as the board shows, all pages, as a file."""
    return tables.file(kind, _table(clock.today()), _rows(request).iterator(chunk_size=500))


def export_as_of(request: HttpRequest, day: str, kind: str) -> HttpResponseBase:
    """The agenda as it was on a day, as a file."""
    then = AsOf(day_of(day), reader=request.user)
    _guard(request, then.items(owed=False))
    keys = list(then.items(owed=False).values_list("pk", flat=True))
    rows = (row for at in range(0, len(keys), 500) for row in then.rows(keys[at : at + 500]))
    return tables.file(kind, _table(then.day), rows)


def _table(day: datetime.date) -> tables.Table[Commitment]:
    return tables.Table(_name(day), _("Agenda"), COLUMNS)


def _name(day: datetime.date) -> str:
    return f"agenda-{day.isoformat()}"


def calendar(request: HttpRequest) -> HttpResponse:
    """The deadlines as a calendar. A program that subscribes signs in nowhere: it gets what is public."""
    from icalendar import Calendar, Event

    made = Calendar()
    made.add("prodid", "-//Consuno//agenda//ES")
    made.add("version", "2.0")
    made.add("x-wr-calname", _("Plazos de la agenda común"))
    for item in _rows(request).filter(due_on__isnull=False).iterator(chunk_size=500):
        event = Event()
        event.add("uid", f"{item.meeting.slug}.{item.ref}@consuno")
        event.add("dtstamp", clock.now())
        event.add("dtstart", item.due_on)
        event.add("dtend", item.due_on + datetime.timedelta(days=1))
        event.add("transp", "TRANSPARENT")  # a deadline makes nobody busy
        event.add("summary", one_line(str(item.statement))[:200])
        event.add("description", "; ".join(party.display for party in item.responsible))
        event.add("url", settings.SITE_URL + item.get_absolute_url())
        made.add_component(event)
    name = f"{_name(clock.today())}.ics"
    return attachment(made.to_ical(), name, kind="text/calendar; charset=utf-8")


def _rows(request: HttpRequest) -> Any:
    """Return the items that the address asks for and this reader may see."""
    filters = queries.asked(request.GET)
    items = queries.select(filters, reader=request.user, today=clock.today())
    _guard(request, items)
    return with_parties(queries.ordered(items, filters.group))


def _guard(request: HttpRequest, items: QuerySet[Commitment]) -> None:
    """Who takes away more than the public may read shows again who they are, and it is recorded.

    Raises ReauthenticationRequired, which leads back here.
    """
    if not beyond_public(items, request.user):
        return
    guard_export(request, "agenda")
