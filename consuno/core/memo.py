"""Answers that stay true until somebody acts.

Every act writes an audit entry in its own transaction, so the entries are the version of
everything: an answer kept under it is right as long as nobody did anything. Each process keeps its
own; nothing is shared, so nothing has to be thrown away.

Only for counts and public names: nothing about assisted people is ever kept here.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from typing import Any, TypeVar

from django.core.cache import caches
from django.db.models import QuerySet

from consuno.core import clock
from consuno.core.models import AuditEntry

Answer = TypeVar("Answer")
SECONDS = 3600
#: How many numbers back an entry may still be on its way to being committed.
WINDOW = 200


def version() -> str:
    """Name the state of the records by their last audit entries.

    The last number alone would not do on PostgreSQL: an act that took an earlier number may commit
    after one that took a later number. Then the count of the latest entries tells.
    """
    last = AuditEntry.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    return f"{last}.{AuditEntry.objects.filter(pk__gt=last - WINDOW).count()}"


def remembered(
    name: str, *about: Hashable, compute: Callable[[], Answer], state: str | None = None
) -> Answer:
    """Return `compute()`, or what it answered before about the same things in the same state.

    `about` must hold everything the answer depends on beside the records and the day: the filters,
    and what the reader may see. `state` is a `version()` that this page has asked for already.
    """
    key = f"{name}:{state or version()}:{clock.today():%Y%m%d}:{hash(about)}"
    kept: tuple[tuple[Hashable, ...], Answer] | None = caches["memory"].get(key)
    if kept is not None and kept[0] == about:  # two things may hash alike
        return kept[1]
    answer = compute()
    caches["memory"].set(key, (about, answer), SECONDS)
    return answer


class Keys:
    """The keys of a list in its order: counted, and each page sorted, once until somebody acts.

    `about` as for `remembered`.
    """

    def __init__(
        self, name: str, *about: Hashable, of: QuerySet[Any], state: str | None = None
    ) -> None:
        self._name, self._about, self._found = name, about, of.values_list("pk", flat=True)
        self._state = state

    def __iter__(self) -> Iterator[int]:
        """All of them."""
        return iter(self._found)

    def __getitem__(self, part: slice) -> list[int]:
        """One page of them."""
        return self._once(part.start, part.stop, compute=lambda: list(self._found[part]))

    def __len__(self) -> int:
        """How many."""
        return self._once("count", compute=self._found.count)

    def _once(self, *what: Hashable, compute: Callable[[], Answer]) -> Answer:
        self._state = self._state or version()
        return remembered(self._name, *self._about, *what, compute=compute, state=self._state)
