"""The matrix of observations goes out as a spreadsheet and comes back: all of it, or nothing."""

import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from consuno.consultation.models import Observation
from tests.consultation.test_drafting import body, proposal
from tests.consultation.test_rounds import running

__all__ = ["proposal", "running"]


def here(running, name):
    return reverse(f"consultation:{name}", args=[running.version.proposal_id, running.pk])


@pytest.fixture
def carry(running, as_person):
    """Take the sheet away as somebody, fill it, and bring it back."""

    def act(who, fill, **given):
        client = as_person(who)
        content = client.get(here(running, "matrix")).content
        book = openpyxl.load_workbook(io.BytesIO(content))
        sheet = book.active
        columns = {cell.value: cell.column for cell in sheet[1]}
        for row, values in fill.items():
            for head, value in values.items():
                sheet.cell(row, columns[head]).value = value
        kept = io.BytesIO()
        book.save(kept)
        given = {"body": body("PAIS:SV").pk} | given
        upload = SimpleUploadedFile("hoja.xlsx", kept.getvalue())
        path = here(running, "bring_observations")
        return client.post(path, given | {"file": upload}, follow=True).content.decode()

    return act


FILLED = {
    2: {"De qué clase": "Apoyo", "Observación": "Lo apoyamos (prueba)."},
    4: {"De qué clase": "De fondo", "Observación": "Falta el plazo (prueba).", "Texto que propone": "En 24 horas."},
}  # fmt: skip


def test_what_is_filled_comes_back_as_drafts_of_the_country(running, carry):
    page = carry("carla", FILLED)
    assert "2 observaciones guardadas" in page
    whole, clause = Observation.objects.order_by("pk")
    assert (whole.uid, whole.kind, whole.body.code) == (None, "support", "PAIS:SV")
    assert (clause.uid, clause.wording, clause.submitted_at) == (2, "En 24 horas.", None)


def test_presented_at_once_where_asked(running, carry):
    carry("carla", FILLED, submit="1")
    assert Observation.objects.exclude(submitted_at=None).count() == 2


def test_one_wrong_row_and_nothing_is_kept(running, carry):
    wrong = {
        3: {"De qué clase": "Rara", "Observación": "x (prueba)"},
        5: {"De qué clase": "Apoyo", "Observación": "y (prueba)", "Clave (no cambiar)": "999.1"},
        6: {"De qué clase": "Apoyo", "Observación": "z" * 5_001, "Clave (no cambiar)": f"{running.pk}.3"},
        7: {"De qué clase": "Apoyo", "Observación": "w", "Clave (no cambiar)": f"{running.pk}.77"},
    }  # fmt: skip
    page = carry("carla", FILLED | wrong)
    assert "No se guardó nada" in page
    for words in ("Elija de qué clase es", "no es de esta ronda", "pasa de 5000 letras"):
        assert words in page, words
    assert Observation.objects.count() == 0
    page = carry("carla", FILLED | {7: wrong[7]})
    assert "no está en esta versión" in page
    assert Observation.objects.count() == 0


def test_brought_twice_it_is_not_doubled(running, carry):
    carry("carla", FILLED)
    assert "Ya está anotada" in carry("carla", FILLED)
    assert Observation.objects.count() == 2


def test_the_secretariat_writes_down_what_a_letter_brought(running, carry):
    page = carry("ana", FILLED, body=body("PAIS:GT").pk)
    assert "Observation" not in page
    assert Observation.objects.count() == 0  # by which letter, it has to say
    carry("ana", FILLED, body=body("PAIS:GT").pk, instrument="Correo (inventado)")
    assert {each.instrument for each in Observation.objects.all()} == {"Correo (inventado)"}


def test_not_for_a_stranger_nor_another_country_nor_an_empty_sheet(running, carry, as_person):
    assert as_person("fermin").get(here(running, "matrix")).status_code == 404
    carry("eva", FILLED)  # speaks for Honduras
    assert Observation.objects.count() == 0
    assert "ninguna fila" in carry("carla", {})
    upload = SimpleUploadedFile("x.xlsx", b"not a book")
    page = as_person("carla").post(
        here(running, "bring_observations"), {"body": body("PAIS:SV").pk, "file": upload}
    )
    assert page.status_code == 200
    assert Observation.objects.count() == 0


def test_as_a_text_document_too(running, as_person):
    from docx import Document

    client = as_person("carla")
    content = client.get(here(running, "matrix"), {"como": "docx"}).content
    document = Document(io.BytesIO(content))
    table = document.tables[0]
    assert len(table.rows) == 5
    heads = {cell.text: at for at, cell in enumerate(table.rows[0].cells)}
    row = table.rows[3].cells
    assert row[heads["Cláusula"]].text == "2"
    row[heads["De qué clase"]].text = "pregunta"
    row[heads["Observación"]].text = "¿Quién avisa? (prueba)"
    kept = io.BytesIO()
    document.save(kept)
    upload = SimpleUploadedFile("matriz.docx", kept.getvalue())
    page = client.post(
        here(running, "bring_observations"),
        {"body": body("PAIS:SV").pk, "file": upload},
        follow=True,
    ).content.decode()
    assert "1 observación guardada" in page
    made = Observation.objects.get()
    assert (made.uid, made.kind, made.text) == (2, "question", "¿Quién avisa? (prueba)")


def test_a_text_document_is_no_spreadsheet_elsewhere(running, as_person):
    from consuno.core import sheets

    content = as_person("carla").get(here(running, "matrix"), {"como": "docx"}).content
    with pytest.raises(sheets.SheetError):
        sheets.read(content)
    assert sheets.read(content, documents=True)[0].rows[1][1] == "El texto entero"


def test_a_key_that_became_another_number_lands_nowhere_else(running, carry):
    """A spreadsheet makes "7.10" the number 7.1: the row then names another clause than its own text."""
    moved = {
        4: {"De qué clase": "Apoyo", "Observación": "x", "Clave (no cambiar)": f"{running.pk}.1"}
    }
    page = carry("carla", FILLED | moved)
    assert "no es el de la cláusula de su clave" in page
    assert not Observation.objects.filter(text="x").exists()
