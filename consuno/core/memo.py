"""Answers that stay true until somebody acts.

Every act writes an audit entry in its own transaction, so the number of the last entry is the
version of everything: an answer kept under it is right as long as nobody did anything. Each
process keeps its own; nothing is shared, so nothing has to be thrown away.

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


def remembered(name: str, *about: Hashable, compute: Callable[[], Answer]) -> Answer:
    """Return `compute()`, or what it answered before about the same things in the same state.

    `about` must hold everything the answer depends on beside the records and the day: the filters,
    and what the reader may see.
    """
    last = AuditEntry.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    key = f"{name}:{last}:{clock.today():%Y%m%d}:{hash(about)}"
    kept: tuple[tuple[Hashable, ...], Answer] | None = caches["memory"].get(key)
    if kept is not None and kept[0] == about:  # two things may hash alike
        return kept[1]
    answer = compute()
    caches["memory"].set(key, (about, answer), SECONDS)
    return answer
