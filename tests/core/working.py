"""The jobs that tests queue, and a worker that runs them in a process of its own."""

import os
import time
from pathlib import Path

from django.db import connection

from consuno.core import jobs
from consuno.core.jobs import embedded


@jobs.job
def mark(folder: str, number: int) -> None:
    """Leave a file that says which process did it."""
    (Path(folder) / f"{number}.{os.getpid()}").touch()


@jobs.job
def hang_once(folder: str) -> None:
    """The first process hangs in mid-work; the second finds its trace and ends."""
    begun = Path(folder) / "begun"
    if not begun.exists():
        begun.touch()
        time.sleep(60)
    (Path(folder) / "ended").touch()


@jobs.job
def fail(folder: str) -> None:
    """Fail with words that name a person, which must not be kept anywhere."""
    raise ValueError("ana@example.org")


@jobs.job(cron="0 6 * * *")
def at_six() -> None:
    """Run every morning."""


def work_quickly() -> None:
    """Work with short leases, so that what a killed worker held is soon taken again."""
    embedded.LEASE, embedded.PAUSE = 1.0, 0.1
    if connection.vendor == "postgresql":
        from consuno.core.jobs import postgres

        postgres.DEAD_AFTER = 1.0
    jobs.work()
