"""Who may do what in meetings, and when. Each check raises `Denied` with its reason."""

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
    "may_answer",
    "may_cancel",
    "may_count",
    "may_plan",
    "may_read_sitting",
    "must_be_a_meeting",
    "must_stand",
]
