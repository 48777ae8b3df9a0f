"""What each person may do of a meeting and of its minutes in each of their states."""

import pytest

from consuno.core.workflow import open_to
from consuno.meetings import actions
from consuno.meetings.models import Record, Sitting
from tests.meetings.test_minutes import after_the_window, circulated, item, record
from tests.meetings.test_sittings import sitting, today

__all__ = ["circulated", "item", "record", "sitting", "today"]
WRITES = {"write_discussion", "minutes_confirms"}
#: Ana and Beto are the Secretariats', Luis the Presidency, Carla of an institution that is invited.
MINUTES = {
    "draft": {"ana": WRITES | {"circulate"}, "beto": WRITES | {"circulate"}},
    "leave": {
        "ana": WRITES | {"give_leave"}, "beto": WRITES | {"give_leave"}, "luis": {"give_leave"},
    },
    "circulated": {
        "ana": WRITES | {"answer_correction"}, "beto": WRITES | {"answer_correction"},
        "carla": {"ask_correction"},
    },
    "approved": {},
}  # fmt: skip
PEOPLE = ("ana", "beto", "luis", "carla")


def acts(cast, record):
    found = {who: set(open_to(cast[who], record)) for who in PEOPLE}
    return {who: said for who, said in found.items() if said}


@pytest.mark.parametrize("state", Record.State.values)
def test_minutes_in_each_state(circulated, cast, state):
    """The days for corrections run: nobody may approve yet."""
    actions.invite(
        sitting=circulated.sitting, bodies=[each.body for each in cast["carla"].memberships.all()],
        by=cast["ana"],
    )  # fmt: skip
    Record.objects.filter(pk=circulated.pk).update(state=state)
    assert acts(cast, Record.objects.get()) == MINUTES[state]


def test_after_the_days_for_corrections_they_approve(circulated, cast, time_machine):
    after_the_window(time_machine)
    assert "minutes_approves" in acts(cast, circulated)["ana"]
    assert "carla" not in acts(cast, circulated)


@pytest.mark.parametrize(
    ("state", "on_the_day"),
    [
        ("planned", {"invite", "cancel_sitting", "count_delegations"}),
        ("held", {"invite", "count_delegations"}),
        ("cancelled", set()),
    ],
)
def test_a_meeting_in_each_state(sitting, cast, time_machine, state, on_the_day):
    Sitting.objects.filter(pk=sitting.pk).update(state=state)
    found = Sitting.objects.get()
    assert acts(cast, found).get("ana", set()) == on_the_day - {"count_delegations"}
    time_machine.move_to("2027-02-11 15:00Z")
    said = acts(cast, found)
    assert said == ({"ana": on_the_day, "beto": on_the_day} if on_the_day else {})
