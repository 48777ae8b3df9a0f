"""What each person may do of a report, an extension and a cycle in each of their states."""

import datetime

import pytest
from django.urls import reverse

from consuno.core.workflow import open_to
from consuno.monitoring import actions
from consuno.monitoring.models import Report
from tests.monitoring.test_cycles import cycle, draft, owed, report, today

__all__ = ["cycle", "report", "today"]
WRITES = {"save_report", "add_evidence"}
#: Carla is the focal point of the institution, Marta its validator, Ana and Beto the Secretariats'.
REPORT = {
    "requested": {"carla": WRITES | {"send_report"}, "ana": {"report_by_note"}},
    "draft": {"carla": WRITES | {"send_report"}},
    "submitted": {"marta": {"validate_report", "return_report"}},
    "in_review": {
        "ana": {"return_report", "assess_report"}, "beto": {"return_report", "assess_report"},
    },
    "returned": {"carla": WRITES | {"send_report"}},
}  # fmt: skip


@pytest.mark.parametrize("state", Report.State.values)
def test_a_report_in_each_state(report, cast, state):
    Report.objects.filter(pk=report.pk).update(state=state, submitted_at=report.cycle.drafted_at)
    report.refresh_from_db()
    open_ = {who: set(open_to(cast[who], report)) for who in ("carla", "marta", "ana", "beto")}
    assert {who: acts for who, acts in open_.items() if acts} == REPORT[state]


def test_a_cycle_before_and_after_it_opens(agenda, cast, cycle, time_machine):
    made = draft(cast, code="2027-I", covers=owed()[:1])
    for who in ("ana", "beto"):
        assert open_to(cast[who], made) == {"draft_cycle", "confirm_cycle"}
        assert open_to(cast[who], cycle) == frozenset()  # institutions can still report
    time_machine.move_to("2026-12-11 12:00Z")
    assert open_to(cast["beto"], cycle) == {"sign_off"}
    assert open_to(cast["beto"], made) == {"draft_cycle", "confirm_cycle"}
    assert open_to(cast["carla"], cycle) == open_to(cast["carla"], made) == frozenset()


def test_more_time_is_decided_once(report, cast):
    item = report.obligation.commitment
    type(item).objects.filter(pk=item.pk).update(due_on=datetime.date(2027, 3, 1))
    asked = actions.ask_extension(
        obligation=Report.objects.get(pk=report.pk).obligation, reason="x", by=cast["carla"],
        wanted=datetime.date(2027, 5, 1),
    )  # fmt: skip
    assert open_to(cast["ana"], asked) == open_to(cast["beto"], asked) == {"decide_extension"}
    assert open_to(cast["carla"], asked) == frozenset()
    asked = actions.decide_extension(extension=asked, grants=False, reason="x", by=cast["ana"])
    assert open_to(cast["beto"], asked) == frozenset()


def test_the_page_offers_to_decide_only_to_who_may_and_while_it_waits(report, cast, as_person):
    item = report.obligation.commitment
    type(item).objects.filter(pk=item.pk).update(due_on=datetime.date(2027, 3, 1))
    page = reverse("monitoring:obligation", args=[report.obligation_id])
    offers = 'value="grant"'
    assert offers not in as_person("ana").get(page).content.decode()
    actions.ask_extension(
        obligation=Report.objects.get(pk=report.pk).obligation, reason="x", by=cast["carla"],
        wanted=datetime.date(2027, 5, 1),
    )  # fmt: skip
    assert offers in as_person("ana").get(page).content.decode()
    assert offers not in as_person("carla").get(page).content.decode()
