"""Handing over goes on as the reporter said, whoever leaves, presses twice or withdraws."""

import pytest
from django.test import Client

from consuno.cases import actions
from consuno.cases.models import HandOver, Recipient
from consuno.core.models import Section
from consuno.core.policy import Denied
from consuno.core.vault import organisations
from consuno.directory.models import Body
from tests.cases.conftest import CENTRE, SHELTER
from tests.cases.test_complaints import TOLD, draft, receipt, sent
from tests.cases.test_handling import allow_transfer, at, page_of, recipient

__all__ = ["at", "draft", "receipt", "recipient", "sent"]


def test_after_a_leaver_the_reporters_own_parts_get_another_key_when_she_returns(
    recipient, vaults, cast, receipt, at
):
    actions.note(recipient=recipient, text="(inventado)", by=cast["gloria"])
    organisations.rotate(SHELTER, vaults[SHELTER], by=cast["gloria"])
    flagged = Section.objects.filter(rekey_due=True)
    assert {each.kind for each in flagged} == {
        "narrative",
        "identity",
    }  # their own note has it already
    Client().post("/denuncia/volver/", {"receipt": receipt.code})
    assert not flagged.all().exists()
    assert TOLD["what"] in at("gloria").get(page_of(recipient)).content.decode()


def propose(recipient, cast, vaults, code=CENTRE):
    to = Body.objects.get(code=code)
    return actions.propose_handover(
        recipient=recipient,
        to=to,
        reason="Allí (inventado).",
        opened=vaults[SHELTER],
        by=cast["gloria"],
    )


def test_proposed_twice_it_is_said_and_asked_once(recipient, cast, at, vaults):
    allow_transfer()
    propose(recipient, cast, vaults)
    fields = {"handover-to": CENTRE, "handover-reason": "Otra vez (inventado)."}
    answer = at("gloria").post(f"{page_of(recipient)}proponer/", fields)
    assert (answer.status_code, "Ya está propuesto" in answer.content.decode()) == (400, True)
    assert HandOver.objects.count() == 1


def test_a_yes_opens_nothing_once_the_country_no_longer_allows_it(recipient, cast, receipt, vaults):
    cell = allow_transfer()
    made = propose(recipient, cast, vaults)
    cell.forget_validation()
    cell.save()
    phone = Client()
    phone.post("/denuncia/volver/", {"receipt": receipt.code})
    answer = phone.post(f"/denuncia/propuesta/{made.name}/", {"answer": "all"})
    assert "no ha confirmado" in answer.content.decode()
    made.refresh_from_db()
    assert (made.answer, Recipient.objects.filter(body__code=CENTRE).exists()) == ("", False)


def test_after_withdrawing_nothing_is_answered_nor_proposed(recipient, cast, receipt, vaults):
    allow_transfer()
    made = propose(recipient, cast, vaults)
    actions.withdraw_complaint(by=receipt)
    with pytest.raises(Denied):
        actions.answer_handover(handover=made, answer="all", by=receipt)
    with pytest.raises(Denied):
        actions.reply(
            recipient=recipient, text="x", asks=True, opened=vaults[SHELTER], by=cast["gloria"]
        )
    assert not Section.objects.exists()


def test_withdrawn_an_organisations_own_notes_go_too_and_none_is_added(recipient, cast, receipt):
    actions.note(recipient=recipient, text="Para nosotras (inventado).", by=cast["gloria"])
    actions.withdraw_complaint(by=receipt)
    assert not Section.objects.exists()
    with pytest.raises(Denied, match="la retiró"):
        actions.note(recipient=recipient, text="Más (inventado).", by=cast["gloria"])
    assert not Section.objects.exists()
