"""A table declared once leaves in any format, the same for whoever asked."""

from __future__ import annotations

import contextvars
import csv
import datetime
import io
import json
from typing import Any

import pytest
from django.http import Http404
from django.utils import translation
from openpyxl import load_workbook

from consuno.core.tables import FORMATS, Column, Table, as_asked, file

DAY = datetime.date(2013, 2, 20)
TABLE: Table[dict[str, Any]] = Table(
    "prueba", "Prueba",
    [
        Column("name", lambda row: row["name"], "Nombre", 40),
        Column("day", lambda row: row.get("day"), "Día"),
        Column("many", lambda row: row.get("many", ["a", "b"]), meaning="Varias", shape="texto"),
    ],
)  # fmt: skip
ROWS = [{"name": "uno", "day": DAY}, {"name": "=1+1", "many": []}, {"name": "+502-2222"}]


def _sent(kind: str, rows: Any = ROWS, table: Table[Any] = TABLE) -> bytes:
    response: Any = file(kind, table, rows)
    assert response["Content-Disposition"] == f'attachment; filename="prueba.{kind}"'
    return response.getvalue()


def test_as_csv_with_heads_and_no_cell_that_a_sheet_takes_for_a_formula() -> None:
    content = _sent("csv")
    assert content.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(io.StringIO(content.decode("utf-8-sig")))) == [
        ["Nombre", "Día", "many"],
        ["uno", "2013-02-20", "a; b"],
        ["'=1+1", "", ""],
        ["'+502-2222", "", "a; b"],
    ]


def test_as_a_book_where_days_are_days_and_texts_texts() -> None:
    book = load_workbook(io.BytesIO(_sent("xlsx")))
    sheet = book["Prueba"]
    heads, first, second, _third = sheet.iter_rows()
    assert [cell.value for cell in heads] == ["Nombre", "Día", "many"]
    assert all(cell.font.bold for cell in heads)
    assert first[1].is_date
    assert (second[0].value, second[0].data_type) == ("=1+1", "s")
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:C4")
    assert sheet.column_dimensions["A"].width == 40
    said = [[cell.value for cell in row] for row in book["Columnas"].iter_rows(min_row=2)]
    assert said[-1] == ["many", "Varias", "texto"]


def test_a_book_takes_what_its_format_refuses() -> None:
    book = load_workbook(io.BytesIO(_sent("xlsx", [{"name": "a\x07b\nc"}])))
    assert book["Prueba"]["A2"].value == "a b\nc"


def test_as_json_with_what_each_column_means() -> None:
    content = json.loads(_sent("json"))
    assert content["columns"] == {"name": "Nombre", "day": "Día", "many": "Varias"}
    assert content["rows"][0] == {"name": "uno", "day": "2013-02-20", "many": ["a", "b"]}
    assert content["rows"][1] == {"name": "=1+1", "day": None, "many": []}


@pytest.mark.parametrize("kind", FORMATS)
def test_a_table_without_rows_is_a_table(kind: str) -> None:
    assert b"Nombre" in _sent(kind, []) or kind == "xlsx"


@pytest.mark.parametrize("kind", ["", "CSV", "exe", "csv/"])
def test_another_format_is_no_page(kind: str) -> None:
    with pytest.raises(Http404):
        file(kind, TABLE, ROWS)


def test_what_is_sent_late_is_made_as_it_was_asked_for() -> None:
    reader: contextvars.ContextVar[str] = contextvars.ContextVar("reader", default="nobody")
    rows = ({"name": f"{reader.get()} {translation.get_language()}"} for _n in range(2))
    token = reader.set("Ana")
    with translation.override("en"):
        response: Any = file("csv", TABLE, rows)
    reader.reset(token)
    with translation.override("es"):
        assert response.getvalue().decode().count("Ana en") == 2


def test_pieces_come_one_by_one() -> None:
    made = []

    def pieces() -> Any:
        for number in range(3):
            made.append(number)
            yield number

    sent = as_asked(pieces())
    assert (next(sent), made) == (0, [0])
    assert list(sent) == [1, 2]
