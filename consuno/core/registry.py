"""What rooms announce to the page frame, so that the frame imports no room."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class SessionLimits:
    """How long a session may rest and last, and the sentence that says so when it has ended."""

    idle: datetime.timedelta
    age: datetime.timedelta
    sentence: str | Promise


@dataclass(frozen=True, slots=True)
class Room:
    """An entry of the menu: where it leads, its word, and who sees it."""

    url_name: str
    label: str | Promise
    prefix: str
    order: int
    shown_to: Callable[[Any], bool] = lambda _user: True


_rooms: list[Room] = []


def announce(room: Room) -> None:
    """Add a room to the menu."""
    _rooms.append(room)
    _rooms.sort(key=lambda each: each.order)


def rooms(user: Any) -> list[Room]:
    """The menu of this person."""
    return [room for room in _rooms if room.shown_to(user)]


#: What the directory says of a person: what they act as, what waits for their second factor, and
#: how long their sessions last.
acting: Callable[[Any], Any]
suspended: Callable[[Any], Any]
session_limits: Callable[[Any], SessionLimits]


def set_standing(
    *,
    acting: Callable[[Any], Any],
    suspended: Callable[[Any], Any],
    session_limits: Callable[[Any], SessionLimits],
) -> None:
    """Let the directory say it; called once, when the site starts."""
    globals().update(acting=acting, suspended=suspended, session_limits=session_limits)
