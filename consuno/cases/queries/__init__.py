"""Reads of the room."""

from consuno.cases.queries.complaints import (
    Duty,
    Said,
    choice_in,
    complaint_of,
    conversation,
    duty_in,
    in_words,
    read,
    shown,
    written,
)

__all__ = [
    "Duty",
    "Said",
    "choice_in",
    "complaint_of",
    "conversation",
    "duty_in",
    "in_words",
    "read",
    "shown",
    "written",
]
