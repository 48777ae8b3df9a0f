"""Who may do what in meetings, and when. Each check raises `Denied` with its reason."""

from consuno.meetings.policies.agenda import (
    MOST_ITEMS,
    may_read_agenda,
    may_set_agenda,
    must_be_an_item,
)
from consuno.meetings.policies.sittings import (
    may_answer,
    may_cancel,
    may_count,
    may_plan,
    may_read_sitting,
    must_be_a_meeting,
    must_stand,
)

__all__ = [
    "MOST_ITEMS",
    "may_answer",
    "may_cancel",
    "may_count",
    "may_plan",
    "may_read_agenda",
    "may_read_sitting",
    "may_set_agenda",
    "must_be_a_meeting",
    "must_be_an_item",
    "must_stand",
]
