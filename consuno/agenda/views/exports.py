"""The items of the board as a file: CSV, a spreadsheet, or a calendar to subscribe to."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Iterable, Iterator
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils.translation import gettext as _

from consuno.agenda.commitment_fields import COLUMNS
from consuno.agenda.models import Commitment
from consuno.agenda.queries import board as queries
from consuno.agenda.queries.as_of import AsOf
from consuno.agenda.queries.commitment import beyond_public, with_parties
from consuno.agenda.views.as_of import day_of
from consuno.core import clock
from consuno.core.taking import harmless, taking_away
from consuno.core.text import one_line
from consuno.directory.middleware import shown_to


def export(request: HttpRequest) -> StreamingHttpResponse:
    """The same items as the board shows, all pages, as CSV."""
    response = StreamingHttpResponse(
        _csv(_rows(request).iterator(chunk_size=500), request.user),
        content_type="text/csv; charset=utf-8",
    )
    return _as_file(response, "csv")


def export_as_of(request: HttpRequest, day: str) -> StreamingHttpResponse:
    """The agenda as it was on a day, as CSV."""
    then = AsOf(day_of(day), reader=request.user)
    _guard(request, then.items(owed=False))
    keys = list(then.items(owed=False).values_list("pk", flat=True))
    rows = (row for at in range(0, len(keys), 500) for row in then.rows(keys[at : at + 500]))
    response = StreamingHttpResponse(
        _csv(rows, request.user), content_type="text/csv; charset=utf-8"
    )
    return _as_file(response, "csv", then.day)


def spreadsheet(request: HttpRequest) -> HttpResponse:
    """The same, as XLSX: dates are dates, the head stays in view, every column filters."""
    # Imported here: it takes half a second that no other page needs.
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Agenda"))
    for number, column in enumerate(COLUMNS, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    sheet.freeze_panes = "A2"

    def cell(value: Any) -> Any:
        """Return what openpyxl writes fastest: a cell of its own only where it would err."""
        if not isinstance(value, str):
            return value
        words = one_line(value)
        if not words.startswith("="):
            return words
        made = WriteOnlyCell(sheet, value=words)
        made.data_type = "s"  # a text, not a formula
        return made

    def head(words: str) -> Any:
        made = WriteOnlyCell(sheet, value=words)
        made.font = Font(bold=True)
        return made

    sheet.append([head(words) for words in _heads()])
    last = 1
    for item in _rows(request).iterator(chunk_size=500):
        last += 1
        sheet.append([cell(value) for value in _cells(item)])
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{last}"
    kept = io.BytesIO()
    book.save(kept)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return _as_file(HttpResponse(kept.getvalue(), content_type=kind), "xlsx")


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
    return _as_file(
        HttpResponse(made.to_ical(), content_type="text/calendar; charset=utf-8"), "ics"
    )


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
    taking_away(request, "agenda")


def _as_file(response: Any, kind: str, day: datetime.date | None = None) -> Any:
    name = f"agenda-{(day or clock.today()).isoformat()}.{kind}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


class _Echo:
    def write(self, value: str) -> str:
        return value


def _csv(rows: Iterable[Commitment], reader: Any) -> Iterator[str]:
    writer = csv.writer(_Echo())
    yield "\ufeff"  # without it spreadsheets take UTF-8 for something else
    yield writer.writerow(_heads())
    for item in rows:
        with shown_to(reader):  # sent after the page's own middleware has gone
            cells = _cells(item)
        yield writer.writerow([harmless(str(cell or "")) for cell in cells])


def _heads() -> list[str]:
    return [str(column.head) for column in COLUMNS]


def _cells(item: Commitment) -> list[str | datetime.date | None]:
    return [column.cell(item) for column in COLUMNS]
