"""Deadlines in time: the ladder, each rung once, extensions."""

import datetime
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consuno.agenda.models import Commitment
from consuno.core.models import Notice
from consuno.core.policy import Denied
from consuno.directory.models import Body
from consuno.monitoring import actions, ladder
from consuno.monitoring.models import Cycle, Obligation, Reminder, Report

DUE = datetime.date(2027, 3, 31)


@pytest.fixture
def duty(agenda, cast, time_machine):
    """The DGME of El Salvador owes something by 31 March 2027; it is 1 January."""
    time_machine.move_to("2027-01-01 13:00Z")
    item = Commitment.objects.get(ref="3.b.1")
    item.due_on = DUE
    item.save()
    return Obligation.objects.create(commitment=item, body=Body.objects.get(code="DGM:SV"))


def on(time_machine, day):
    time_machine.move_to(f"{day} 13:00Z")
    actions.remind.run()


def log():
    rows = Reminder.objects.filter(kind="deadline").values_list("rung", "skipped")
    return [(rung, "skipped" if skipped else "told") for rung, skipped in rows]


@given(st.integers(-60, 120), st.sets(st.sampled_from(ladder.DEADLINE)))
def test_a_rung_is_told_or_skipped_never_both_never_twice(offset, told):
    now, skipped = ladder.reached(DUE, DUE + datetime.timedelta(days=offset), ladder.DEADLINE, told)
    new = [*skipped, *([now] if now is not None else [])]
    assert not set(new) & told
    assert len(new) == len(set(new))
    assert all(rung <= offset for rung in new)
    assert now is None or all(now > rung for rung in [*skipped, *told])
    assert set(new) | told >= {rung for rung in ladder.DEADLINE if rung <= offset}


def test_400_days_each_rung_once_and_a_line_for_each_person(duty, cast, time_machine):
    for number in range(400):
        day = datetime.date(2027, 1, 1) + datetime.timedelta(days=number)
        on(time_machine, day)
        if number % 7 == 0:
            actions.remind.run()  # a worker that died after the work runs it again
    assert log() == [(rung, "told") for rung in ladder.DEADLINE]
    told = Counter(
        (each.user.name.split()[0], each.ids["rung"])
        for each in Notice.objects.filter(kind="monitoring.deadline_near").select_related("user")
    )
    assert max(told.values()) == 1
    assert {rung for name, rung in told if name == "Carla"} == {-30, -14, -7, -1, 0}
    assert {rung for name, rung in told if name == "Marta"} == {7}
    assert {rung for name, rung in told if name == "Ana"} == {21}


def test_a_late_start_tells_only_the_latest(duty, time_machine):
    on(time_machine, "2027-04-08")
    assert log() == [
        (-30, "skipped"), (-14, "skipped"), (-7, "skipped"), (-1, "skipped"), (0, "skipped"),
        (7, "told"),
    ]  # fmt: skip


def test_an_extension_pauses_and_begins_a_new_ladder(duty, cast, time_machine):
    on(time_machine, "2027-03-18")
    asked = actions.ask_extension(
        obligation=duty, wanted=datetime.date(2027, 6, 30), reason="Falta un decreto (prueba)",
        by=cast["carla"],
    )  # fmt: skip
    on(time_machine, "2027-03-31")
    assert log()[-1] == (-14, "told")
    actions.decide_extension(extension=asked, grants=True, reason="", by=cast["ana"])
    duty.refresh_from_db()
    assert duty.due_on == DUE
    done = actions.decide_extension(extension=asked, grants=True, reason="", by=cast["beto"])
    duty = Obligation.objects.select_related("commitment").get(pk=duty.pk)
    assert (done.state, duty.due_on, done.before) == ("granted", datetime.date(2027, 6, 30), DUE)
    on(time_machine, "2027-06-23")
    rows = Reminder.objects.filter(due_on="2027-06-30").values_list("rung", "skipped")
    assert list(rows) == [(-30, True), (-14, True), (-7, False)]


def test_refused_the_ladder_goes_on_at_its_latest_rung(duty, cast, time_machine):
    on(time_machine, "2027-03-01")
    asked = actions.ask_extension(
        obligation=duty, wanted=datetime.date(2027, 6, 30), reason="x", by=cast["carla"]
    )
    with pytest.raises(Denied, match="por qué no"):
        actions.decide_extension(extension=asked, grants=False, reason=" ", by=cast["ana"])
    actions.decide_extension(extension=asked, grants=False, reason="Es tarde", by=cast["ana"])
    with pytest.raises(Denied, match="Ya está decidido"):
        actions.decide_extension(extension=asked, grants=True, reason="", by=cast["beto"])
    on(time_machine, "2027-03-25")
    assert log()[-2:] == [(-14, "skipped"), (-7, "told")]


