"""One at a time, across processes and servers."""

import zlib

from django.db import connection


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
