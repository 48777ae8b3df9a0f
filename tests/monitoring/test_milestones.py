"""Steps with weights: the only source of a figure of progress."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consuno.core.policy import Denied
from consuno.monitoring import actions
from consuno.monitoring.models import Milestone, Obligation
from consuno.monitoring.progress import progress
from consuno.monitoring.queries.milestones import steps, whole
from consuno.monitoring.queries.scorecards import draft
from tests.monitoring.test_cycles import WRITTEN, cycle, report, today

__all__ = ["cycle", "report", "today"]

WEIGHED = st.lists(
    st.tuples(st.integers(1, 100), st.none() | st.integers(0, 100)), min_size=1, max_size=20
)


@given(WEIGHED, st.data())
def test_progress_never_rises_by_silence(rows, data):
    silent = data.draw(st.integers(0, len(rows) - 1))
    quieter = [(w, None if n == silent else p) for n, (w, p) in enumerate(rows)]
    assert progress(quieter) <= progress(rows)
    assert 0 <= progress(rows) <= 100


def test_weights_count():
    assert progress([(3, 100), (1, 0)]) == 75
    assert progress([(1, 100), (1, None), (1, 100)]) == 66  # rounded down: never more than it is
    assert progress([]) is None


def set_step(report, by, **changes):
    fields = {"title": "Reglamento publicado (inventado)", "weight": 3, **changes}
    return actions.set_milestone(obligation=report.obligation, by=by, **fields)


def test_a_body_sets_its_own(report, cast):
    step = set_step(report, cast["carla"])
    with pytest.raises(Denied, match="Ya hay un hito"):
        set_step(report, cast["carla"], title="reglamento PUBLICADO (inventado)")
    with pytest.raises(Denied, match="de 1 a 100"):
        set_step(report, cast["carla"], title="Otro", weight=0)
    with pytest.raises(Denied, match="los fija el punto focal"):
        set_step(report, cast["eva"], title="Otro")
    actions.drop_milestone(milestone=step, by=cast["carla"])
    with pytest.raises(Denied, match="ya se retiró"):
        actions.drop_milestone(milestone=step, by=cast["carla"])
    assert set_step(report, cast["carla"]).weight == 3  # a name given up is free again


def test_the_report_says_how_far_each_is(report, cast, client):
    first, second = set_step(report, cast["carla"]), set_step(
        report, cast["carla"], title="Personal formado (inventado)", weight=1
    )  # fmt: skip
    client.force_login(cast["carla"])
    page = client.get(report.get_absolute_url()).content.decode()
    assert f'name="step_{first.pk}"' in page
    wrong = {**WRITTEN, "language": "es", "revision": 1, f"step_{first.pk}": 140}
    assert "100" in client.post(report.get_absolute_url(), wrong).content.decode()
    right = wrong | {f"step_{first.pk}": 50, "send": "1"}
    client.post(report.get_absolute_url(), right)
    report.refresh_from_db()
    assert steps(report).rows == [(first, None), (second, None)]  # not before it is validated
    actions.validate_report(report=report, by=cast["marta"])
    report.refresh_from_db()
    assert steps(report).rows == [(first, 50), (second, None)]
    assert steps(report).percent == 37
    client.force_login(cast["ana"])
    assert "sin informar" in client.get(report.get_absolute_url()).content.decode()
    items = draft(report.cycle).content["items"]
    shown = next(each for each in items if each["reported"])
    assert shown["progress"] == 37
    assert [each["percent"] for each in shown["milestones"]] == [50, None]


def test_another_body_cannot_be_spoken_of(report, cast):
    other = report.cycle.reports.get(
        obligation__body__code="DGM:HN", obligation__commitment__ref="3.b.1"
    )
    theirs = set_step(other, cast["eva"])
    actions.save_report(
        report=report, revision=1, by=cast["carla"], reached={theirs.pk: 100}, **WRITTEN
    )
    assert not theirs.reached.exists()
    mine = set_step(report, cast["carla"])
    with pytest.raises(Denied, match="de 0 a 100"):
        actions.save_report(
            report=report, revision=2, by=cast["carla"], reached={mine.pk: 101}, **WRITTEN
        )


def test_one_given_up_stays_in_sight(report, cast, client):
    step = set_step(report, cast["carla"])
    client.force_login(cast["carla"])
    client.post(f"/seguimiento/hitos/{step.pk}/retirar/")
    page = client.get(report.obligation.get_absolute_url()).content.decode()
    assert "<del>Reglamento publicado (inventado)</del>" in page
    assert steps(report).rows == []
    assert Milestone.objects.get().dropped_on


def test_the_page_sets_one(report, cast, client):
    client.force_login(cast["carla"])
    address = f"/seguimiento/obligaciones/{report.obligation.pk}/hitos/"
    page = client.post(address, {"title": "Ley revisada (inventada)", "weight": 200})
    assert "Ley revisada (inventada)" in page.content.decode()
    client.post(address, {"title": "Ley revisada (inventada)", "weight": 2, "due_on": "01/03/2027"})
    assert Milestone.objects.get().weight == 2


def test_a_commitment_as_a_whole(report, cast, client):
    item = report.obligation.commitment
    set_step(report, cast["carla"])
    many = item.obligations.count()
    found = whole(item)
    assert (found.reported, found.complete, found.stepped, found.percent) == (0, 0, 1, 0)
    (step,) = report.obligation.milestones.all()
    actions.send_report(
        report=report, revision=1, by=cast["carla"], reached={step.pk: 80}, **WRITTEN
    )
    assert whole(item).percent == 0  # until it is validated nothing was reported
    report.refresh_from_db()
    actions.validate_report(report=report, by=cast["marta"])
    found = whole(item)
    assert (found.reported, found.stepped, found.percent) == (1, 1, 80)
    theirs = report.cycle.reports.get(obligation__body__code="DGM:HN", obligation__commitment=item)
    set_step(theirs, cast["eva"])
    assert whole(item).percent == 40  # who did not report lowers it
    Obligation.objects.filter(pk=report.obligation.pk).update(found="complete")
    assert whole(item).complete == 1
    client.force_login(cast["ana"])
    page = client.get(f"/seguimiento/compromisos/{item.pk}/").content.decode()
    assert f"1 de {many}" in page
    assert "40 %" in page


def test_the_whole_asks_no_more_for_more_bodies(report, django_assert_max_num_queries):
    item = report.obligation.commitment
    with django_assert_max_num_queries(5):
        assert len(whole(item).rows) > 1
