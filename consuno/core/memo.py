"""Answers that stay true until somebody acts.

Every act writes an audit entry in its own transaction, so the entries are the version of
everything: an answer kept under it is right as long as nobody did anything. Each process keeps its
own; nothing is shared, so nothing has to be thrown away.

Only for counts and public names: nothing about assisted people is ever kept here.
"""

from __future__ import annotations

import datetime
import secrets
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from django.core.cache import caches
from django.db.models import QuerySet

from consuno.core import clock, primitives, registry
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


#: What an answer may depend on: codes, numbers and days, never a record.
Code = str | int | datetime.date | None
#: Whom an answer is the same for, where it does not ask who reads.
NOBODY = object()
#: Made when the process starts: a name in the cache says nothing of what was asked.
_secret = secrets.token_bytes(32)


def remembered(
    name: str, *about: Code, compute: Callable[[], Answer], reader: Any = NOBODY, asked: str = "",
    state: str | None = None,
) -> Answer:  # fmt: skip
    """Return `compute()`, or what it answered before about the same things in the same state.

    Beside the records and the day the answer may depend on `about`; on what `reader` may see (acting for a
    body or not); and on what an address asked for, `asked`, whose answers have a place of their own so that
    nobody who asks much pushes others out. `state` is a `version()` that this page has asked for already.
    Raises TypeError where `about` holds anything but codes, numbers and days.
    """
    if not all(isinstance(each, Code) for each in about):
        raise TypeError(f"{name}: only codes, numbers and days tell answers apart")
    sees = reader is not NOBODY and registry.acting(reader) is not None
    whole = repr((name, state or version(), clock.today(), about, sees, asked))
    cache, key = (
        caches["asked" if asked else "memory"],
        primitives.tag(_secret, whole.encode()).hex(),
    )
    kept: tuple[Answer] | None = cache.get(key)
    if kept is None:
        kept = (compute(),)
        cache.set(key, kept, SECONDS)
    return kept[0]


def forget() -> None:
    """Drop all that this process remembers: where records change by hand, without an act."""
    for name in ("memory", "asked"):
        caches[name].clear()


class Keys:
    """The keys of a list in its order: counted, and each page sorted, once until somebody acts.

    `about` as for `remembered`.
    """

    def __init__(
        self, name: str, *about: Code, of: QuerySet[Any], reader: Any = NOBODY, asked: str = "",
        state: str | None = None,
    ) -> None:  # fmt: skip
        self._name, self._about, self._found = name, about, of.values_list("pk", flat=True)
        self._reader, self._asked, self._state = reader, asked, state

    def __iter__(self) -> Iterator[int]:
        """All of them."""
        return iter(self._found)

    def __getitem__(self, part: slice) -> list[int]:
        """One page of them; those after the first an address asks for by their number."""
        asked = self._asked or ("page" if part.start else "")
        return self._once(
            part.start, part.stop, asked=asked, compute=lambda: list(self._found[part])
        )

    def __len__(self) -> int:
        """How many."""
        return self._once("count", asked=self._asked, compute=self._found.count)

    def _once(self, *what: Code, asked: str, compute: Callable[[], Answer]) -> Answer:
        self._state = self._state or version()
        return remembered(
            self._name, *self._about, *what, compute=compute, reader=self._reader, asked=asked,
            state=self._state,
        )  # fmt: skip
