"""Writes of the room."""

from consuno.cases.actions.complaints import (
    add_file,
    add_message,
    begin_complaint,
    choose_recipients,
    erase_drafts,
    renew_mine,
    save_draft,
    send_complaint,
    withdraw_complaint,
)
from consuno.cases.actions.handling import (
    acknowledge,
    answer_handover,
    assign,
    close_complaint,
    erase_ended,
    note,
    propose_handover,
    reply,
    tell_of_late_ones,
    tell_recipients,
)

__all__ = [
    "acknowledge",
    "add_file",
    "add_message",
    "answer_handover",
    "assign",
    "begin_complaint",
    "choose_recipients",
    "close_complaint",
    "erase_drafts",
    "erase_ended",
    "note",
    "propose_handover",
    "renew_mine",
    "reply",
    "save_draft",
    "send_complaint",
    "tell_of_late_ones",
    "tell_recipients",
    "withdraw_complaint",
]
