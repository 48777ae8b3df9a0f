"""Notices on the pages, and the letter that says there are some.

A room makes a function of a record a kind of notice; it composes the line when it is read, from the
records as they then are, and returns None when there is nothing to say any more or the reader may
no longer see it. The letter counts and never quotes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Model, QuerySet
from django.utils.functional import Promise

from consuno.core import clock, jobs, letters
from consuno.core.mail import configured
from consuno.core.models import Notice, User


@dataclass(frozen=True, slots=True)
class Line:
    """What a notice says, and where it leads."""

    text: str | Promise
    path: str


@dataclass(frozen=True)
class Kind:
    """A kind of notice: `records` are those it speaks of, with all that its line needs."""

    name: str
    compose: Callable[..., Line | None]
    records: Callable[[], QuerySet[Any]]

    def tell(self, people: Iterable[User], *, about: Model, **words: int | str) -> None:
        """Leave it for each, in the caller's transaction; the same, still unread, is not repeated."""
        ids = {"about": about.pk, **words}
        everyone = {each.pk: each for each in people}
        already = set(
            Notice.objects.filter(
                user__in=everyone, kind=self.name, ids=ids, read_at=None
            ).values_list("user_id", flat=True)
        )
        new = [each for pk, each in everyone.items() if pk not in already]
        Notice.objects.bulk_create(Notice(user=each, kind=self.name, ids=ids) for each in new)


KINDS: dict[str, Kind] = {}


def notice(records: Callable[[], QuerySet[Any]]) -> Callable[[Callable[..., Line | None]], Kind]:
    """Make a function of (reader, record, words) a kind of notice named `room.function`."""

    def register(compose: Callable[..., Line | None]) -> Kind:
        name = f"{compose.__module__.split('.')[1]}.{compose.__name__}"
        KINDS[name] = Kind(name, compose, records)
        return KINDS[name]

    return register


def lines(notices: Iterable[Notice], reader: User) -> list[tuple[Notice, Line | None]]:
    """Return what each says to its reader now; a query for each kind, however many there are."""
    notices = list(notices)
    wanted: dict[str, set[int]] = {}
    for each in notices:
        wanted.setdefault(each.kind, set()).add(each.ids["about"])
    found = {
        name: KINDS[name].records().in_bulk(keys) for name, keys in wanted.items() if name in KINDS
    }
    return [(each, _line(each, found.get(each.kind, {}), reader)) for each in notices]


def _line(each: Notice, found: dict[int, Any], reader: User) -> Line | None:
    record = found.get(each.ids["about"])
    if record is None:
        return None
    words = {name: value for name, value in each.ids.items() if name != "about"}
    return KINDS[each.kind].compose(reader, record, **words)


def unread(user: User) -> int:
    """How many notices a person has not read."""
    return Notice.objects.filter(user=user, read_at=None).count()


@transaction.atomic
def mark_read(*, by: User, only: int | None = None) -> None:
    """Mark one's own notices read: one, or all."""
    mine = Notice.objects.filter(user=by, read_at=None)
    (mine.filter(pk=only) if only else mine).update(read_at=clock.now())


@jobs.job(cron="0 12 * * *")
def send_digests() -> None:
    """At six in the morning in Central America, write to whoever has something new to read."""
    if not configured():
        return
    wanted = [User.Digest.DAILY]
    if clock.today().weekday() == 0:
        wanted.append(User.Digest.WEEKLY)
    fresh = Notice.objects.filter(
        read_at=None, mailed_at=None, user__is_active=True, user__digest__in=wanted
    )
    for person in User.objects.filter(notices__in=fresh).distinct():
        with transaction.atomic():
            mine = Notice.objects.filter(user=person, read_at=None, mailed_at=None)
            if mine.update(mailed_at=clock.now()):  # a second worker finds none
                letters.digest.post(person)
