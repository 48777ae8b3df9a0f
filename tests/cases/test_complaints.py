"""Whoever reports chooses who reads it, and nobody else can."""

import datetime

import pytest

from consuno.cases import actions, policies, queries
from consuno.cases.actions import complaints
from consuno.cases.models import Complaint, Message, Recipient
from consuno.core import memo
from consuno.core.models import AuditEntry, Grant, Key, Section, Wrap
from consuno.core.policy import Denied
from consuno.core.vault import organisations, receipts, sections
from tests.cases.conftest import CENTRE, PROSECUTION, SHELTER

TOLD = {"what": "La obligaron a trabajar sin paga (historia inventada).", "category": "labour"}
WHO = {"name": "Inventada de Prueba"}


@pytest.fixture
def receipt():
    return receipts.new()


@pytest.fixture
def draft(vaults, receipt):
    actions.begin_complaint(country="GT", codes=[SHELTER], by=receipt)
    return actions.save_draft(narrative=TOLD, identity=WHO, by=receipt)


@pytest.fixture
def sent(draft, receipt):
    return actions.send_complaint(by=receipt)


def opens(section, code, vaults):
    key = organisations.current(code)
    secret = organisations.secret_of(key, vaults[code])
    return sections.read(section, key, secret, by=None, purpose="prueba")


def test_only_those_with_a_key_that_all_signed_may_be_chosen(vaults):
    assert [body.code for body, _key in policies.receiving("GT")] == [SHELTER, PROSECUTION]
    organisations.current(SHELTER).endorsements.filter(standing="ST-RROCM").delete()
    memo.forget()  # nobody acts so, but by hand in the table
    assert [body.code for body, _key in policies.receiving("GT")] == [PROSECUTION]
    assert policies.receiving("HN") == []


@pytest.mark.parametrize("codes", [[], ["DGM:HN"], [CENTRE], [SHELTER, "DEMO:ONG-GT"]])
def test_row_28_nobody_else_can_be_chosen(vaults, receipt, codes):
    with pytest.raises(Denied):
        actions.begin_complaint(country="GT", codes=codes, by=receipt)
    assert not Complaint.objects.exists()


def test_a_draft_opens_for_its_receipt_alone(draft, receipt, vaults):
    assert queries.narrative(draft, receipt) == TOLD
    assert queries.written(draft, receipt) == TOLD | WHO
    for section in (draft.narrative, draft.identity):
        with pytest.raises(sections.NoGrantError):
            opens(section, SHELTER, vaults)
    assert queries.complaint_of(receipts.new()) is None


def test_sent_it_opens_for_whom_was_chosen_and_nobody_else(sent, vaults, receipt):
    assert b"sin paga" in opens(sent.narrative, SHELTER, vaults)
    assert b"Inventada" in opens(sent.identity, SHELTER, vaults)
    for code in (PROSECUTION, CENTRE):
        with pytest.raises(sections.NoGrantError):
            opens(sent.narrative, code, vaults)
    assert {each.holder.owner for each in Grant.objects.filter(section=sent.narrative)} == {
        "",
        SHELTER,
    }
    assert Wrap.objects.count() == 4
    row = Recipient.objects.get()
    assert (row.acknowledge_by, row.answer_by) == (
        datetime.date(2026, 11, 28),
        datetime.date(2026, 12, 25),
    )


def test_pressed_twice_it_is_sent_once(sent, receipt):
    again = actions.send_complaint(by=receipt)
    assert again == sent
    assert (Complaint.objects.count(), Wrap.objects.count()) == (1, 4)
    with pytest.raises(Denied):
        actions.save_draft(narrative={}, identity={}, by=receipt)


def test_an_empty_one_is_not_sent(vaults, receipt):
    actions.begin_complaint(country="GT", codes=[SHELTER], by=receipt)
    with pytest.raises(Denied, match="Cuente"):
        actions.send_complaint(by=receipt)


def test_before_sending_the_choice_may_be_another(draft, receipt, vaults):
    actions.choose_recipients(codes=[PROSECUTION], by=receipt)
    sent = actions.send_complaint(by=receipt)
    with pytest.raises(sections.NoGrantError):
        opens(sent.narrative, SHELTER, vaults)
    assert b"sin paga" in opens(sent.narrative, PROSECUTION, vaults)


def test_what_is_told_later_is_for_the_same_readers(sent, receipt, vaults):
    said = actions.add_message(text="Fue el lunes (inventado).", by=receipt)
    assert b"lunes" in opens(said.section, SHELTER, vaults)
    with pytest.raises(sections.NoGrantError):
        opens(said.section, PROSECUTION, vaults)


def test_withdrawn_nothing_that_was_told_is_left_anywhere(sent, receipt):
    actions.add_message(text="Fue el lunes (inventado).", by=receipt)
    actions.withdraw_complaint(by=receipt)
    assert not Section.objects.exists()
    assert not Wrap.objects.exists()
    sent.refresh_from_db()
    assert (sent.status, sent.narrative) == ("withdrawn", None)
    assert Message.objects.get().section is None
    with pytest.raises(Denied):
        actions.add_message(text="x", by=receipt)


def test_a_draft_withdrawn_was_never_there(draft, receipt):
    actions.withdraw_complaint(by=receipt)
    assert not Complaint.objects.exists()
    assert not Key.objects.filter(kind="reporter").exists()


def test_a_draft_that_nobody_touches_is_erased_after_a_week(draft, receipt, time_machine):
    time_machine.move_to("2026-12-02 12:00Z")
    actions.erase_drafts.run()
    assert Complaint.objects.exists()
    time_machine.move_to("2026-12-03 12:00Z")
    actions.erase_drafts.run()
    assert not Complaint.objects.exists()
    assert not Section.objects.exists()


def test_a_draft_sent_while_the_job_erases_others_is_not_erased(vaults, monkeypatch, time_machine):
    """The list was read before; a report that somebody sent meanwhile was wiped as a draft."""
    made = [receipts.new() for _each in range(2)]
    for each in made:
        actions.begin_complaint(country="GT", codes=[SHELTER], by=each)
        actions.save_draft(narrative=TOLD, identity=WHO, by=each)
    time_machine.shift(datetime.timedelta(days=9))
    made.sort(key=lambda each: queries.complaint_of(each).pk)  # in which the job lists them
    first, second = (queries.complaint_of(each) for each in made)
    real = complaints.wipe

    def while_another_sends(complaint):
        real(complaint)
        if complaint.pk == first.pk:
            actions.send_complaint(by=made[1])

    monkeypatch.setattr(complaints, "wipe", while_another_sends)
    actions.erase_drafts.run()
    assert queries.complaint_of(made[0]) is None
    second.refresh_from_db()
    assert second.status == Complaint.Status.SENT
    assert second.narrative is not None


def test_the_clear_columns_hold_days_and_nothing_that_was_told(sent, receipt):
    row = Complaint.objects.filter(pk=sent.pk).values().get()
    for value in row.values():
        assert not isinstance(value, datetime.datetime)
        for secret in (
            receipt.code,
            *receipt.words(),
            receipt.chance.hex(),
            "sin paga",
            "Inventada",
        ):
            assert secret not in str(value)
    assert not AuditEntry.objects.filter(about__contains=sent.pk).exists()
    assert all(len(bytes(each.sealed)) % 512 == 29 for each in Section.objects.all())
