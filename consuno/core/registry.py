"""What rooms announce to the page frame, so that the frame imports no room."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise


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


#: Asked by the frame: what this person acts as, and what waits for their second factor.
#: The directory sets both.
acting: Callable[[Any], Any] = lambda _user: None  # noqa: E731
suspended: Callable[[Any], Any] = lambda _user: []  # noqa: E731


def set_acting(answer: Callable[[Any], Any], waiting: Callable[[Any], Any]) -> None:
    """Let the directory say what a person acts as, and what they do not act as yet."""
    globals().update(acting=answer, suspended=waiting)
