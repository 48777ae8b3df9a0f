"""The page of decision makers: counted, never averaged; silence makes nothing better."""

import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from consuno.agenda.models import Commitment
from consuno.core import memo
from consuno.directory.models import Body
from consuno.monitoring import actions
from consuno.monitoring.models import Cycle, Obligation, Rating, Report
from consuno.monitoring.queries.answering import owed, undecided
from consuno.monitoring.queries.dashboard import Ratio, dashboard
from consuno.monitoring.queries.dashboard_then import dashboard_then
from tests.monitoring.test_assessments import assess

TODAY = datetime.date(2027, 5, 1)
CODES = ("DGM:SV", "DGM:GT", "DGM:HN", "RROCM")


@pytest.fixture
def duties(agenda, cast, time_machine):
    time_machine.move_to("2027-05-01 15:00Z")
    item = Commitment.objects.get(ref="3.b.1")
    item.due_on = datetime.date(2027, 4, 1)
    item.save()
    return [
        Obligation.objects.create(commitment=item, body=Body.objects.get(code=code))
        for code in CODES
    ]


def seen(cast):
    return dashboard(reader=cast["ana"], today=TODAY)


def reported(duty, cast, rating, said="2027-03-20", code="2027-I"):
    """A report that was given on a day, and that both find so far (or each its own)."""
    cycle, _made = Cycle.objects.get_or_create(
        code=code, forum="GRCM", reports_due=TODAY, reviews_due=TODAY, publishes_on=TODAY,
        drafted_by=Body.objects.get(code="ST-CRM"),
    )  # fmt: skip
    report = Report.objects.create(
        cycle=cycle, obligation=duty, state="in_review", narrative="x", rating="complete",
        submitted_at=datetime.datetime.fromisoformat(f"{said}T15:00+00:00"),
    )  # fmt: skip
    ratings = rating if isinstance(rating, tuple) else (rating, rating)
    for who, each in zip(("ana", "beto"), ratings, strict=True):
        assess(report, cast[who], each, revision=1)
    return report


def test_what_nobody_reported_is_late_and_not_done(duties, cast):
    found = seen(cast)
    assert (found.whole.done, found.whole.late) == (0, 4)
    assert (found.complete, found.on_time) == (Ratio(0, 4), Ratio(0, 4))
    assert dict(found.levels)["none"] == 4


def test_of_what_passed_long_ago_without_a_word_it_is_said_that_there_is_no_news(duties, cast):
    Commitment.objects.update(due_on=datetime.date(2013, 6, 30))
    found = seen(cast)
    assert (found.whole.late, found.whole.silent, found.whole.total) == (0, 4, 4)
    then = dashboard_then(reader=cast["ana"], day=TODAY)
    assert (then.whole.late, then.whole.silent) == (0, 4)
    actions.deliver(
        obligation=duties[0], title="x", reach="members", language="es", by=cast["carla"]
    )
    found = seen(cast)
    assert (found.whole.late, found.whole.silent) == (4, 0)
    then = dashboard_then(reader=cast["ana"], day=TODAY)
    assert (then.whole.late, then.whole.silent) == (4, 0)


def test_levels_ratios_and_substantial_apart(duties, cast):
    reported(duties[0], cast, "complete")
    reported(duties[1], cast, "complete", said="2027-04-02")
    reported(duties[2], cast, "substantial")
    reported(duties[3], cast, ("complete", "limited"))
    found = seen(cast)
    assert (found.complete, found.substantial, found.on_time) == (
        Ratio(2, 4), Ratio(1, 4), Ratio(1, 4),
    )  # fmt: skip
    assert (found.whole.done, found.whole.late, found.divergent) == (2, 2, 1)
    assert dict(found.levels) == {
        "complete": 2, "substantial": 1, "limited": 0, "not_started": 0, "no_evidence": 0,
        "divergent": 1, "none": 0,
    }  # fmt: skip
    rows = {str(row.name): (row.done, row.late) for row in found.bodies}
    assert rows["DGME SV"] == (1, 0)
    assert rows["RROCM"] == (0, 1)


def test_what_waits_and_what_is_to_be_decided(duties, cast):
    item = duties[0].commitment
    item.depends_on.add(Commitment.objects.get(ref="1.A.a1"))
    actions.ask_extension(
        obligation=duties[0], wanted=datetime.date(2027, 9, 1), reason="x", by=cast["carla"]
    )
    found = seen(cast)
    assert (found.blocked, found.extensions) == (4, 1)
    assert found.to_decide == 1 + undecided(owed()).count()


def test_returned_it_is_found_no_more(duties, cast):
    report = reported(duties[0], cast, "complete")
    assert seen(cast).whole.done == 1
    actions.return_report(report=report, reason="¿Dónde?", by=cast["ana"])
    assert seen(cast).whole.done == 0


def test_withdrawn_counts_nowhere_and_fulfilled_is_done(duties, cast):
    for duty, outcome in zip(duties, ("withdrawn", "fulfilled", "lapsed"), strict=False):
        for who in ("ana", "beto"):
            actions.say_outcome(obligation=duty, outcome=outcome, reason="x", by=cast[who])
    found = seen(cast)
    assert (found.whole.total, found.whole.done) == (2, 1)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    ratings=st.lists(st.sampled_from(Rating.values), min_size=4, max_size=4),
    days=st.integers(0, 400),
)
def test_progress_never_rises_by_silence(duties, cast, ratings, days):
    """Whatever was found, days that pass without a word make nothing more done."""
    for duty, rating in zip(duties, ratings, strict=True):
        Obligation.objects.filter(pk=duty.pk).update(found=rating, said_on=TODAY)
    memo.forget()  # the rows were put there without an act
    before = dashboard(reader=cast["ana"], today=TODAY)
    after = dashboard(reader=cast["ana"], today=TODAY + datetime.timedelta(days=days))
    assert after.whole.done <= before.whole.done
    unsaid = [each.whole.late + each.whole.silent for each in (before, after)]
    assert unsaid[1] >= unsaid[0]
    assert before.whole.done == sum(rating == "complete" for rating in ratings)


def test_page(duties, cast, client, django_assert_max_num_queries):
    reported(duties[0], cast, "complete")
    client.force_login(cast["carla"])
    with django_assert_max_num_queries(24):
        page = client.get("/seguimiento/panel/").content.decode()
    for words in ("Cómo va la agenda", "con retraso", "El Salvador", "1 de 4"):
        assert words in page
    with django_assert_max_num_queries(12):
        client.get("/seguimiento/panel/")
