"""A month of a Secretariat: three meetings, three formats, two Secretariats, one agenda."""

import io
from email.message import EmailMessage

import pytest
from django.core import mail  # noqa: TID251
from docx import Document

from consuno.agenda.models import Candidate, Minutes
from consuno.core import notices
from consuno.directory import actions
from consuno.directory.models import Body, Role
from tests.agenda.test_minutes_pages import upload

FIRST = """Acuerdos:
1. La RROCM enviará su informe a más tardar el 15 de abril de 2026.
2. Guatemala designará un punto focal en mayo de 2026.
"""
SECOND = """Agreements
1. The RNCOM will send a list of shelters by 30 June 2026.
2. Costa Rica will publish the guide by the end of July 2026.
"""
THIRD = """ACUERDAN:
1. Encargar a la ST de la CRM que convoque a la reunión técnica en agosto de 2026.
Se agradece la hospitalidad.
"""


def word(text):
    document = Document()
    for line in text.strip().split("\n"):
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return upload(out.getvalue(), "acta.docx")


def letter(text):
    message = EmailMessage()
    message["Subject"] = "Minutes"
    message.set_content(text)
    return upload(message.as_bytes(), "minutes.eml")


@pytest.fixture
def secretariats(as_person):
    return as_person("ana"), as_person("beto")


def bring(browser, title, day, **paper):
    """Take a paper in, as the page does; return it."""
    sent = browser.post("/actas/nueva/", {"title": title, "starts": day, "public": "on", **paper})
    assert sent.status_code == 302, sent.context["form"].errors
    return Minutes.objects.latest("pk")


def accept_all(browser, minutes):
    """Go through the paper as the page leads, from the first that waits to the last."""
    while True:
        current = browser.get(f"/actas/{minutes.pk}/").context["current"]
        if not current.waits_for_me:
            return
        found = Candidate.objects.get(pk=current.candidate.pk)
        browser.post(
            f"/actas/{minutes.pk}/{found.number}/decidir/",
            {"word": "accept", "revision": found.revision},
        )


def board(browser, query=""):
    return browser.get(f"/agenda/{query}").context["page"].paginator.count


def test_a_month(cast, secretariats, client, as_person, settings, run_jobs):
    ana, beto = secretariats
    settings.MAIL_CONFIGURED, settings.SITE_URL = True, "https://consuno.example"
    actions.appoint(
        user=cast["diego"], body=Body.objects.get(code="RROCM"), role=Role.FOCAL_POINT, by=None
    )
    before = board(client)

    # Week 1: ST-CRM brings a Word file; ST-RROCM hears of it, and both confirm all of it.
    first = bring(ana, "Reunión de marzo", "02/03/2026", file=word(FIRST))
    assert "Reunión de marzo" in beto.get("/avisos/").content.decode()
    accept_all(ana, first)
    assert board(client) == before  # one word is not two
    accept_all(beto, first)
    assert board(client) == before + 2

    # Week 2: ST-RROCM brings minutes in English, as a mail.
    second = bring(beto, "March working group", "10/03/2026", file=letter(SECOND))
    assert second.meeting.language == "en"
    accept_all(ana, second)
    accept_all(beto, second)
    assert board(client) == before + 4

    # Week 3: a declaration is pasted; ST-RROCM disagrees, ST-CRM corrects, then both agree.
    third = bring(ana, "Declaración", "20/03/2026", text=THIRD)
    (only,) = Candidate.objects.filter(minutes=third)
    address = f"/actas/{third.pk}/{only.number}/"
    ana.post(address + "decidir/", {"word": "accept", "revision": 1})
    beto.post(
        address + "decidir/", {"word": "reject", "revision": 1, "reason": "Fue en septiembre"}
    )
    assert "rechazó algo" in ana.get("/avisos/").content.decode()
    assert "Fue en septiembre" in ana.get(f"/actas/{third.pk}/").content.decode()
    form = ana.get(address + "editar/").context["form"]
    ana.post(
        address + "editar/",
        {
            "statement": form["statement"].value(), "kind": only.kind, "actionable": "on",
            "who": form["who"].value(), "deadline_text": "septiembre de 2026", "due_on": "31/08/2026",
            "revision": 1, "accept": "1",
        },
    )  # fmt: skip
    accept_all(beto, third)
    assert board(client) == before + 5

    # The end of the month: everybody finds their own, and takes it away.
    assert board(client, "?cuerpo=RROCM&reunion=reunion-de-marzo-2026") == 1
    assert board(client, "?pais=GT&reunion=reunion-de-marzo-2026") == 1
    june = client.get("/agenda/plazos.ics?reunion=march-working-group-2026").content.decode()
    assert "DTSTART;VALUE=DATE:20260630" in june
    assert "DTSTART;VALUE=DATE:20260731" in june
    diego = as_person("diego")
    assert diego.get("/avisos/").content.decode().count("responde por algo nuevo") == 2

    # The morning after, those who have not read their notices get one letter each.
    notices.send_digests.run()
    run_jobs()
    assert sorted(letter.to[0] for letter in mail.outbox) == [
        "ana@example.org", "beto@example.org", "diego@example.org",
    ]  # fmt: skip