def test_twice_at_most_and_later_and_with_a_reason(duty, cast):
    later = datetime.date(2027, 6, 30)
    for changes, why in (
        ({"wanted": DUE}, "posterior"), ({"reason": " "}, "por qué"), ({"by": cast["eva"]}, "punto focal"),
    ):  # fmt: skip
        asked = {"wanted": later, "reason": "x", "by": cast["carla"]} | changes
        with pytest.raises(Denied, match=why):
            actions.ask_extension(obligation=duty, **asked)
    for _turn in range(2):
        made = actions.ask_extension(obligation=duty, wanted=later, reason="x", by=cast["carla"])
        with pytest.raises(Denied, match="Ya pidió"):
            actions.ask_extension(obligation=duty, wanted=later, reason="x", by=cast["carla"])
        actions.decide_extension(extension=made, grants=False, reason="No", by=cast["ana"])
    with pytest.raises(Denied, match="dos veces"):
        actions.ask_extension(obligation=duty, wanted=later, reason="x", by=cast["carla"])


def test_a_vacant_post_is_told_to_who_can_fill_it(duty, cast, time_machine):
    duty.body = Body.objects.get(code="DGM:BZ")
    duty.save()
    on(time_machine, "2027-03-30")
    assert cast["ana"].notices.filter(kind="monitoring.deadline_near", ids__rung=-1).exists()


def test_on_2013_04_15(agenda, cast, time_machine):
    """Acceptance 3.9: A1.acuerdo.a is 15 days late, and its rung of seven days was told once."""
    time_machine.move_to("2013-03-01 13:00Z")
    actions.settle(by=None)
    for day in range(46):
        on(time_machine, datetime.date(2013, 3, 1) + datetime.timedelta(days=day))
    rungs = Reminder.objects.filter(obligation__commitment__ref="1.A.a1", skipped=False)
    assert [each.rung for each in rungs] == [-30, -14, -7, -1, 0, 7]
    item = Commitment.objects.get(ref="1.A.a1")
    assert (item.timing.slug, (datetime.date(2013, 4, 15) - item.due_on).days) == ("vencido", 15)


def test_pages(duty, cast, client):
    address = f"/seguimiento/obligaciones/{duty.pk}/"
    client.force_login(cast["carla"])
    wrong = client.post(f"{address}plazo/", {"wanted": "31/03/2027", "reason": "Falta (prueba)"})
    assert "posterior al plazo" in wrong.content.decode()
    assert "Falta (prueba)" in wrong.content.decode()
    asked = {"wanted": "30/06/2027", "reason": "Falta (prueba)"}
    page = client.post(f"{address}plazo/", asked, follow=True).content.decode()
    assert "por decidir" in page
    client.force_login(cast["ana"])
    assert "pide más plazo" in client.get("/avisos/").content.decode()
    extension = duty.extensions.get()
    refused = client.post(f"/seguimiento/plazos/{extension.pk}/", {"word": "refuse"})
    assert "por qué no" in refused.content.decode()
    client.post(f"/seguimiento/plazos/{extension.pk}/", {"word": "grant"})
    client.force_login(cast["beto"])
    page = client.post(f"/seguimiento/plazos/{extension.pk}/", {"word": "grant"}, follow=True)
    assert "30 de junio de 2027" in page.content.decode()
    assert "<del>31 de marzo de 2027</del>" in page.content.decode()


def test_of_what_is_no_longer_owed_no_report_is_reminded_of(duty, cast, time_machine):
    day = datetime.date(2027, 2, 1)
    cycle = Cycle.objects.create(
        code="x", forum="x", reports_due=day, reviews_due=day, publishes_on=day, opened_on=day,
        drafted_by=Body.objects.get(code="ST-CRM"),
    )  # fmt: skip
    Report.objects.create(cycle=cycle, obligation=duty)
    for who in ("ana", "beto"):
        actions.say_outcome(obligation=duty, outcome="withdrawn", reason="x", by=cast[who])
    on(time_machine, "2027-01-31")
    assert not Reminder.objects.exists()
