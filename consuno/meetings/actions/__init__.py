"""Writes of meetings."""

from consuno.meetings.actions.agenda import (
    add_item,
    compute_agenda,
    drop_item,
    let_return,
    move_item,
)
from consuno.meetings.actions.sittings import (
    answer_invitation,
    cancel_sitting,
    count_delegations,
    invite,
    plan_sitting,
)

__all__ = [
    "add_item",
    "answer_invitation",
    "cancel_sitting",
    "compute_agenda",
    "count_delegations",
    "drop_item",
    "invite",
    "let_return",
    "move_item",
    "plan_sitting",
]
