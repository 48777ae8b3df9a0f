"""Writes of meetings."""

from consuno.meetings.actions.sittings import (
    answer_invitation,
    cancel_sitting,
    count_delegations,
    invite,
    plan_sitting,
)

__all__ = [
    "answer_invitation",
    "cancel_sitting",
    "count_delegations",
    "invite",
    "plan_sitting",
]
