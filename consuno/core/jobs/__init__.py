"""Work done after the page has answered, and lost by no crash.

A job is a function of ids: `@job` makes it one, `.later(...)` puts it in the queue in the caller's
own transaction. It may run twice (a worker died after the work and before saying so), so it asks
the records what is still to be done. On SQLite the queue is ours (`embedded`), on PostgreSQL it is
procrastinate's (`postgres`); nobody else knows which.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from django.db import connection

#: A job that keeps failing is tried this many times, over about a day, and then kept as failed.
TRIES = 8
REGISTRY: dict[str, Job] = {}
log = logging.getLogger("consuno.jobs")


class JobFailedError(Exception):
    """What a job failed of: the kind of error and where, never its message (it may name people)."""

    names_nobody = True


def wait_before(attempt: int) -> int:
    """Seconds to wait before trying again after `attempt` failures: 4, 16, 64 … about 18 hours."""
    return 4**attempt


@dataclass(frozen=True)
class Job:
    """A function to run later; `cron` says when it runs by itself (minute hour day month weekday)."""

    name: str
    function: Callable[..., None]
    cron: str | None = None

    def later(self, **arguments: int | str) -> None:
        """Queue one run; it is done only if the transaction around this call is."""
        for value in arguments.values():
            if not isinstance(value, int | str):
                raise TypeError(f"{self.name}: a job takes ids, not {type(value).__name__}")
        _backend().put(self, arguments)

    def run(self, **arguments: Any) -> None:
        """Do it now; raises JobFailedError when it fails."""
        try:
            self.function(**arguments)
        except Exception as error:
            raise JobFailedError(_where(error)) from None


def job(function: Callable[..., None] | None = None, *, cron: str | None = None) -> Any:
    """Make a function a job of the name `room.function`."""
    if function is None:
        return lambda inner: job(inner, cron=cron)
    room = function.__module__.split(".")[1]
    made = Job(f"{room}.{function.__name__}", function, cron)
    REGISTRY[made.name] = made
    _backend().register(made)
    return made


def work(*, until_empty: bool = False) -> None:
    """Run jobs until stopped, or until none is due."""
    _backend().work(until_empty=until_empty)


def failed() -> list[tuple[str, str]]:
    """Name and error of the jobs that were given up."""
    return _backend().failed()


def waiting() -> int:
    """How many jobs wait for a worker or for their next try."""
    return _backend().waiting()


def alive() -> bool:
    """Whether a worker has been at work within these minutes."""
    return bool(_backend().alive())


def _where(error: Exception) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}" if trace else "?"
    return f"{type(error).__name__} ({place})"


def _backend() -> Any:
    return import_module(
        "consuno.core.jobs." + ("postgres" if connection.vendor == "postgresql" else "embedded")
    )
