"""What is owed ends as both Secretariats say, and the agenda shows it."""

import datetime

import pytest

from consuno.agenda.models import Commitment
from consuno.agenda.queries.as_of import AsOf
from consuno.core.policy import Denied
from consuno.directory.models import Body
from consuno.monitoring import actions
from consuno.monitoring.models import Obligation, Reminder


@pytest.fixture
def duties(agenda, cast, time_machine):
    time_machine.move_to("2027-01-01 13:00Z")
    item = Commitment.objects.get(ref="3.b.1")
    item.due_on = datetime.date(2026, 12, 1)
    item.save()
    codes = ("DGM:SV", "DGM:GT")
    return [
        Obligation.objects.create(commitment=item, body=Body.objects.get(code=code))
        for code in codes
    ]


def say(duty, cast, outcome, who=("ana", "beto")):
    return [
        actions.say_outcome(obligation=duty, outcome=outcome, reason="Prueba", by=cast[each])
        for each in who
    ]


def item():
    return Commitment.objects.get(ref="3.b.1")


def test_it_is_so_when_both_say_the_same_and_closed_when_all_have_done_it(duties, cast):
    first, second = duties
    assert say(first, cast, "fulfilled") == [False, True]
    assert item().outcome == ""
    assert item().timing.slug == "vencido"
    assert say(second, cast, "fulfilled", ("ana",)) == [False]
    assert say(second, cast, "lapsed", ("beto",)) == [False]
    assert say(second, cast, "fulfilled", ("beto",)) == [True]
    assert (item().outcome, item().timing.slug) == ("fulfilled", "cerrado")


def test_what_ended_otherwise_for_some_is_not_said_to_be_fulfilled(duties, cast):
    say(duties[0], cast, "fulfilled")
    say(duties[1], cast, "withdrawn")
    assert item().outcome == "withdrawn"


def test_it_opens_again_and_other_days_saw_it_open(duties, cast):
    for duty in duties:
        say(duty, cast, "fulfilled")
    then = AsOf(datetime.date(2026, 12, 31), reader=None)
    (seen,) = then.rows([item().pk])
    assert seen.timing.slug == "vencido"
    assert "cerrado" not in {timing.slug for timing, _count in then.tally()}
    say(duties[0], cast, "")
    assert (item().outcome, item().closed_on) == ("", None)


def test_what_is_done_is_reminded_of_no_more(duties, cast):
    say(duties[0], cast, "fulfilled")
    actions.remind.run()
    assert {each.obligation for each in Reminder.objects.all()} == {duties[1]}


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"outcome": "x"}, "Elija"),
        ({"reason": " "}, "por qué"),
        ({"who": "carla"}, "dos Secretarías"),
    ],
)
def test_refused(duties, cast, changes, why):
    fields = {"outcome": "fulfilled", "reason": "Prueba", "who": "ana"} | changes
    with pytest.raises(Denied, match=why):
        actions.say_outcome(obligation=duties[0], by=cast[fields.pop("who")], **fields)


def test_pages(duties, cast, client):
    for who in ("ana", "beto"):
        client.force_login(cast[who])
        for duty in duties:
            address = f"/seguimiento/obligaciones/{duty.pk}/cierre/"
            wrong = client.post(address, {"outcome": "fulfilled"})
            assert "Escriba por qué" in wrong.content.decode()
            said = {"outcome": "fulfilled", "reason": "Se aprobó (prueba)"}
            page = client.post(address, said, follow=True)
    assert "así queda" in page.content.decode()
    assert "Cerrado" in client.get("/agenda/?plazo=cerrado").content.decode()
    assert "Cumplido" in client.get(item().get_absolute_url()).content.decode()
