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


@dataclass(frozen=True, slots=True)
class OpenWork:
    """Something a person has in hand for a body, and where it is."""

    label: str
    path: str


#: Where the frame leads, by what is there: home, search, notices, account, vault.
_places: dict[str, str] = {}


def announce_places(**url_names: str) -> None:
    """Let a room say that it has what the frame leads to."""
    _places.update(url_names)


def place(name: str) -> str:
    """The name of the address where the frame leads for that."""
    return _places[name]


_foot: list[tuple[int, str, str | Promise]] = []


def announce_at_foot(url_name: str, label: str | Promise, order: int) -> None:
    """Add a link to the foot of every page, for everybody."""
    _foot.append((order, url_name, label))
    _foot.sort(key=lambda each: each[0])


def foot() -> list[tuple[str, str | Promise]]:
    """The links at the foot of every page: the name of an address, and its words."""
    return [(url_name, label) for _order, url_name, label in _foot]


_links: list[Callable[[Any, Any], list[OpenWork]]] = []


def announce_links(find: Callable[[Any, Any], list[OpenWork]]) -> None:
    """Let a room above say where it has more about a record of a room below."""
    _links.append(find)


def links_about(record: Any, user: Any) -> list[OpenWork]:
    """Where other rooms have more about a record, for this person."""
    return [link for find in _links for link in find(record, user)]


_works: list[tuple[Callable[..., list[OpenWork]], Callable[..., int]]] = []


def announce_work(find: Callable[..., list[OpenWork]], pass_on: Callable[..., int]) -> None:
    """Let a room say what a person has in hand for a body, and how it is given to another."""
    _works.append((find, pass_on))


def open_work(user: Any, body: Any) -> list[OpenWork]:
    """What a person has in hand for a body, in every room."""
    return [work for find, _pass_on in _works for work in find(user, body)]


def pass_on_work(**who: Any) -> int:
    """Give what a person who leaves had in hand to another, in every room; return how much."""
    return sum(pass_on(**who) for _find, pass_on in _works)


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


_posts: list[Callable[[Any, str, str, datetime.date], bool]] = []


def announce_posts(check: Callable[[Any, str, str, datetime.date], bool]) -> None:
    """Let the directory say who held which post: a person, a standing, an organisation's code and a day."""
    _posts[:] = [check]


def held_post(user: Any, standing: str, owner: str, on: datetime.date) -> bool:
    """Whether this person could sign as that for the organisation, that day. Nobody could, until somebody knows."""
    return any(check(user, standing, owner, on) for check in _posts)
