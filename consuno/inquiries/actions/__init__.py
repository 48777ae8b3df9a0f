"""Writes of information requests."""

from consuno.inquiries.actions.inquiries import (
    ask,
    change_due,
    close_inquiry,
    decline,
    give_answer,
    pass_on,
    reopen_answer,
    save_answer,
)
from consuno.inquiries.actions.reminders import remind_of_answers

__all__ = [
    "ask",
    "change_due",
    "close_inquiry",
    "decline",
    "give_answer",
    "pass_on",
    "remind_of_answers",
    "reopen_answer",
    "save_answer",
]
