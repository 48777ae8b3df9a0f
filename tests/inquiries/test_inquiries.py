"""A Secretariat asks, bodies answer, the answers reach those they are shared with."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from consuno.agenda.models import Commitment
from consuno.core.policy import ConflictError, Denied
from consuno.directory.models import Body
from consuno.inquiries import actions
from consuno.inquiries.models import Answer, Inquiry, Rung
from tests.factors import shown_again_who_they_are
from tests.files import AS_IT_CAME, CLEAN, png


@pytest.fixture(autouse=True)
def today(time_machine):
    time_machine.move_to("2026-11-25 12:00Z")


def ask(cast, **changes):
    fields = {
        "title": "Cursos que se dan (prueba)", "text": "¿Qué cursos dan? (prueba)", "language": "es",
        "due_on": datetime.date(2026, 12, 20), "among": True,
        "bodies": list(Body.objects.filter(code__in=("DGM:SV", "DGM:HN"))),
        "shared_with": [Body.objects.get(code="DEMO:ONG-GT")],
    }  # fmt: skip
    return actions.ask(by=cast["ana"], **(fields | changes))


@pytest.fixture
def mine(agenda, cast):
    return ask(cast).answers.get(body__code="DGM:SV")


def give(answer, by, **changes):
    fields = {"text": "Dos cursos (prueba).", "language": "es", "revision": 1}
    return actions.give_answer(answer=answer, by=by, **(fields | changes))


def test_each_body_is_asked_by_notice_and_letter(agenda, cast, run_jobs, settings, mailoutbox):
    settings.MAIL_CONFIGURED = True
    settings.SITE_URL = "https://consuno.example.org"
    mine = ask(cast).answers.get(body__code="DGM:SV")
    assert cast["carla"].notices.filter(kind="inquiries.asked").exists()
    run_jobs()
    letter = next(each for each in mailoutbox if each.to == [cast["carla"].email])
    assert "información" in letter.subject
    assert f"/solicitudes/{mine.inquiry_id}/" in letter.body
    assert "cursos" not in letter.body  # what is asked stays inside
    with pytest.raises(Denied, match="no ha llegado"):
        ask(cast, due_on=datetime.date(2026, 11, 25))
    with pytest.raises(Denied, match="al menos una"):
        ask(cast, bodies=[])
    with pytest.raises(Denied, match="elija instituciones"):
        ask(cast, bodies=[Body.objects.get(code="PAISES-CRM")])


@pytest.mark.acta("A1.acuerdo.c")
def test_answers_reach_those_they_are_shared_with(mine, cast, client):
    address = mine.inquiry.get_absolute_url()
    give(mine, cast["carla"], text="Dos cursos inventados.")
    readers = {"ana": True, "beto": True, "diego": True, "eva": True, "carla": True}
    for who, reads in readers.items():
        client.force_login(cast[who])
        assert ("Dos cursos inventados." in client.get(address).content.decode()) == reads, who
    for who in ("beto", "diego"):
        assert cast[who].notices.filter(kind="inquiries.answer_given").exists()
    client.force_login(cast["luis"])
    assert client.get(address).status_code == 403
    client.force_login(cast["fermin"])
    assert client.get(address).status_code == 404


def test_not_among_those_asked_where_it_says_so(agenda, cast, client):
    made = ask(cast, among=False)
    give(made.answers.get(body__code="DGM:SV"), cast["carla"], text="Dos cursos inventados.")
    client.force_login(cast["eva"])
    assert "Dos cursos" not in client.get(made.get_absolute_url()).content.decode()
    table = client.get(f"{made.get_absolute_url()}respuestas.csv").getvalue().decode()
    assert "respondida" in table
    assert "Dos cursos" not in table


def test_a_draft_is_read_by_nobody_else(mine, cast, client):
    actions.save_answer(answer=mine, revision=1, text="Borrador.", by=cast["carla"])
    client.force_login(cast["ana"])
    assert "Borrador." not in client.get(mine.inquiry.get_absolute_url()).content.decode()
    with pytest.raises(ConflictError):
        give(mine, cast["carla"], revision=1)
    with pytest.raises(Denied, match="Responde el punto focal"):
        give(mine, cast["eva"], revision=2)


def test_nothing_said_and_cannot_say(mine, cast):
    with pytest.raises(Denied, match="Escriba la respuesta"):
        give(mine, cast["carla"], text=" ")
    with pytest.raises(Denied, match="por qué no puede"):
        actions.decline(answer=mine, revision=1, text=" ", by=cast["carla"])
    done = actions.decline(
        answer=mine, revision=1, text="No es nuestro (prueba).", by=cast["carla"]
    )
    assert done.state == "declined"
    with pytest.raises(Denied, match="Ya se respondió"):
        give(mine, cast["carla"], revision=2)
    actions.reopen_answer(answer=mine, by=cast["ana"])
    assert cast["carla"].notices.filter(kind="inquiries.answer_came_back").exists()
    with pytest.raises(Denied, match="la Secretaría que la hizo"):
        actions.change_due(inquiry=mine.inquiry, due_on=datetime.date(2027, 1, 1), by=cast["beto"])


def test_reminders_each_once(mine, cast, time_machine):
    for day in range(40):
        time_machine.move_to(datetime.datetime(2026, 11, 26, 12) + datetime.timedelta(days=day))
        actions.remind_of_answers.run()
        actions.remind_of_answers.run()
        if day == 20:  # the 16th of December: one day is left, and more is given
            actions.change_due(
                inquiry=mine.inquiry, due_on=datetime.date(2027, 1, 20), by=cast["ana"]
            )
    rows = Rung.objects.filter(answer=mine).values_list("due_on", "rung", "skipped")
    assert list(rows) == [(datetime.date(2026, 12, 20), -7, False)]
    told = cast["carla"].notices.filter(kind="inquiries.answer_due")
    assert told.count() == 1
    actions.close_inquiry(inquiry=mine.inquiry, by=cast["ana"])
    time_machine.move_to("2027-03-01 12:00Z")
    actions.remind_of_answers.run()
    assert Rung.objects.filter(answer=mine).count() == 1
    with pytest.raises(Denied, match="cerrada"):
        give(mine, cast["carla"])


def test_the_pages(agenda, cast, client):
    item = Commitment.objects.get(ref="3.b.1")
    client.force_login(cast["ana"])
    page = client.get(item.get_absolute_url()).content.decode()
    assert f"/solicitudes/nueva/?compromiso={item.pk}" in page
    form = {
        "title": "Prácticas (prueba)", "text": "¿Cuáles? (prueba)", "language": "es",
        "due_on": "20/12/2026", "bodies": [Body.objects.get(code="DGM:SV").pk], "among": "on",
    }  # fmt: skip
    late = client.post("/solicitudes/nueva/", form | {"due_on": "20/12/2020"}).content.decode()
    assert "no ha llegado" in late
    assert "¿Cuáles?" in late
    client.post(f"/solicitudes/nueva/?compromiso={item.pk}", form)
    made = Inquiry.objects.get()
    assert made.commitment == item
    base = made.get_absolute_url()
    client.force_login(cast["carla"])
    assert "Prácticas (prueba)" in client.get("/solicitudes/").content.decode()
    row = Answer.objects.get()
    address = f"/solicitudes/respuestas/{row.pk}/"
    said = {"revision": 1, "language": "es", "word": "give"}
    assert "Escriba la respuesta" in client.post(address, said).content.decode()
    file = SimpleUploadedFile("cursos.pdf", b"uno")
    client.post(address, said | {"file": file, "text": "=Tres (prueba)"})
    client.force_login(cast["ana"])
    page = client.get(base).content.decode()
    assert "1 de 1" in page
    assert AS_IT_CAME in page
    assert client.get(f"{address}archivo/").content == b"uno"
    shown_again_who_they_are(client)
    assert "'=Tres" in client.get(f"{base}respuestas.csv").getvalue().decode()
    assert "Escriba un día" in client.post(f"{base}cambiar/", {"due_on": "x"}).content.decode()
    client.post(f"{base}cambiar/", {"due_on": "30/12/2026"})
    client.post(f"{address}devolver/")
    client.force_login(cast["carla"])
    kept = {**said, "revision": 3, "word": "save", "file": SimpleUploadedFile("a.png", png())}
    client.post(address, kept)
    assert CLEAN in client.get(base).content.decode()
    client.force_login(cast["ana"])
    client.post(f"{base}cambiar/", {"word": "close"})
    made.refresh_from_db()
    assert (made.due_on, made.closed_on) == (
        datetime.date(2026, 12, 30), datetime.date(2026, 11, 25)
    )  # fmt: skip
