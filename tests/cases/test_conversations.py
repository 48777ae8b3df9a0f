"""A government and a shelter both read a report: each has its own conversation with whoever reported."""

import pytest
from django.test import Client

from consuno.cases import actions, queries
from consuno.core.models import Grant, Section
from consuno.core.policy import Denied
from consuno.core.vault import receipts
from tests.cases.conftest import HOLDERS, PROSECUTION, SHELTER
from tests.cases.test_complaints import TOLD
from tests.cases.test_handling import at, page_of

__all__ = ["at"]


@pytest.fixture
def receipt(vaults):
    made = receipts.new()
    actions.begin_complaint(country="GT", codes=[SHELTER, PROSECUTION], by=made)
    actions.save_draft(narrative=TOLD, identity={}, by=made)
    actions.send_complaint(by=made)
    return made


@pytest.fixture
def by_code(receipt):
    found = queries.complaint_of(receipt).recipients.select_related("body", "complaint")
    return {each.body.code: each for each in found}


def holders(section):
    return {
        each.holder.owner
        for each in Grant.objects.filter(section=section, ended_on=None).select_related("holder")
    }


def answer(by_code, vaults, cast, code, text):
    return actions.reply(
        recipient=by_code[code], text=text, asks=True, opened=vaults[code], by=cast[HOLDERS[code]]
    )


def test_what_one_is_told_and_tells_no_other_has_a_key_to(receipt, by_code, vaults, cast):
    shelter = by_code[SHELTER]
    assert holders(
        answer(by_code, vaults, cast, SHELTER, "¿Está a salvo? (inventado)").section
    ) == {"", SHELTER}
    assert holders(answer(by_code, vaults, cast, PROSECUTION, "¿Quién? (inventado)").section) == {
        "",
        PROSECUTION,
    }
    mine = actions.add_message(text="Estoy en casa de… (inventado)", to=shelter, by=receipt)
    assert holders(mine.section) == {"", SHELTER}
    every = actions.add_message(text="A todas (inventado)", by=receipt)
    assert holders(every.section) == {"", SHELTER, PROSECUTION}
    note = actions.note(recipient=shelter, text="Nuestra (inventada)", by=cast["gloria"])
    assert holders(note.section) == {SHELTER}


def test_each_reads_its_own_on_its_page(receipt, by_code, vaults, cast, at):
    answer(by_code, vaults, cast, SHELTER, "¿Está a salvo? (inventado)")
    actions.add_message(text="Solo al albergue (inventado)", to=by_code[SHELTER], by=receipt)
    actions.add_message(text="A las dos (inventado)", by=receipt)
    gloria = at("gloria").get(page_of(by_code[SHELTER])).content.decode()
    julio = at("julio").get(page_of(by_code[PROSECUTION])).content.decode()
    assert "Solo al albergue" in gloria
    assert "A las dos" in gloria
    assert "A las dos" in julio
    assert "Solo al albergue" not in julio
    assert "a salvo" not in julio
    assert 'name="reply-seen" value="1"' in julio, "how many it was told, and no other"


def test_only_who_was_written_to_owes_an_answer(receipt, by_code, vaults, cast):
    for code in (SHELTER, PROSECUTION):
        answer(by_code, vaults, cast, code, "¿? (inventado)")
    actions.add_message(text="Aquí (inventado)", to=by_code[SHELTER], by=receipt)
    for each in by_code.values():
        each.refresh_from_db()
    assert by_code[SHELTER].state == "open"
    assert by_code[PROSECUTION].state == "waiting"


def test_the_reporter_says_to_whom_before_it_is_sent(receipt, by_code):
    phone = Client()
    phone.post("/denuncia/volver/", {"receipt": receipt.code})
    page = phone.get("/denuncia/mia/").content.decode()
    assert "lo que escribe a una no lo leen las otras" in page
    before = Section.objects.count()
    assert phone.post("/denuncia/mia/", {"text": "Hola (inventado)"}).status_code == 200, "to whom?"
    assert Section.objects.count() == before
    sent = phone.post("/denuncia/mia/", {"text": "Hola (inventado)", "to": by_code[SHELTER].name})
    assert sent.status_code == 302
    assert queries.complaint_of(receipt).messages.get().to.code == SHELTER
    phone.post("/denuncia/mia/", {"text": "Todas (inventado)", "to": "todas"})
    assert queries.complaint_of(receipt).messages.last().to is None


def test_one_writes_to_no_other_reports_recipient(receipt, by_code, vaults):
    other = receipts.new()
    actions.begin_complaint(country="GT", codes=[SHELTER], by=other)
    actions.save_draft(narrative=TOLD, identity={}, by=other)
    theirs = actions.send_complaint(by=other).recipients.get()
    with pytest.raises(Denied):
        actions.add_message(text="x", to=theirs, by=receipt)


def test_who_closed_its_part_is_not_written_to(receipt, by_code, vaults, cast):
    actions.reply(
        recipient=by_code[SHELTER],
        text="Listo (inventado)",
        asks=False,
        opened=vaults[SHELTER],
        by=cast["gloria"],
    )
    actions.close_complaint(recipient=by_code[SHELTER], by=cast["gloria"])
    closed = queries.complaint_of(receipt).recipients.get(body__code=SHELTER)
    with pytest.raises(Denied, match="ya cerró su parte"):
        actions.add_message(text="x", to=closed, by=receipt)
