"""Jobs on both queues: what is queued is done, whatever happens to the worker."""

import os
import signal
import subprocess
import sys
import time
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction

from consuno.core import jobs
from consuno.core.jobs import embedded
from consuno.core.models import QueuedJob
from tests.core import working

WORKER = "import django; django.setup(); from tests.core.working import work_quickly as w; w()"
QUEUE = "import sys, django; django.setup(); from tests.core import working as w; "


@pytest.fixture
def elsewhere(transactional_db, tmp_path, migrated):
    """Environment of processes that share a database with each other, as workers do."""
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    if connection.vendor == "postgresql":
        url = urlsplit(os.environ["CONSUNO_DATABASE"])
        name = connection.settings_dict["NAME"]
        environment["CONSUNO_DATABASE"] = url._replace(path=f"/{name}").geturl()
        yield environment
        from procrastinate.contrib.django import app

        with connection.cursor() as cursor:
            cursor.execute("TRUNCATE procrastinate_jobs, procrastinate_workers CASCADE")
        app.close()
        return
    environment["TEST_DATABASE"] = str(tmp_path / "queue.sqlite3")
    environment["DJANGO_SETTINGS_MODULE"] = "tests.settings_file"
    migrated(tmp_path / "queue.sqlite3")
    yield environment


def python(environment, code, *words):
    subprocess.run([sys.executable, "-c", code, *words], env=environment, check=True, timeout=60)


@pytest.fixture
def worker(elsewhere):
    """Start workers; all are stopped at the end."""
    running = []

    def start():
        running.append(subprocess.Popen([sys.executable, "-c", WORKER], env=elsewhere))
        return running[-1]

    yield start
    for process in running:
        process.kill()
        process.wait()


def until(condition, seconds=40):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "not done in time"
        time.sleep(0.1)


def test_a_killed_worker_loses_nothing(elsewhere, worker, tmp_path):
    python(elsewhere, QUEUE + "w.hang_once.later(folder=sys.argv[1])", str(tmp_path))
    first = worker()
    until((tmp_path / "begun").exists)
    first.send_signal(signal.SIGKILL)
    first.wait()
    time.sleep(1.5)  # longer than a lease
    worker()
    until((tmp_path / "ended").exists)


def test_two_workers_do_each_job_once(elsewhere, worker, tmp_path):
    code = "[w.mark.later(folder=sys.argv[1], number=n) for n in range(30)]"
    python(elsewhere, QUEUE + code, str(tmp_path))
    worker(), worker()
    until(lambda: len({path.stem for path in tmp_path.glob("*.[0-9]*")}) == 30)
    time.sleep(0.5)
    assert len(list(tmp_path.glob("*.[0-9]*"))) == 30


@pytest.fixture
def queue(db):
    """Names and arguments now queued."""

    def rows():
        if connection.vendor == "postgresql":
            from procrastinate.contrib.django.models import ProcrastinateJob as Row

            return list(Row.objects.values_list("task_name", "args"))
        return list(QueuedJob.objects.filter(period="").values_list("name", "arguments"))

    return rows


def test_a_job_is_queued_only_with_its_act(queue):
    def queue_and_fail():
        with transaction.atomic():
            working.mark.later(folder="x", number=1)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        queue_and_fail()
    assert queue() == []
    working.mark.later(folder="x", number=1)
    assert queue() == [("core.mark", {"folder": "x", "number": 1})]


def test_a_job_takes_ids_only(queue):
    with pytest.raises(TypeError, match="takes ids"):
        working.mark.later(folder={"name": "Ana"}, number=1)
    assert queue() == []


def test_an_error_tells_no_names():
    with pytest.raises(jobs.JobFailedError) as caught:
        working.fail.run(folder="x")
    assert str(caught.value).startswith("ValueError (tests.core.working:")
    assert "ana" not in str(caught.value)


embedded_only = pytest.mark.skipif(
    settings.DATABASES["default"]["ENGINE"].endswith("postgresql"),
    reason="procrastinate has its own tests of this",
)


@embedded_only
@pytest.mark.django_db
def test_a_failing_job_waits_longer_each_time_and_is_given_up(time_machine, capsys):
    time_machine.move_to("2026-03-03T10:00Z", tick=False)
    working.fail.later(folder="x")
    for attempt in range(1, jobs.TRIES):
        embedded.work(until_empty=True)
        job = QueuedJob.objects.get(period="")
        assert job.tries == attempt
        assert "ana@" not in job.error
        time_machine.shift(jobs.wait_before(attempt) - 5)
        embedded.work(until_empty=True)
        assert QueuedJob.objects.get(period="").tries == attempt  # not yet
        time_machine.shift(10)
    embedded.work(until_empty=True)
    assert [name for name, _error in jobs.failed()] == ["core.fail"]
    call_command("work", status=True)
    assert "Abandonados: 1." in capsys.readouterr().out


@embedded_only
@pytest.mark.django_db
def test_a_periodic_job_missed_by_night_runs_once(monkeypatch, time_machine):
    time_machine.move_to("2026-03-03T10:00Z", tick=False)
    runs = []
    job = jobs.Job(working.at_six.name, lambda: runs.append(1), working.at_six.cron)
    monkeypatch.setitem(jobs.REGISTRY, job.name, job)
    embedded.work(until_empty=True)
    time_machine.shift(60 * 60 * 24 * 3)
    embedded.work(until_empty=True)
    embedded.work(until_empty=True)
    assert runs == [1]
    assert jobs.waiting() == 0
