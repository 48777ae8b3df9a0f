"""A refusal is in view, also when its form stands far below the fold."""

import pytest

from tests.browser.records import requested_report


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_refusal_is_in_view(visit, cast, scripts):
    report = requested_report(cast)
    # A phone held sideways: nothing of the form fits in the first view. Who wants no motion sees no scrolling.
    held = {"viewport": {"width": 640, "height": 240}, "reduced_motion": "reduce"}
    ana = visit("ana", java_script_enabled=scripts, **held)
    ana.goto(f"/seguimiento/obligaciones/{report.obligation_id}/")
    ana.click("summary:has-text('Decir qué fue de esto')")
    ana.click("button:has-text('Decirlo')")
    box = ana.wait_for_selector(".notice.error:focus")
    assert 0 <= box.bounding_box()["y"] < 240
