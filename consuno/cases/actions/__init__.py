"""Writes of the room."""

from consuno.cases.actions.complaints import (
    add_message,
    begin_complaint,
    choose_recipients,
    erase_drafts,
    save_draft,
    send_complaint,
    withdraw_complaint,
)

__all__ = [
    "add_message",
    "begin_complaint",
    "choose_recipients",
    "erase_drafts",
    "save_draft",
    "send_complaint",
    "withdraw_complaint",
]
