"""An organisation handles what was entrusted to it; nobody else learns that there is anything."""

import datetime

import pytest
from django.test import Client

from consuno.cases import actions, queries
from consuno.cases.models import Complaint, HandOver, Message, Recipient
from consuno.core.models import AuditEntry, Notice, Section
from consuno.core.policy import Denied
from consuno.core.vault import receipts, sections
from consuno.directory.models import Body, Country, Membership
from consuno.knowledge.models import Provision
from tests.cases.conftest import CENTRE, PROSECUTION, SHELTER
from tests.cases.test_complaints import TOLD, WHO, draft, receipt, sent

__all__ = ["draft", "receipt", "sent"]


@pytest.fixture
def recipient(sent):
    return sent.recipients.get()


@pytest.fixture
def at(cast, vaults):
    """A browser of each person, with the vault open: the passphrase of all is "x"."""
    made = {}

    def browser(who):
        if who not in made:
            client = made[who] = Client()
            client.force_login(cast[who])
            client.post("/boveda/", {"passphrase": "x"})
        return made[who]

    return browser


def page_of(recipient):
    return f"/atencion/{recipient.name}/"


def allow_transfer(country="GT", **more):
    today = datetime.date(2026, 11, 20)
    return Provision.objects.create(
        country=Country.objects.get(code=country), element="transferencia", value="si",
        law="Ley inventada para la prueba", validated_on=today, **more,
    )  # fmt: skip


def test_the_desk_shows_what_falls_due_and_opens_nothing(recipient, at):
    desk = at("gloria").get("/atencion/").content.decode()
    assert recipient.complaint.folio in desk
    assert "28" in desk
    assert "sin paga" not in desk
    assert not AuditEntry.objects.filter(verb="section_opened").exists()


def test_opened_it_is_read_and_each_opening_is_written_down(recipient, at, cast):
    page = at("gloria").get(page_of(recipient)).content.decode()
    assert TOLD["what"] in page
    assert WHO["name"] in page
    assert "Abuso en el trabajo" in page
    entries = AuditEntry.objects.filter(verb="section_opened", by=cast["gloria"])
    assert {entry.detail["kind"] for entry in entries} == {"narrative", "identity"}
    assert all(entry.on_behalf_of == SHELTER for entry in entries)


@pytest.mark.parametrize("who", ["julio", "ines", "ana", "beto", "carla", "karla", "fermin"])
def test_row_3_to_everybody_else_it_does_not_exist(recipient, at, who, as_person):
    client = at(who) if who in {"julio", "ines", "ana", "beto"} else as_person(who)
    missing, there = (client.get(f"/atencion/{pk}/") for pk in (999999, recipient.name))
    assert there.status_code == missing.status_code
    assert there.status_code in {403, 404}
    assert recipient.complaint.folio not in there.content.decode()
    for act in ("recibida", "responder", "nota", "encargar", "cerrar", "proponer"):
        assert client.post(f"{page_of(recipient)}{act}/", {"to": 1}).status_code in {403, 404}
    assert recipient.complaint.folio not in client.get("/atencion/").content.decode()


def test_a_colleague_without_the_key_is_told_so(recipient, cast):
    client = Client()
    client.force_login(cast["hugo"])
    actions_page = client.get(page_of(recipient))
    assert actions_page["Location"].startswith("/boveda/")
    fields = {"passphrase": "una frase larga de prueba", "again": "una frase larga de prueba"}
    client.post("/boveda/", fields)
    assert client.get(page_of(recipient)).status_code == 403


def test_the_answer_reaches_whoever_holds_the_receipt(recipient, at, receipt):
    gloria = at("gloria")
    gloria.post(f"{page_of(recipient)}recibida/")
    gloria.post(
        f"{page_of(recipient)}responder/",
        {"reply-text": "¿Está a salvo? (inventado)", "reply-asks": "on"},
    )
    recipient.refresh_from_db()
    assert (recipient.state, str(recipient.acknowledged_on)) == ("waiting", "2026-11-25")
    phone = Client()
    phone.post("/denuncia/volver/", {"receipt": receipt.code})
    assert "¿Está a salvo? (inventado)" in phone.get("/denuncia/mia/").content.decode()
    phone.post("/denuncia/mia/", {"text": "Sí (inventado)."})
    recipient.refresh_from_db()
    assert recipient.state == "open"
    assert "Sí (inventado)." in gloria.get(page_of(recipient)).content.decode()
    gloria.post(f"{page_of(recipient)}responder/", {"reply-text": "Respuesta (inventada)."})
    recipient.refresh_from_db()
    assert (recipient.state, str(recipient.answered_on)) == ("answered", "2026-11-25")


