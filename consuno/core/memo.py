"""Answers that stay true until somebody acts.

Every act writes an audit entry in its own transaction, so the entries are the version of
everything: an answer kept under it is right as long as nobody did anything. Each process keeps its
own; nothing is shared, so nothing has to be thrown away.

Only for counts and public names: nothing about assisted people is ever kept here.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

from django.core.cache import caches

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
