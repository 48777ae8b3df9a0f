"""What was erased leaves the files of the database at once, where we can make it so.

SQLite writes pages into its log before the database; an erased row stood in that log until it grew over. It is
emptied as soon as what erased is committed, or by the next job where somebody was just reading. PostgreSQL keeps
a row until VACUUM, and in its log until that is written over: the install guide says which settings shorten that.
"""

from django.db import connection, transaction

from consuno.core import jobs

#: How long it waits for those who read, in milliseconds; then the job does it.
PATIENCE = 100


def leave() -> None:
    """Call this in what erases: once it is committed, the log of the database forgets it too."""
    transaction.on_commit(_forget, robust=True)


def _forget() -> None:
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout")
        (before,) = cursor.fetchone()
        cursor.execute(f"PRAGMA busy_timeout={PATIENCE}")
        try:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            cursor.fetchone()
        finally:
            cursor.execute(f"PRAGMA busy_timeout={before}")


@jobs.job(cron="*/5 * * * *")
def forget_erased() -> None:
    """Empty the log of the database, where those who read kept it."""
    _forget()
