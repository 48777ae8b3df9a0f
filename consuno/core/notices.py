"""Notices on the pages, and the letter that says there are some.

A room makes a function of ids a kind of notice; it composes the line when it is read, from the
records as they then are, and returns None when there is nothing to say any more or the reader may
no longer see it. The letter counts and never quotes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db import transaction
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
    """A kind of notice."""

    name: str
    compose: Callable[..., Line | None]

    def tell(self, people: Iterable[User], **ids: int | str) -> None:
        """Leave it for each, in the caller's transaction; the same, still unread, is not repeated."""
        everyone = {each.pk: each for each in people}
        already = Notice.objects.filter(
            user__in=everyone, kind=self.name, ids=ids, read_at=None
        ).values_list("user_id", flat=True)
        new = [each for pk, each in everyone.items() if pk not in set(already)]
        Notice.objects.bulk_create(Notice(user=each, kind=self.name, ids=ids) for each in new)


KINDS: dict[str, Kind] = {}


def notice(compose: Callable[..., Line | None]) -> Kind:
    """Make a function of (reader, ids) a kind of notice named `room.function`."""
    made = Kind(f"{compose.__module__.split('.')[1]}.{compose.__name__}", compose)
    KINDS[made.name] = made
    return made


def line(found: Notice, reader: User) -> Line | None:
    """Return what it says to its reader now."""
    kind = KINDS.get(found.kind)
    return kind.compose(reader, **found.ids) if kind else None


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
