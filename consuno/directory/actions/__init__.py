"""Writes of the directory."""

from consuno.directory.actions.bodies import load_bodies
from consuno.directory.actions.invitations import (
    accept_invitation,
    invite,
    send_again,
    withdraw_invitation,
)
from consuno.directory.actions.people import (
    appoint,
    end_membership,
    end_sessions,
    remove_second_factor,
)

__all__ = [
    "accept_invitation",
    "appoint",
    "end_membership",
    "end_sessions",
    "invite",
    "load_bodies",
    "remove_second_factor",
    "send_again",
    "withdraw_invitation",
]
