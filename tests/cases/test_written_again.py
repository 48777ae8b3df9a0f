"""Whoever reported writes again: somebody is told, and owes an answer by a day."""

import datetime

import pytest
from django.test import Client

from consuno.cases import actions, queries
from consuno.cases.models import Recipient
from consuno.core.models import Notice
from consuno.core.policy import Denied
from consuno.core.vault import receipts
from consuno.directory.models import Body
from tests.cases.conftest import PROSECUTION, SHELTER
from tests.cases.test_complaints import draft, receipt, sent
from tests.cases.test_handling import allow_transfer, at, page_of, recipient
from tests.cases.test_pressed_twice import marks

__all__ = ["at", "draft", "receipt", "recipient", "sent"]

DAY = datetime.timedelta(days=1)


def news():
    actions.tell_recipients.run()
    return {
        each.user.name.split()[0] for each in Notice.objects.filter(kind="cases.complaint_news")
    }


@pytest.fixture
def answered(recipient, cast, vaults):
    actions.tell_recipients.run()
    actions.reply(
        recipient=recipient,
        text="Respuesta (inventada).",
        asks=False,
        opened=vaults[SHELTER],
        by=cast["gloria"],
    )
    recipient.refresh_from_db()
    return recipient


def test_an_answered_one_is_open_again_on_top_of_the_desk(
    answered, receipt, at, cast, time_machine, vaults
):
    assert answered.due is None
    assert news() == set()
    actions.add_message(text="Me encontraron (inventado).", by=receipt)
    answered.refresh_from_db()
    assert (answered.state, answered.due) == ("open", datetime.date(2026, 12, 25))
    with pytest.raises(Denied, match="responda a quien denunció"):
        actions.close_complaint(recipient=answered, by=cast["gloria"])
    assert news() == {"Gloria", "Hugo"}
    assert "escribió el 25 de noviembre" in at("gloria").get("/atencion/").content.decode()
    assert "escribió otra vez" in at("gloria").get(page_of(answered)).content.decode()
    phone = Client()
    phone.post("/denuncia/volver/", {"receipt": receipt.code})
    assert "25 de diciembre" in phone.get("/denuncia/mia/").content.decode()
    time_machine.move_to("2026-12-26 12:30Z")
    assert list(queries.late()) == [answered]
    actions.reply(
        recipient=answered,
        text="Vamos (inventado).",
        asks=True,
        opened=vaults[SHELTER],
        by=cast["gloria"],
    )
    answered.refresh_from_db()
    assert (answered.state, answered.written_on) == ("waiting", None)
    assert not queries.late().exists()


def test_whoever_takes_care_of_it_is_told_alone(answered, receipt, cast):
    actions.assign(recipient=answered, to=cast["gloria"], by=cast["gloria"])
    actions.add_message(text="Sigo (inventado).", by=receipt)
    actions.add_message(text="Sigo aquí (inventado).", by=receipt)
    assert news() == {"Gloria"}
    assert Notice.objects.filter(kind="cases.complaint_news").count() == 1


def test_what_came_while_one_wrote_the_answer_still_waits(answered, receipt, at):
    actions.add_message(text="Primero (inventado).", by=receipt)
    page = at("gloria").get(page_of(answered)).content.decode()
    seen = marks(page, "reply-seen")
    actions.add_message(text="Y ahora esto (inventado).", by=receipt)
    said = {"reply-text": "A lo primero (inventado).", "reply-seen": seen}
    after = at("gloria").post(f"{page_of(answered)}responder/", said, follow=True)
    assert "llegó otro mensaje" in after.content.decode()
    answered.refresh_from_db()
    assert (answered.state, answered.written_on) == ("open", datetime.date(2026, 11, 25))
    said = {
        "reply-text": "Y a lo segundo (inventado).",
        "reply-seen": marks(after.content.decode(), "reply-seen"),
    }
    after = at("gloria").post(f"{page_of(answered)}responder/", said, follow=True)
    assert "llegó otro mensaje" not in after.content.decode()
    answered.refresh_from_db()
    assert (answered.state, answered.written_on) == ("answered", None)


def test_the_desk_has_what_waits_longest_on_top(answered, cast, time_machine):
    time_machine.move_to("2026-11-26 12:00Z")
    other = receipts.new()
    actions.begin_complaint(country="GT", codes=[SHELTER], by=other)
    actions.save_draft(narrative={"what": "(inventado)"}, identity={}, by=other)
    new = actions.send_complaint(by=other).recipients.get()
    assert list(queries.desk(cast["gloria"])) == [new, answered]
    Recipient.objects.filter(pk=answered.pk).update(written_on="2026-11-26", state="open")
    assert list(queries.desk(cast["gloria"])) == [answered, new]


def test_a_new_one_stays_new(recipient, receipt):
    actions.tell_recipients.run()
    actions.add_message(text="Algo más (inventado).", by=receipt)
    recipient.refresh_from_db()
    assert (recipient.state, recipient.written_on) == ("new", None)


def test_the_proposer_is_told_of_the_decision(answered, receipt, cast, vaults):
    allow_transfer()
    made = actions.propose_handover(
        recipient=answered, to=Body.objects.get(code=PROSECUTION), reason="(inventado)",
        opened=vaults[SHELTER], by=cast["gloria"],
    )  # fmt: skip
    assert news() == set()
    actions.answer_handover(handover=made, answer="no", by=receipt)
    assert news() == {"Gloria", "Hugo"}
    answered.refresh_from_db()
    assert answered.written_on is None  # nothing is owed for a no


def test_one_who_closed_its_part_is_left_in_peace(answered, receipt, cast):
    Recipient.objects.filter(pk=answered.pk).update(state="closed")
    actions.add_message(text="¿Y ahora? (inventado)", by=receipt)
    answered.refresh_from_db()
    assert (answered.state, answered.written_on) == ("closed", None)
    assert news() == set()


def test_supervisors_hear_each_week_of_what_is_late(recipient, cast, time_machine):
    late = Notice.objects.filter(kind="cases.complaint_late")
    for day, told in ((29, 1), (30, 1)):
        time_machine.move_to(f"2026-11-{day} 12:30Z")
        actions.tell_of_late_ones.run()
        assert late.count() == told
    late.update(read_at="2026-11-30T12:31Z")
    time_machine.move_to("2026-12-06 12:30Z")
    actions.tell_of_late_ones.run()
    assert late.count() == 2
