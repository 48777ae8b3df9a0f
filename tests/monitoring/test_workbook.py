"""Reports in a spreadsheet: taken away, filled, brought back whole or not at all."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from consuno.monitoring import actions
from consuno.monitoring.models import Report
from tests.monitoring.test_cycles import WRITTEN, cycle, report, today

__all__ = ["cycle", "report", "today"]

ADDRESS = "/seguimiento/ciclos/2026-II/hoja/DGM:SV/"


@pytest.fixture
def carla(cast, client):
    client.force_login(cast["carla"])
    return client


def taken(client):
    return load_workbook(io.BytesIO(client.get(f"{ADDRESS}informes.xlsx").content))


def column(sheet, head):
    return next(cell.column for cell in sheet[1] if cell.value == head)


def row_of(sheet, label):
    where = column(sheet, "Id")
    return next(row for row in range(2, sheet.max_row + 1) if sheet.cell(row, where).value == label)


def put(sheet, label, **cells):
    for head, value in cells.items():
        sheet.cell(row_of(sheet, label), column(sheet, head.replace("_", " "))).value = value


def brought(client, book, **more):
    kept = io.BytesIO()
    book.save(kept)
    file = SimpleUploadedFile("informes.xlsx", kept.getvalue())
    return client.post(ADDRESS, {"file": file, **more})


def test_it_goes_and_comes_back(carla, cycle, report):
    actions.set_milestone(
        obligation=report.obligation, title="Ley revisada (inventada)", weight=1,
        by=report.obligation.body.memberships.first().user,
    )  # fmt: skip
    book = taken(carla)
    sheet, marks = book["Informes"], book["Hitos"]
    assert sheet.max_row == Report.objects.filter(obligation__body__code="DGM:SV").count() + 1
    label = report.obligation.commitment.label
    put(sheet, label, Hasta_dónde_se_llegó="limitado", Qué_se_hizo="=Se revisó (prueba)")
    marks.cell(2, column(marks, "Avance de 0 a 100")).value = "40 %"
    page = brought(carla, book)
    assert page.status_code == 302
    report.refresh_from_db()
    assert (report.state, report.rating) == ("draft", "limited")
    assert report.reached.get().percent == 40
    assert Report.objects.filter(state="draft").count() == 1  # empty rows are left alone


def test_all_or_nothing_and_each_row_says_why(carla, cycle, report):
    book = taken(carla)
    sheet = book["Informes"]
    label = report.obligation.commitment.label
    put(sheet, label, Hasta_dónde_se_llegó="Limitado", Qué_se_hizo="Se revisó (prueba)")
    other = next(
        sheet.cell(row, column(sheet, "Id")).value
        for row in range(2, sheet.max_row + 1)
        if row != row_of(sheet, label)
    )
    put(sheet, other, Hasta_dónde_se_llegó="casi todo", Qué_se_hizo="Algo (prueba)")
    page = brought(carla, book).content.decode()
    assert "No se guardó nada" in page
    assert "«casi todo» no es un nivel" in page
    assert not Report.objects.exclude(state="requested").exists()
    put(sheet, other, Hasta_dónde_se_llegó=None)
    page = brought(carla, book, send="1").content.decode()
    assert "Elija hasta dónde se llegó" in page  # the rules of the form hold here too
    assert not Report.objects.exclude(state="requested").exists()
    put(sheet, other, Hasta_dónde_se_llegó="Complete")  # English words do as well
    assert brought(carla, book, send="1").status_code == 302
    assert Report.objects.filter(state="submitted").count() == 2


def test_what_somebody_saved_meanwhile_is_not_overwritten(carla, cycle, report, cast):
    book = taken(carla)
    put(book["Informes"], report.obligation.commitment.label, Qué_se_hizo="Viejo (prueba)")
    actions.save_report(report=report, revision=1, by=cast["carla"], **WRITTEN)
    assert "mientras usted escribía" in brought(carla, book).content.decode()
    report.refresh_from_db()
    assert report.narrative == WRITTEN["narrative"]


def test_rows_of_others_and_changed_keys_are_refused(carla, cycle, report):
    foreign = Report.objects.filter(obligation__body__code="DGM:HN").first()
    for key, words in ((f"{foreign.pk}.1", "no es de esta institución"), ("x", "no se reconoce")):
        book = taken(carla)
        sheet = book["Informes"]
        row = row_of(sheet, report.obligation.commitment.label)
        sheet.cell(row, column(sheet, "Clave (no cambiar)")).value = key
        sheet.cell(row, column(sheet, "Qué se hizo")).value = "Algo (prueba)"
        assert words in brought(carla, book).content.decode()
    foreign.refresh_from_db()
    assert foreign.state == "requested"


def test_an_empty_sheet_and_a_foreign_file_say_so(carla, cycle):
    assert "No trae nada" in brought(carla, taken(carla)).content.decode()
    file = SimpleUploadedFile("a.csv", b"Nombre;Valor\nuno;2\n")
    assert "No trae nada" in carla.post(ADDRESS, {"file": file}).content.decode()
    file = SimpleUploadedFile("a.pdf", b"%PDF-1.4")
    assert "XLSX y CSV" in carla.post(ADDRESS, {"file": file}).content.decode()
    assert "obligatorio" in carla.post(ADDRESS, {}).content.decode()


def test_what_was_said_last_does_not_become_news(carla, cycle, report):
    assert "Lo que se dijo la última vez" in [cell.value for cell in taken(carla)["Informes"][1]]
    page = carla.get("/seguimiento/ciclos/2026-II/?cuerpo=DGM:SV").content.decode()
    assert ADDRESS in page
    page = carla.get("/seguimiento/ciclos/2026-II/?cuerpo=DGM:HN").content.decode()
    assert "hoja/DGM:HN" not in page
