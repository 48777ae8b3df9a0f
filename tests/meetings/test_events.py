"""Deadlines that are a meeting follow its day; dates left open are asked for."""

import datetime

import pytest

from consuno.agenda.models import Commitment
from consuno.core.policy import Denied
from consuno.meetings import actions
from consuno.meetings.models import EventDeadline, Sitting
from consuno.monitoring.actions.dates import ask_for_dates
from consuno.monitoring.models import Nag, Obligation
from tests.meetings.test_sittings import plan, sitting, today
from tests.monitoring.test_cycles import answer_all

__all__ = ["sitting", "today"]


@pytest.fixture
def awaited(agenda):
    return Commitment.objects.filter(deadline_kind="event", owed=True).first()


def test_it_follows_its_meeting(sitting, awaited, cast, client):
    answer_all(cast)
    actions.tie_event(commitment=awaited, sitting=sitting, by=cast["ana"])
    awaited.refresh_from_db()
    assert awaited.due_on == sitting.starts
    assert cast["beto"].notices.filter(kind="meetings.event_tied").exists()
    owed = Obligation.objects.filter(commitment=awaited).first()
    assert owed.due_on == sitting.starts  # a new day is a new ladder
    plan(cast, sitting=sitting, starts=datetime.date(2027, 6, 1), ends=None)
    awaited.refresh_from_db()
    assert awaited.due_on == datetime.date(2027, 6, 1)
    client.force_login(cast["carla"])
    assert awaited.label in client.get(sitting.get_absolute_url()).content.decode()
    sitting.refresh_from_db()
    actions.cancel_sitting(sitting=sitting, reason="Sin sede (prueba).", by=cast["ana"])
    awaited.refresh_from_db()
    assert awaited.due_on is None


def test_only_such_deadlines_and_only_the_secretariats(sitting, awaited, cast):
    other = Commitment.objects.filter(deadline_kind="day").first()
    with pytest.raises(Denied, match="no es una reunión"):
        actions.tie_event(commitment=other, sitting=sitting, by=cast["ana"])
    with pytest.raises(Denied):
        actions.tie_event(commitment=awaited, sitting=sitting, by=cast["carla"])


def test_the_page_ties_and_unties(sitting, awaited, cast, client):
    client.force_login(cast["beto"])
    assert "Es esta reunión" in client.get(sitting.get_absolute_url()).content.decode()
    address = f"{sitting.get_absolute_url()}plazos/{awaited.pk}/"
    client.post(address, {"word": "tie"})
    assert EventDeadline.objects.get().sitting == sitting
    client.post(address, {"word": "untie"})
    assert not EventDeadline.objects.exists()
    assert Sitting.objects.get() == sitting


@pytest.mark.acta("A2.3")
def test_a_missing_date_is_asked_for_each_thirty_days_once(awaited, cast, time_machine):
    items = Commitment.objects.filter(owed=True, due_on=None)
    items.update(since=datetime.date(2026, 11, 20))
    open_ = items.filter(deadline_kind="tbd").first()
    for day in range(70):
        time_machine.move_to(datetime.datetime(2026, 11, 21, 12) + datetime.timedelta(days=day))
        ask_for_dates.run()
        ask_for_dates.run()  # twice the same day
    assert list(Nag.objects.filter(commitment=open_).values_list("round", flat=True)) == [1, 2]
    asked = cast["ana"].notices.filter(kind="monitoring.date_wanted")
    assert sum(each.ids["about"] == open_.pk for each in asked) == 2
    luis = cast["luis"].notices.filter(kind="monitoring.date_wanted")
    assert {each.ids["about"] for each in luis} == set(
        items.filter(deadline_kind__in=("tbd", "event")).values_list("pk", flat=True)
    )
    items.filter(pk=open_.pk).update(due_on=datetime.date(2027, 5, 1))
    time_machine.move_to("2027-12-01 12:00Z")
    ask_for_dates.run()
    assert Nag.objects.filter(commitment=open_).count() == 2


def test_a_late_start_asks_once(agenda, cast):
    ask_for_dates.run()
    found = Nag.objects.filter(commitment__deadline_kind="tbd")
    assert found.count() == found.values("commitment").distinct().count() > 0
