"""Spreadsheets come as hostile files and leave as texts."""

import datetime
import io
import zipfile

import pytest
from openpyxl import Workbook, load_workbook

from consuno.core import sheets
from consuno.core.sheets import Column, SheetError, Table
from tests.shared import SHARED, needs_shared


def book(rows, name="Hoja"):
    made = Workbook()
    made.active.title = name
    for row in rows:
        made.active.append(row)
    kept = io.BytesIO()
    made.save(kept)
    return kept.getvalue()


def test_values_come_as_people_see_them():
    day = datetime.datetime(2013, 3, 31)
    content = book([["Id", "Día", "Avance"], [], ["1.A", day, 40.0], [], []])
    (sheet,) = sheets.read(content)
    assert sheet.name == "Hoja"
    # An empty row stays where it is: people are told of rows by their numbers.
    assert sheet.rows == [["Id", "Día", "Avance"], [], ["1.A", "2013-03-31", "40"]]


@pytest.mark.parametrize(
    "content",
    ["Id;Qué\n1;señal\n".encode("cp1252"), b"\xef\xbb\xbfId,Qu\xc3\xa9\n1,se\xc3\xb1al\n"],
)
def test_csv_of_either_kind(content):
    assert sheets.read(content)[0].rows == [["Id", "Qué"], ["1", "señal"]]


def test_row_37_what_cannot_be_read_says_why():
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    swollen = io.BytesIO()
    with zipfile.ZipFile(swollen, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<w/>")
        archive.writestr("xl/worksheets/sheet1.xml", b" " * (41 * 1024 * 1024))
    broken = io.BytesIO()
    with zipfile.ZipFile(broken, "w") as archive:
        archive.writestr("xl/workbook.xml", "<!DOCTYPE x [<!ENTITY a 'b'>]><w>&a;</w>")
    for content, words in (
        (b"PK\x03\x04 nada", "dañado"), (other.getvalue(), "XLSX y CSV"), (b"%PDF-1.4", "XLSX y CSV"),
        (swollen.getvalue(), "demasiado grande"), (broken.getvalue(), "dañado"), (b"\n\n", "vacía"),
        (b"a\n" * 6000, "demasiado grande"), (b"a," * 70, "demasiado grande"),
    ):  # fmt: skip
        if content == b"a," * 70:
            content = ",".join(["x"] * 70).encode()
        with pytest.raises(SheetError, match=words):
            sheets.read(content)


def test_row_36_a_written_book_holds_no_formula():
    table = Table("Hoja", [Column("Qué", choices=["sí", "no"]), Column("Clave", hidden=True)],
                  [["=1+1", 3], ["dos\nlíneas\x07", None]])  # fmt: skip
    content = sheets.write([table])
    sheet = load_workbook(io.BytesIO(content)).active
    assert (sheet["A2"].value, sheet["A2"].data_type) == ("=1+1", "s")
    assert sheet.column_dimensions["B"].hidden
    assert sheets.read(content)[0].rows[2] == ["dos\nlíneas"]


def test_percents_zeros_and_decimals_come_as_shown():
    made = Workbook()
    made.active.append(["Avance", "Folio", "Clave", "Días"])
    made.active.append([0.5, 7, 1.1, 3])
    for column, form in ("A", "0%"), ("B", "000"), ("C", "0.00"), ("D", "General"):
        made.active[f"{column}2"].number_format = form
    kept = io.BytesIO()
    made.save(kept)
    assert sheets.read(kept.getvalue())[0].rows[1] == ["50%", "007", "1.10", "3"]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Acuerdo (texto, tal como quedó, en el acta);Responsable;Plazo\nHonduras, con apoyo, enviará;Honduras;2 de mayo\n",
         [["Acuerdo (texto, tal como quedó, en el acta)", "Responsable", "Plazo"], ["Honduras, con apoyo, enviará", "Honduras", "2 de mayo"]]),
        ("a,b;c,d\n1,2;3,4\n5,6;7,8\n9,x\n", [["a", "b;c", "d"], ["1", "2;3", "4"], ["5", "6;7", "8"], ["9", "x"]]),
        ("sep=|\na,1|b,2\n", [["a,1", "b,2"]]),
        ("a\tb, c\nd\te, f\n", [["a", "b, c"], ["d", "e, f"]]),
        ('"Uno, dos",3\n"Tres",4\n', [["Uno, dos", "3"], ["Tres", "4"]]),
        ("Plan,2026,prueba\nAcuerdo;Quién\nx;y\nz;w\n", [["Plan,2026,prueba"], ["Acuerdo", "Quién"], ["x", "y"], ["z", "w"]]),
        ("solo\ntextos\n", [["solo"], ["textos"]]),
    ],
    ids=["semicolons", "commas", "said", "tabs", "quoted", "a title", "one column"],
)  # fmt: skip
def test_the_separator_is_the_one_that_fits_the_whole_file(text, rows):
    assert sheets.read(text.encode())[0].rows == rows


@needs_shared
def test_sheets_as_people_save_them():
    files = SHARED / "minutes" / "files"
    (sheet,) = sheets.read((files / "csv_semicolon.csv").read_bytes())
    assert sheet.rows[1][1:] == ["Honduras", "29/05/2026"]
    (sheet,) = sheets.read((files / "xlsx_percent.xlsx").read_bytes())
    assert [row[-1] for row in sheet.rows[1:4]] == ["100%", "50%", "0%"]
