"""The page of decision makers as of a day."""

import datetime

import pytest

from consuno.monitoring import actions
from consuno.monitoring.queries.dashboard import dashboard
from consuno.monitoring.queries.dashboard_then import dashboard_then
from tests.monitoring.test_assessments import assess
from tests.monitoring.test_cycles import WRITTEN, cycle, report, today

__all__ = ["cycle", "report", "today"]

BEFORE, AFTER = datetime.date(2026, 11, 26), datetime.date(2026, 12, 5)


@pytest.fixture
def happened(report, cast, time_machine):
    """On 1 December El Salvador reports, is found complete, and is given more time for another."""
    report.obligation.commitment.due_on = datetime.date(2026, 11, 30)
    report.obligation.commitment.save()
    time_machine.move_to("2026-12-01 12:00Z")
    actions.send_report(report=report, revision=1, by=cast["carla"], **WRITTEN)
    actions.validate_report(report=report, by=cast["marta"])
    for who in ("ana", "beto"):
        assess(report, cast[who], "complete")
    time_machine.move_to("2026-12-05 12:00Z")
    return report


def test_today_it_says_what_the_page_of_today_says(happened, cast):
    now = dashboard(reader=cast["ana"], today=AFTER)
    then = dashboard_then(reader=cast["ana"], day=AFTER)
    assert then == now


def test_what_came_later_does_not_count(happened, cast):
    then = dashboard_then(reader=cast["ana"], day=BEFORE)
    now = dashboard_then(reader=cast["ana"], day=AFTER)
    assert (then.whole.done, now.whole.done) == (0, 1)
    assert then.whole.total == now.whole.total
    assert dict(then.levels)["complete"] == 0
    assert then.complete.whole < now.complete.whole  # its day had not passed


def test_an_extension_counts_from_its_grant(report, cast, time_machine):
    owed = report.obligation
    owed.commitment.due_on = datetime.date(2026, 11, 26)
    owed.commitment.save()
    asked = actions.ask_extension(
        obligation=owed, wanted=datetime.date(2027, 2, 1), reason="Prueba.", by=cast["carla"]
    )
    time_machine.move_to("2026-12-01 12:00Z")
    for who in ("ana", "beto"):
        actions.decide_extension(extension=asked, grants=True, reason="", by=cast[who])
    time_machine.move_to("2026-12-05 12:00Z")
    waiting = dashboard_then(reader=cast["ana"], day=datetime.date(2026, 11, 28))
    granted = dashboard_then(reader=cast["ana"], day=AFTER)
    assert (waiting.extensions, granted.extensions) == (1, 0)
    assert granted.whole.ahead == waiting.whole.ahead + 1


def test_before_anybody_answered_nothing_is_counted(happened, cast):
    then = dashboard_then(reader=cast["ana"], day=datetime.date(2026, 11, 1))
    assert then.whole.total == 0


def test_the_page(happened, cast, client):
    client.force_login(cast["carla"])
    page = client.get("/seguimiento/panel/?al=26/11/2026").content.decode()
    assert "Como se veía ese día" in page
    assert "26 de noviembre de 2026" in page
    for wrong in ("x", "01/01/2100"):
        assert "que ya pasó" in client.get(f"/seguimiento/panel/?al={wrong}").content.decode()
