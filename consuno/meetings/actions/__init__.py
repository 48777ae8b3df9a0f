"""Writes of meetings."""

from consuno.meetings.actions.agenda import (
    add_item,
    compute_agenda,
    drop_item,
    let_return,
    move_item,
)
from consuno.meetings.actions.dossier import make_dossier, make_file
from consuno.meetings.actions.events import tie_event, untie_event
from consuno.meetings.actions.minutes import (
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
from consuno.meetings.actions.topics import (
    answer_elevation,
    correct_topic,
    elevate_item,
    elevate_subject,
    raise_topic,
    say,
    settle_topic,
    support,
    take_back,
)

__all__ = [
    "add_document",
    "add_item",
    "answer_correction",
    "answer_elevation",
    "answer_invitation",
    "approve",
    "ask_correction",
    "cancel_sitting",
    "circulate",
    "compute_agenda",
    "confirm_agreements",
    "correct_topic",
    "count_delegations",
    "drop_item",
    "elevate_item",
    "elevate_subject",
    "give_leave",
    "invite",
    "let_return",
    "make_dossier",
    "make_file",
    "move_item",
    "open_minutes",
    "plan_sitting",
    "raise_topic",
    "remove_document",
    "say",
    "settle_topic",
    "strike_agreement",
    "support",
    "take_agreement",
    "take_back",
    "tell_effort",
    "tie_event",
    "untie_event",
    "withdraw_effort",
    "write_discussion",
]
