"""The queue of the embedded database: one table, one worker.

A worker takes a job by a lease which it renews while it works. A worker that is killed renews
nothing, so the next one takes the job again when the lease has ended.
"""

from __future__ import annotations

import contextlib
import datetime
import signal
import threading
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from croniter import croniter
from django.db import close_old_connections, connection, transaction
from django.db.models import Q
from django.utils import timezone

from consuno.core import clock

if TYPE_CHECKING:
    from consuno.core.jobs import Job
    from consuno.core.models import QueuedJob

LEASE = 30.0
PAUSE = 1.0
#: A worker that has a long job before it lets the others wait this long.
LATE = datetime.timedelta(minutes=15)


def register(job: Job) -> None:
    """Nothing to prepare: the table is asked by name."""


def put(job: Job, arguments: dict[str, Any]) -> None:
    """Queue one run."""
    from consuno.core.models import QueuedJob

    QueuedJob.objects.create(name=job.name, arguments=arguments, due=clock.now())


def work(*, until_empty: bool) -> None:
    """Take what is due, one after the other; told to stop, the one begun is ended first."""
    stop = threading.Event()
    if not until_empty:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
    _plan()
    while not stop.is_set():
        taken = _take()
        if taken is not None:
            _run(taken)
        elif until_empty:
            return
        else:
            stop.wait(PAUSE)


def failed() -> list[tuple[str, str]]:
    """Name and error of what was given up."""
    from consuno.core.models import QueuedJob

    return list(QueuedJob.objects.filter(due=None).values_list("name", "error"))


def waiting() -> int:
    """Everything not given up, without the periodic ones, which always wait."""
    from consuno.core.models import QueuedJob

    return QueuedJob.objects.filter(due__isnull=False, period="").count()


def alive() -> bool:
    """There is always a periodic job; while a worker runs none of them waits for minutes."""
    from consuno.core.models import QueuedJob

    periodic = QueuedJob.objects.exclude(period="")
    late = periodic.filter(due__lt=clock.now() - LATE, leased_until=None)
    return periodic.exists() and not late.exists()


def _plan() -> None:
    """Keep one row for each periodic job; what fell due while no worker ran is run once."""
    from consuno.core.jobs import REGISTRY
    from consuno.core.models import QueuedJob

    for job in REGISTRY.values():
        if job.cron:
            QueuedJob.objects.get_or_create(
                period=job.name, defaults={"name": job.name, "due": _next(job.cron)}
            )


def _next(cron: str) -> datetime.datetime:
    local = timezone.localtime(clock.now())
    return croniter(cron, local).get_next(datetime.datetime)


def _take() -> QueuedJob | None:
    from consuno.core.models import QueuedJob

    close_old_connections()
    now = clock.now()
    due = QueuedJob.objects.filter(Q(leased_until=None) | Q(leased_until__lt=now), due__lte=now)
    found = due.order_by("due", "pk").first()
    if found is None:
        return None
    # The condition is asked again in the update itself: only one worker gets it.
    mine = due.filter(pk=found.pk).update(leased_until=_lease())
    return found if mine else None


def _lease() -> datetime.datetime:
    return clock.now() + datetime.timedelta(seconds=LEASE)


@contextlib.contextmanager
def _held(taken: QueuedJob) -> Iterator[None]:
    """Renew the lease while the work lasts."""
    done = threading.Event()

    def renew() -> None:
        while not done.wait(LEASE / 3):
            type(taken).objects.filter(pk=taken.pk).update(leased_until=_lease())
        connection.close()

    renewing = threading.Thread(target=renew, daemon=True)
    renewing.start()
    try:
        yield
    finally:
        done.set()
        renewing.join()


def _run(taken: QueuedJob) -> None:
    from consuno.core.jobs import REGISTRY, JobFailedError, log

    job = REGISTRY.get(taken.name)
    started = time.monotonic()
    try:
        if job is None:
            raise JobFailedError("unknown job")
        with _held(taken):
            job.run(**taken.arguments)
    except JobFailedError as error:
        log.warning("%s failed: %s", taken.name, error)
        _failed(taken, str(error))
        return
    log.info("%s done in %.1f s", taken.name, time.monotonic() - started)
    if job and taken.period:
        taken.again(_next(job.cron or ""))
    else:
        taken.delete()


@transaction.atomic
def _failed(taken: QueuedJob, error: str) -> None:
    from consuno.core.jobs import REGISTRY, TRIES, wait_before

    job = REGISTRY.get(taken.name)
    if job and taken.period:
        taken.again(_next(job.cron or ""), error)
    elif taken.tries + 1 >= TRIES:
        taken.give_up(error)
    else:
        pause = datetime.timedelta(seconds=wait_before(taken.tries + 1))
        taken.again(clock.now() + pause, error, tries=taken.tries + 1)
