"""Writes of meetings."""

from consuno.meetings.actions.agenda import (
    add_item,
    compute_agenda,
    drop_item,
    let_return,
    move_item,
)
from consuno.meetings.actions.events import tie_event, untie_event
from consuno.meetings.actions.minutes import (
    ConflictError,
    answer_correction,
    approve,
    ask_correction,
    circulate,
    confirm_agreements,
    give_leave,
    open_minutes,
    strike_agreement,
    take_agreement,
    write_discussion,
)
from consuno.meetings.actions.papers import (
    add_document,
    remove_document,
    tell_effort,
    withdraw_effort,
)
from consuno.meetings.actions.sittings import (
    answer_invitation,
    cancel_sitting,
    count_delegations,
    invite,
    plan_sitting,
)

__all__ = [
    "ConflictError",
    "add_document",
    "add_item",
    "answer_correction",
    "answer_invitation",
    "approve",
    "ask_correction",
    "cancel_sitting",
    "circulate",
    "compute_agenda",
    "confirm_agreements",
    "count_delegations",
    "drop_item",
    "give_leave",
    "invite",
    "let_return",
    "move_item",
    "open_minutes",
    "plan_sitting",
    "remove_document",
    "strike_agreement",
    "take_agreement",
    "tell_effort",
    "tie_event",
    "untie_event",
    "withdraw_effort",
    "write_discussion",
]
