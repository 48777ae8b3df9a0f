"""A table is declared once, a row of `Column` each, and leaves in any format.

A room declares the columns and gives the rows; `file` writes them. A new format is a writer in
`FORMATS`: every page that names its files with `{% table_files %}` then offers it.
"""

from __future__ import annotations

import contextvars
import csv
import datetime
import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from consuno.core import clock
from consuno.core.export_guard import harmless
from consuno.core.sheets import XLSX, plain

R = TypeVar("R")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column: its key for programs, what a row has in it, and how it is headed.

    Where people read the file `head` says what it is; where programs do there is none, and `meaning`
    and `shape` say it beside the data. `width` is in letters. A cell is a text, a number, a day, a
    list of texts, or None.
    """

    key: str
    cell: Callable[[R], Any]
    head: str | Promise = ""
    width: int = 20
    meaning: str | Promise = ""
    shape: str | Promise = ""

    @property
    def title(self) -> str:
        """What stands above it."""
        return str(self.head) or self.key


@dataclass(frozen=True, slots=True)
class Table(Generic[R]):
    """A table: the name of its file, that of its sheet, its columns."""

    name: str
    title: str | Promise
    columns: Sequence[Column[R]]

    def cells(self, row: R) -> list[Any]:
        """What a row has in each column."""
        return [column.cell(row) for column in self.columns]


def file(kind: str, table: Table[R], rows: Iterable[R]) -> HttpResponseBase:
    """The rows as a file of one of `FORMATS`. Raises Http404 for what is none."""
    must_be_a_format(kind)
    response = FORMATS[kind](table, rows)
    response["Content-Disposition"] = f'attachment; filename="{table.name}.{kind}"'
    return response


def must_be_a_format(kind: str) -> None:
    """Raise Http404 for what is none, before anybody is asked to show again who they are."""
    if kind not in FORMATS:
        raise Http404


def as_asked(pieces: Iterable[T]) -> Iterator[T]:
    """The pieces, each made as the page was asked: for the same reader, in the same language.

    What is sent piece by piece is made after the page's own middleware has gone.
    """
    return _one_by_one(contextvars.copy_context(), iter(pieces))


def _one_by_one(here: contextvars.Context, left: Iterator[T]) -> Iterator[T]:
    end = object()
    while (piece := here.run(next, left, end)) is not end:  # type: ignore[arg-type]
        yield piece  # type: ignore[misc]


class _Echo:
    """A file that gives back what is written to it."""

    def write(self, value: str) -> str:
        return value


def _csv(table: Table[R], rows: Iterable[R]) -> HttpResponseBase:
    return StreamingHttpResponse(
        as_asked(_lines(table, rows)), content_type="text/csv; charset=utf-8"
    )


def _lines(table: Table[R], rows: Iterable[R]) -> Iterator[str]:
    writer = csv.writer(_Echo())
    yield "\ufeff"  # without it spreadsheets take UTF-8 for something else
    yield writer.writerow([column.title for column in table.columns])
    for row in rows:
        yield writer.writerow([harmless(_text(cell)) for cell in table.cells(row)])


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    return "; ".join(map(str, cell)) if isinstance(cell, list | tuple) else str(cell)


def _xlsx(table: Table[R], rows: Iterable[R]) -> HttpResponseBase:
    """A book: dates are dates, the head stays in view, every column filters."""
    # Imported here: it takes half a second that no other page needs.
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    widths = [column.width for column in table.columns]
    heads = [column.title for column in table.columns]
    _sheet(book, str(table.title), heads, widths, (table.cells(row) for row in rows))
    if any(column.meaning for column in table.columns):
        said = ([c.key, str(c.meaning), str(c.shape)] for c in table.columns)
        _sheet(book, _("Columnas"), [_("Columna"), _("Qué es"), _("Forma")], [20, 60, 30], said)
    kept = io.BytesIO()
    book.save(kept)
    return HttpResponse(kept.getvalue(), content_type=XLSX)


def _sheet(
    book: Any, title: str, heads: list[str], widths: list[int], rows: Iterable[list[Any]]
) -> None:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(title[:31])
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = "A2"

    def cell(value: Any) -> Any:
        """What openpyxl writes fastest: a cell of its own only where it would err."""
        if value is None or isinstance(value, int | float | datetime.date):
            return value
        words = plain(_text(value))
        if not words.startswith("="):
            return words
        made = WriteOnlyCell(sheet, value=words)
        made.data_type = "s"  # a text, not a formula
        return made

    def head(words: str) -> Any:
        made = WriteOnlyCell(sheet, value=words)
        made.font = Font(bold=True)
        return made

    sheet.append([head(words) for words in heads])
    last = 1
    for row in rows:
        last += 1
        sheet.append([cell(value) for value in row])
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(heads))}{last}"


def _json(table: Table[R], rows: Iterable[R]) -> HttpResponseBase:
    keys = [column.key for column in table.columns]
    content = {
        "as_of": clock.today().isoformat(),
        "columns": {column.key: str(column.meaning or column.head) for column in table.columns},
        "rows": [
            dict(zip(keys, map(_said, table.cells(row)), strict=True)) for row in rows
        ],
    }  # fmt: skip
    text = json.dumps(content, ensure_ascii=False, indent=1)
    return HttpResponse(text + "\n", content_type="application/json; charset=utf-8")


def _said(cell: Any) -> Any:
    """A cell as JSON has it; a label that waits for its language is said in the page's."""
    if cell is None or isinstance(cell, bool | int | float | list):
        return cell
    return cell.isoformat() if isinstance(cell, datetime.date) else str(cell)


#: How a table is written, by the ending of its address.
FORMATS: dict[str, Callable[[Table[Any], Iterable[Any]], HttpResponseBase]] = {
    "csv": _csv, "xlsx": _xlsx, "json": _json,
}  # fmt: skip
