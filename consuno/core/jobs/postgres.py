"""The queue on PostgreSQL: procrastinate, with as many workers as wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import close_old_connections, connection
from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.jobs import Status

if TYPE_CHECKING:
    from consuno.core.jobs import Job

#: Seconds without a sign of life after which a worker's job is given to another.
DEAD_AFTER = 30.0
REVIVE = "core.revive"


def register(job: Job) -> None:
    """Make it a task of procrastinate of the same name."""
    from consuno.core.jobs import TRIES, wait_before

    def run(**arguments: Any) -> None:
        arguments.pop("timestamp", None)  # given to periodic tasks only
        close_old_connections()
        try:
            job.run(**arguments)
        finally:
            close_old_connections()

    retry = RetryStrategy(max_attempts=TRIES - 1, exponential_wait=wait_before(1))
    task = app.task(name=job.name, retry=retry)(run)
    if job.cron:
        app.periodic(cron=job.cron, periodic_id=job.name)(task)  # type: ignore[arg-type]


def put(job: Job, arguments: dict[str, Any]) -> None:
    """Queue one run in the transaction of the caller."""
    app.configure_task(job.name).defer(**arguments)


def work(*, until_empty: bool) -> None:
    """Be one of the workers."""
    app.configure_task(REVIVE).defer(timestamp=0)
    # Django's connection serves for queueing; a worker listens on one of procrastinate's own.
    with app.replace_connector(app.connector.get_worker_connector()) as working:  # type: ignore[attr-defined]
        working.run_worker(
            wait=not until_empty,
            delete_jobs="successful",
            update_heartbeat_interval=DEAD_AFTER / 3,
            stalled_worker_timeout=DEAD_AFTER,
            shutdown_graceful_timeout=20,
        )


def failed() -> list[tuple[str, str]]:
    """Name of what was given up; the errors are in the workers' log."""
    given_up = ProcrastinateJob.objects.filter(status=Status.FAILED.value)  # type: ignore[misc]
    return [(name, "") for name in given_up.values_list("task_name", flat=True)]


def waiting() -> int:
    """Everything queued or being done."""
    open_now = (Status.TODO.value, Status.DOING.value)
    waiting_now = ProcrastinateJob.objects.filter(status__in=open_now)  # type: ignore[misc]
    return waiting_now.exclude(task_name=REVIVE).count()


def alive() -> bool:
    """A worker gave a sign of life a moment ago."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM procrastinate_workers WHERE last_heartbeat > now() - interval '1 minute'"
        )
        return bool(cursor.fetchone()[0])


@app.periodic(cron="* * * * *", periodic_id=REVIVE)
@app.task(name=REVIVE, pass_context=True)
async def revive(context: JobContext, timestamp: int) -> None:
    """Queue again what a killed worker left undone."""
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs(seconds_since_heartbeat=DEAD_AFTER):
        await manager.retry_job(job)
