"""The child that reads one spreadsheet: bytes on standard input, JSON on standard output.

Values come as people see them: days as 2013-03-31, whole numbers without a point, everything text.
"""

from __future__ import annotations

import csv
import datetime
import io
import json
import resource
import sys
from typing import Any

MEMORY = 1024 * 1024 * 1024
SECONDS = 20
MOST_ROWS, MOST_COLUMNS, MOST_SHEETS, MOST_LETTERS = 5_000, 60, 20, 20_000


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
        {"name": sheet.title, "rows": table(sheet.iter_rows(values_only=True))}
        for sheet in sheets[:MOST_SHEETS]
    ]


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
    first = text.split("\n", 1)[0]
    separator = max(",;\t", key=first.count)
    return [{"name": "", "rows": table(csv.reader(io.StringIO(text), delimiter=separator))}]


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