def test_notes_stay_inside(recipient, at, receipt, cast, vaults):
    gloria = at("gloria")
    gloria.post(f"{page_of(recipient)}nota/", {"note-text": "Riesgo alto (inventado)."})
    page = gloria.get(page_of(recipient)).content.decode()
    assert "Riesgo alto (inventado)." in page
    assert "Nota interna: Gloria" in page
    phone = Client()
    phone.post("/denuncia/volver/", {"receipt": receipt.code})
    assert "Riesgo alto" not in phone.get("/denuncia/mia/").content.decode()
    note = Message.objects.get(internal=True)
    with pytest.raises(sections.NoGrantError):
        sections.read(
            note.section, recipient.complaint.reporter, receipt.secret, by=None, purpose="x"
        )


def test_who_takes_care_is_unreadable_in_the_table(recipient, at, cast):
    gloria = at("gloria")
    gloria.post(f"{page_of(recipient)}encargar/", {"to": cast["gloria"].pk})
    recipient.refresh_from_db()
    assert queries.assigned_to(recipient) == cast["gloria"]
    assert len(recipient.assigned) > 60
    assert (
        gloria.post(f"{page_of(recipient)}encargar/", {"to": cast["julio"].pk}).status_code == 404
    )
    recipient.refresh_from_db()
    assert queries.assigned_to(recipient) == cast["gloria"]


def test_nothing_is_closed_in_silence(recipient, cast, receipt, vaults):
    with pytest.raises(Denied, match="responda"):
        actions.close_complaint(recipient=recipient, by=cast["gloria"])
    actions.reply(
        recipient=recipient,
        text="Respuesta (inventada).",
        asks=False,
        opened=vaults[SHELTER],
        by=cast["gloria"],
    )
    actions.close_complaint(recipient=recipient, by=cast["gloria"])
    assert Complaint.objects.get().status == "closed"
    with pytest.raises(Denied):
        actions.reply(
            recipient=recipient, text="Más.", asks=False, opened=vaults[SHELTER], by=cast["gloria"]
        )


def test_to_another_country_only_where_the_sending_one_confirmed_it(recipient, cast, vaults):
    to = Body.objects.get(code=CENTRE)

    def propose():
        return actions.propose_handover(
            recipient=recipient,
            to=to,
            reason="Allí (inventado).",
            opened=vaults[SHELTER],
            by=cast["gloria"],
        )

    with pytest.raises(Denied, match="no ha confirmado"):
        propose()
    cell = allow_transfer(valid_until=datetime.date(2026, 11, 24))
    with pytest.raises(Denied, match="no ha confirmado"):
        propose()
    cell.valid_until = None
    cell.save()
    assert propose().to == to


@pytest.mark.parametrize(
    ("answer", "story", "identity"),
    [("all", True, True), ("story", True, False), ("no", False, False)],
)
def test_row_4_only_the_reporters_yes_opens_it_to_another(
    recipient, cast, at, receipt, answer, story, identity, vaults
):
    allow_transfer()
    actions.reply(
        recipient=recipient,
        text="Antes (inventado).",
        asks=True,
        opened=vaults[SHELTER],
        by=cast["gloria"],
    )
    to = Body.objects.get(code=CENTRE)
    made = actions.propose_handover(
        recipient=recipient,
        to=to,
        reason="Allí (inventado).",
        opened=vaults[SHELTER],
        by=cast["gloria"],
    )
    assert not Recipient.objects.filter(body=to).exists()
    phone = Client()
    phone.post("/denuncia/volver/", {"receipt": receipt.code})
    assert "Allí (inventado)." in phone.get("/denuncia/mia/").content.decode()
    phone.post(f"/denuncia/propuesta/{made.name}/", {"answer": answer})
    twice = phone.post(f"/denuncia/propuesta/{made.name}/", {"answer": "all"})
    assert (twice.status_code, "Ya respondió" in twice.content.decode()) == (403, True)
    theirs = Recipient.objects.filter(body=to).first()
    assert (theirs is not None) is story
    if theirs is None:
        return
    page = at("ines").get(page_of(theirs)).content.decode()
    assert TOLD["what"] in page
    assert "Antes (inventado)." in page
    assert (WHO["name"] in page) is identity


def test_before_the_yes_it_says_what_the_other_countrys_law_obliges_to(
    recipient, cast, receipt, vaults
):
    allow_transfer()
    to = Body.objects.get(code=CENTRE)
    actions.propose_handover(
        recipient=recipient,
        to=to,
        reason="Allí (inventado).",
        opened=vaults[SHELTER],
        by=cast["gloria"],
    )
    phone = Client()
    phone.post("/denuncia/volver/", {"receipt": receipt.code})

    def said():
        return phone.get("/denuncia/mia/").content.decode()

    assert f"La ley de {to.country}" in said()
    assert "No sabemos si la ley de este país obliga" in said()
    assert "también abre sus archivos, lo que usted escribió a todas" in said()
    to.country = Country.objects.get(
        code="CR"
    )  # one whose law is known, from an unconfirmed source
    to.save()
    assert "debe avisar a la autoridad" in said()
    assert "Sin confirmar." in said()


