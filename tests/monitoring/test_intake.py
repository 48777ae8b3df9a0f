"""A follow-up sheet kept elsewhere comes in whole, by the columns people choose, or not at all."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from consuno.agenda.actions import accept
from consuno.agenda.models import Candidate, Commitment, Minutes
from consuno.agenda.policies import may_correct_minutes
from consuno.core.policy import Denied
from consuno.monitoring import actions, intake
from consuno.monitoring.actions.intake import forget_intakes
from consuno.monitoring.models import Intake, Past
from tests.core.test_sheets import book

HEADS = [
    "No.",
    "Tema",
    "Acuerdo",
    "Responsable",
    "Fecha límite",
    "Estado",
    "Avance",
    "Fecha del avance",
]
ROWS = [
    ["Plan de trabajo (inventado)"],
    HEADS,
    [1, "Trata", "Circular el protocolo inventado.", "ST-CRM", "30 de junio de 2026", "Cumplido",
     "Se circuló (prueba).", datetime.datetime(2026, 5, 2)],
    [],
    [2, "Niñez", "Revisar la guía inventada.", "RROCM, Oficina Inventada", "por definir", "a medias",
     "", None],
]  # fmt: skip


@pytest.fixture
def beto(cast, client):
    client.force_login(cast["beto"])
    return client


def brought(client, rows=ROWS, name="seguimiento.xlsx"):
    form = {
        "file": SimpleUploadedFile(name, book(rows)), "title": "Plan inventado", "day": "10/02/2026",
    }  # fmt: skip
    return client.post("/seguimiento/traer/", form, follow=True)


def test_heads_are_guessed():
    assert intake.guess_head([["Plan"], HEADS, ["1"]]) == 2
    assert intake.guess_columns(HEADS) == {
        "ref": 0, "section": 1, "statement": 2, "responsible": 3, "deadline": 4, "level": 5,
        "text": 6, "said_on": 7,
    }  # fmt: skip
    assert intake.guess_columns(["Nota", "Norma"]) == {}


def test_rows_become_candidates_and_their_progress_history(agenda, beto, cast, client):
    page = brought(beto).content.decode()
    assert "Traer las 2 filas" in page
    found = Intake.objects.get()
    beto.post(f"/seguimiento/traer/{found.pk}/todo/")
    minutes = Minutes.objects.latest("pk")
    first, second = minutes.candidates.all()
    assert (first.ref, first.statement) == ("1", "Circular el protocolo inventado.")
    assert minutes.text[slice(*first.spans[0])] == first.statement
    assert first.due_on == datetime.date(2026, 6, 30)
    assert first.parties[0]["body"] == "ST-CRM"
    assert [row["body"] for row in second.parties] == ["RROCM", None]
    assert (second.deadline_kind, second.theme.pk) == ("tbd", "vulnerables")
    with pytest.raises(Denied, match="corrija cada candidato"):
        may_correct_minutes(cast["beto"], minutes, "Otra hoja")
    past = Past.objects.get(candidate=first)
    assert (past.rating, past.said_on) == ("complete", datetime.date(2026, 5, 2))
    assert Past.objects.get(candidate=second).rating == ""  # other words are kept, not guessed
    assert cast["ana"].notices.filter(kind="agenda.paper_waits").exists()
    found.refresh_from_db()
    assert (found.rows, bytes(found.content)) == ([], b"")
    assert beto.get(f"/seguimiento/traer/{found.pk}/").status_code == 302
    for who in ("ana", "beto"):
        accept(candidate=first, revision=first.revision, by=cast[who])
    first.refresh_from_db()
    actions.settle(by=None)
    owed = Commitment.objects.get(pk=first.commitment_id).obligations.get()
    page = client.get(owed.get_absolute_url()).content.decode()
    assert "Lo que se decía antes" in page
    assert "Se circuló (prueba)." in page


def test_a_wrong_row_keeps_all_out(agenda, beto, cast):
    rows = [*ROWS, [2, "Trata", "", "ST-CRM", "", "", "", "ayer"]]
    page = brought(beto, rows).content.decode()
    for words in ("No dice qué se acordó", "ya está en la fila 5", "«ayer» no es un día"):
        assert words in page
    assert "Traer las" not in page
    found = Intake.objects.get()
    page = beto.post(f"/seguimiento/traer/{found.pk}/todo/").content.decode()
    assert "no se trajo nada" in page
    assert not Candidate.objects.filter(minutes__meeting__title__es="Plan inventado").exists()


def test_columns_are_chosen_on_the_screen(agenda, beto):
    brought(beto)
    found = Intake.objects.get()
    address = f"/seguimiento/traer/{found.pk}/columnas/"
    page = beto.post(address, {"head": 2, "ref": 0}).content.decode()
    assert "Elija la columna que dice qué se acordó" in page
    page = beto.post(address, {"head": 2, "statement": 2, "text": 2}).content.decode()
    assert "una sola vez" in page
    page = beto.post(address, {"head": 99, "statement": 2}).content.decode()
    assert "no está en la hoja" in page
    beto.post(address, {"head": 2, "statement": 2})
    found.refresh_from_db()
    assert found.columns == {"statement": 2}
    beto.post(f"/seguimiento/traer/{found.pk}/descartar/")
    assert not Intake.objects.exists()


def test_it_is_its_own_secretariats(agenda, beto, cast, client):
    brought(beto)
    found = Intake.objects.get()
    with pytest.raises(Denied, match="la otra Secretaría"):
        actions.take_in(intake=found, by=cast["ana"])
    client.force_login(cast["ana"])
    assert client.get(f"/seguimiento/traer/{found.pk}/").status_code == 403
    client.force_login(cast["carla"])
    assert client.get("/seguimiento/traer/").status_code == 403


def test_a_sheet_left_for_a_month_is_thrown_away(agenda, beto, time_machine):
    brought(beto)
    assert "a los 30 días" in beto.get(Intake.objects.get().get_absolute_url()).content.decode()
    time_machine.move_to(datetime.datetime(2026, 12, 24, 12))
    forget_intakes.run()
    assert Intake.objects.exists()
    time_machine.move_to(datetime.datetime(2026, 12, 26, 12))
    forget_intakes.run()
    assert not Intake.objects.exists()
