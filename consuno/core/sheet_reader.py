"""The child that reads one spreadsheet: bytes on standard input, JSON on standard output.

Values come as people see them: days as 2013-03-31, whole numbers without a point, everything text.
"""

from __future__ import annotations

import csv
import datetime
import io
import json
import re
import resource
import sys
from typing import Any

MEMORY = 1024 * 1024 * 1024
SECONDS = 20
SEPARATORS, SNIFFED = (",", ";", "\t", "|"), 200
MOST_ROWS, MOST_COLUMNS, MOST_SHEETS, MOST_LETTERS = 5_000, 60, 20, 20_000


DECIMALS, ZEROS = re.compile(r"0\.(0+)"), re.compile(r"0{2,}")


def main() -> None:
    """Read; answer the sheets, or the word for why not."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    readers = {"xlsx": read_xlsx, "csv": read_csv, "docx": read_docx}
    try:
        answer: dict[str, Any] = {"sheets": readers[sys.argv[1]](sys.stdin.buffer.read())}
    except OverflowError:
        answer = {"error": "large"}
    except Exception:  # whatever a broken file makes a library raise, the answer is the same
        answer = {"error": "broken"}
    sys.stdout.write(json.dumps(answer))


def read_xlsx(content: bytes) -> list[dict[str, Any]]:
    """Read each visible sheet; raises OverflowError where there is too much."""
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    return [
        {"name": sheet.title, "rows": table(map(_shown, row) for row in sheet.iter_rows())}
        for sheet in sheets[:MOST_SHEETS]
    ]


def _shown(cell: Any) -> object:
    """The value of a cell as its format shows it: "50%", "1.10", "007"."""
    value, form = cell.value, str(cell.number_format or "")
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return value
    if "%" in form:
        return f"{round(value * 100, 6):g}%"
    decimals = DECIMALS.fullmatch(form)
    if decimals:
        return f"{value:.{len(decimals[1])}f}"
    return f"{value:0{len(form)}.0f}" if ZEROS.fullmatch(form) else value


def read_docx(content: bytes) -> list[dict[str, Any]]:
    """Read each table of a text document; python-docx resolves no entities."""
    from docx import Document
    from docx.table import _Cell

    tables = Document(io.BytesIO(content)).tables
    return [
        {"name": "", "rows": table(
            [_Cell(cell, each).text for cell in row.tc_lst] for row in each._tbl.tr_lst
        )}
        for each in tables[:MOST_SHEETS]
    ]  # fmt: skip


def read_csv(content: bytes) -> list[dict[str, Any]]:
    """Read what Excel and others call CSV, whichever separator and letters they use."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    separator = _said(text)
    if separator:
        text = text.split("\n", 1)[1]
    else:
        separator = max(SEPARATORS, key=lambda each: _fit(text, each))
    return [{"name": "", "rows": table(csv.reader(io.StringIO(text), delimiter=separator))}]


def _said(text: str) -> str:
    """The separator that a first line "sep=;" names, as Excel writes it; else nothing."""
    first = text.split("\n", 1)[0].strip().lower()
    return first[4:] if first.startswith("sep=") and len(first) == len("sep=;") else ""


def _fit(text: str, separator: str) -> tuple[float, int]:
    """How well a separator fits the whole file: rows of as many cells as most, none of them prose.

    A cell that begins with a blank was cut at a comma of its sentence.
    """
    rows = [row for row in csv.reader(io.StringIO(text), delimiter=separator) if any(row)]
    widths = [len(row) for row in rows[:SNIFFED] if len(row) > 1]
    if not widths:
        return 0.0, 0
    most = max(set(widths), key=widths.count)
    cells = [cell for row in rows[:SNIFFED] for cell in row[1:]]
    prose = sum(cell.startswith(" ") for cell in cells) / max(1, len(cells))
    return widths.count(most) / min(len(rows), SNIFFED) - prose, most


def table(rows: Any) -> list[list[str]]:
    """Return rows of text, without the empty ones at the end and the empty columns at the right."""
    found: list[list[str]] = []
    for number, row in enumerate(rows):
        cells = [word(value) for value in row]
        while cells and not cells[-1]:
            cells.pop()
        if cells and (number > MOST_ROWS or len(cells) > MOST_COLUMNS):
            raise OverflowError
        if number >= MOST_ROWS * 2:  # a sheet formatted to its very end
            break
        found.append(cells)
    while found and not found[-1]:
        found.pop()
    return found


def word(value: object) -> str:
    """One value as people see it."""
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    text = str(value).replace("\x00", " ").strip()
    if len(text) > MOST_LETTERS:
        raise OverflowError
    return text


if __name__ == "__main__":
    main()
