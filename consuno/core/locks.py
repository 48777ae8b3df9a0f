"""One at a time, across processes and servers."""

import zlib
from collections.abc import Callable
from typing import TypeVar

from django.db import connection, models, transaction

M = TypeVar("M", bound=models.Model)


def exclusively(name: str) -> None:
    """Wait until no other transaction holds `name`, and hold it to the end of this one.

    Raises RuntimeError outside a transaction, where it would hold nothing. SQLite has one writer
    at a time anyway (its transactions here begin as writers); PostgreSQL takes an advisory lock.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("a lock is held by a transaction")
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [zlib.crc32(name.encode())])


def while_still(found: models.QuerySet[M], act: Callable[[M], object]) -> None:
    """Do it to each of these in a transaction of its own, locked and asked again.

    For jobs that erase: one that moved on after the list was read is not among them any more.
    """
    rows = found.model._default_manager
    for pk in list(found.order_by("pk").values_list("pk", flat=True)):
        with transaction.atomic():
            rows.select_for_update(of=("self",)).filter(pk=pk).first()
            each = found.filter(pk=pk).first()
            if each is not None:
                act(each)