def test_a_proposal_of_another_report_is_not_found(recipient, cast, receipt, vaults):
    allow_transfer()
    made = actions.propose_handover(
        recipient=recipient,
        to=Body.objects.get(code=PROSECUTION),
        reason="(inventado)",
        opened=vaults[SHELTER],
        by=cast["gloria"],
    )
    other = receipts.new()
    actions.begin_complaint(country="GT", codes=[SHELTER], by=other)
    phone = Client()
    phone.post("/denuncia/volver/", {"receipt": other.code})
    assert phone.post(f"/denuncia/propuesta/{made.name}/", {"answer": "all"}).status_code == 404
    assert HandOver.objects.get().answer == ""


def test_people_are_told_by_the_hour_and_supervisors_of_what_is_late(recipient, cast, time_machine):
    actions.tell_recipients.run()
    actions.tell_recipients.run()
    told = Notice.objects.filter(kind="cases.complaint_came")
    assert {each.user for each in told} == {cast["gloria"], cast["hugo"]}
    time_machine.move_to("2026-11-29 12:30Z")
    actions.tell_of_late_ones.run()
    actions.tell_of_late_ones.run()
    assert [each.user for each in Notice.objects.filter(kind="cases.complaint_late")] == [
        cast["hugo"]
    ]


def test_row_44_what_ended_is_erased_in_time(recipient, cast, receipt, time_machine, vaults):
    actions.reply(
        recipient=recipient,
        text="Respuesta (inventada).",
        asks=False,
        opened=vaults[SHELTER],
        by=cast["gloria"],
    )
    actions.close_complaint(recipient=recipient, by=cast["gloria"])
    time_machine.move_to("2027-11-25 12:00Z")
    actions.erase_ended.run()
    assert Complaint.objects.exists()
    time_machine.move_to("2027-11-26 12:00Z")
    actions.erase_ended.run()
    assert not Complaint.objects.exists()
    assert not Section.objects.exists()


def test_what_waits_in_vain_is_closed_and_then_erased(recipient, cast, time_machine, vaults):
    actions.reply(
        recipient=recipient,
        text="¿Sigue ahí? (inventado)",
        asks=True,
        opened=vaults[SHELTER],
        by=cast["gloria"],
    )
    time_machine.move_to("2027-05-25 12:00Z")
    actions.erase_ended.run()
    assert Complaint.objects.get().status == "closed"


def test_row_6_whoever_lost_the_role_is_refused_at_the_next_request(recipient, at, cast):
    gloria = at("gloria")
    assert gloria.get(page_of(recipient)).status_code == 200
    Membership.objects.filter(user=cast["gloria"]).update(ends=datetime.date(2026, 11, 24))
    assert gloria.get(page_of(recipient)).status_code == 404


def test_figures_are_the_organisations_own(recipient, cast, time_machine, vaults):
    time_machine.move_to("2026-11-27 12:00Z")
    actions.reply(
        recipient=recipient,
        text="Respuesta (inventada).",
        asks=False,
        opened=vaults[SHELTER],
        by=cast["gloria"],
    )
    found = queries.figures(recipient.body)
    assert dict(found.by_state)["respondida"] == 1
    assert (found.late, found.days_to_answer) == (0, 2.0)


def test_the_desk_asks_the_same_whatever_its_length(
    recipient, cast, vaults, django_assert_max_num_queries
):
    for _each in range(8):
        mine = receipts.new()
        actions.begin_complaint(country="GT", codes=[SHELTER], by=mine)
        actions.save_draft(narrative=TOLD, identity={}, by=mine)
        actions.send_complaint(by=mine)
    with django_assert_max_num_queries(5):
        assert len(list(queries.desk(cast["gloria"]))) == 9
        queries.figures(recipient.body)


def test_a_report_asks_the_same_however_much_was_said(
    recipient, at, cast, receipt, django_assert_max_num_queries, vaults
):
    gloria = at("gloria")
    for number in range(12):
        actions.reply(
            recipient=recipient,
            text=f"{number} (inventado)",
            asks=True,
            opened=vaults[SHELTER],
            by=cast["gloria"],
        )
    with django_assert_max_num_queries(32):
        page = gloria.get(page_of(recipient)).content.decode()
    assert "11 (inventado)" in page
    phone = Client()
    phone.post("/denuncia/volver/", {"receipt": receipt.code})
    with django_assert_max_num_queries(24):
        assert "11 (inventado)" in phone.get("/denuncia/mia/").content.decode()
