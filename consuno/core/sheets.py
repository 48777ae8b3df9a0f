"""Spreadsheets in and out: XLSX and CSV are read as hostile files, and written so that no cell is
taken for a formula.

Limits: 10 MB as it comes, 40 MB unpacked, 500 parts, 5,000 rows of 60 columns.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from consuno.core import child_process
from consuno.core.text import one_line

UNPACKED_LIMIT = 40 * 1024 * 1024
PARTS_LIMIT = 500
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_REFUSALS = {
    "broken": _lazy("El archivo está dañado. Ábralo, guárdelo otra vez como XLSX o CSV y súbalo."),
    "large": _lazy("La hoja es demasiado grande: hasta 5 000 filas y 60 columnas."),
    "slow": _lazy("La hoja tarda demasiado en abrirse. Guárdela como CSV y súbala."),
    "kind": _lazy("Se leen hojas de cálculo XLSX y CSV. Guárdela en uno de esos formatos."),
}


class SheetError(ValueError):
    """The file cannot be read as a spreadsheet; the message says why and how to mend it."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as rows of text; a row may be shorter than others."""

    name: str
    rows: list[list[str]]


def read_upload(upload: UploadedFile[Any], *, documents: bool = False) -> list[Sheet]:
    """Read the visible sheets of an uploaded file that hold anything; with `documents` also the tables
    of a Word file. Raises SheetError.
    """
    if getattr(upload, "too_large", False):
        raise SheetError(_("El archivo pasa de 10 MB."))
    return read(upload.read(), documents=documents)


def read(content: bytes, *, documents: bool = False) -> list[Sheet]:
    """Read the sheets of a file. Raises SheetError."""
    kind = "csv"
    if content.startswith(b"PK"):
        kind = _check_archive(content, documents=documents)
    elif b"\x00" in content[:4096] or content.startswith((b"%PDF", b"\xd0\xcf\x11\xe0")):
        raise SheetError(_REFUSALS["kind"])
    try:
        answer = child_process.ask("consuno.core.sheet_reader", kind, content)
    except child_process.TooSlowError as error:
        raise SheetError(_REFUSALS["slow"]) from error
    if "error" in answer:
        raise SheetError(_REFUSALS.get(answer["error"], _REFUSALS["broken"]))
    sheets = [Sheet(each["name"], each["rows"]) for each in answer["sheets"] if each["rows"]]
    if not sheets:
        raise SheetError(_("La hoja está vacía."))
    return sheets


def _check_archive(content: bytes, *, documents: bool) -> str:
    """Refuse what would swell: an archive is measured before anything in it is opened. Return its kind."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise SheetError(_REFUSALS["broken"]) from error
    names = {part.filename for part in parts}
    kind = "docx" if documents and "word/document.xml" in names else "xlsx"
    if kind == "xlsx" and "xl/workbook.xml" not in names:
        raise SheetError(_REFUSALS["kind"])
    if len(parts) > PARTS_LIMIT or sum(part.file_size for part in parts) > UNPACKED_LIMIT:
        raise SheetError(_REFUSALS["large"])
    return kind


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its head, its width in letters, what may be chosen in it, whether it is ours."""

    head: str
    width: int = 20
    choices: Sequence[str] = ()
    fixed: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet to be written."""

    name: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Any]] = field(default_factory=list)


def write(tables: Sequence[Table]) -> bytes:
    """Write a book: heads bold and in view, texts as texts, choices as lists, our columns grey."""
    # Imported here: it takes half a second that no other page needs.
    from openpyxl import Workbook

    book = Workbook()
    del book[book.sheetnames[0]]
    for table in tables:
        _write_table(book.create_sheet(table.name[:31]), table)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def _write_table(sheet: Any, table: Table) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    grey, top = PatternFill("solid", fgColor="EEEEEE"), Alignment(wrap_text=True, vertical="top")
    sheet.append([column.head for column in table.columns])
    for number, values in enumerate(table.rows, start=2):
        for place, value in enumerate(values, start=1):
            cell = sheet.cell(number, place, plain(value))
            if isinstance(cell.value, str):
                cell.data_type = "s"  # a text, never a formula
            cell.alignment = top
            if table.columns[place - 1].fixed:
                cell.fill = grey
    last = max(sheet.max_row, 2)
    for place, column in enumerate(table.columns, start=1):
        letter = get_column_letter(place)
        sheet.column_dimensions[letter].width = column.width
        sheet.column_dimensions[letter].hidden = column.hidden
        sheet.cell(1, place).font = Font(bold=True)
        if column.choices:
            rule = DataValidation("list", formula1='"' + ",".join(column.choices) + '"')
            rule.add(f"{letter}2:{letter}{last}")
            sheet.add_data_validation(rule)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.columns))}{last}"


def plain(value: Any) -> Any:
    """Return text without the control characters that the format refuses; lines stay lines."""
    if not isinstance(value, str):
        return value
    return "\n".join(one_line(line) for line in value.splitlines())
