"""What every test may ask for."""

import itertools
import os
import shutil

import hypothesis
import pytest

from tests import elsewhere
from tests.prepared import TODAY, prepared

#: A machine under load makes inputs slowly; that says nothing of the code.
hypothesis.settings.register_profile(
    "suite", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("suite")

_files = itertools.count()


@pytest.fixture(autouse=True)
def today(time_machine):
    """Every test begins on the same day, at noon; its clock goes on from there."""
    time_machine.move_to(TODAY)


@pytest.fixture(autouse=True)
def forget():
    """Each test has its own database; what a process remembers of it must not outlive it."""
    from django.utils import translation

    from consuno.core import memo

    memo.forget()
    translation.deactivate()  # a page read in English leaves its language behind


@pytest.fixture(autouse=True)
def signers(settings, tmp_path_factory):
    """Each test has a file of its own of whose signatures count; nobody's do, at first."""
    settings.SIGNERS = str(tmp_path_factory.getbasetemp() / f"signers-{next(_files)}.json")


@pytest.fixture(autouse=True, scope="session")
def emptying():
    """Tests with several connections empty their tables at the end, which the database refuses."""
    from django.db import connection

    from consuno.core import append_only
    from consuno.meetings.models import record
    from consuno.monitoring.models import scorecard

    flush = type(connection.ops).execute_sql_flush

    def without_triggers(operations, statements):
        append_only.take_away(connection)
        append_only.take_away(connection, [scorecard.TABLE, record.TABLE])
        flush(operations, statements)
        append_only.put(connection)
        append_only.put(connection, [scorecard.TABLE, record.TABLE])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(type(connection.ops), "execute_sql_flush", without_triggers)
        yield


@pytest.fixture(scope="session")
def migrated(tmp_path_factory):
    """Put an embedded database of the newest shape somewhere: to migrate each took most of their time."""
    base = tmp_path_factory.getbasetemp()
    folder = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base

    def put(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        return shutil.copy(elsewhere.migrated(folder), path)

    return put


@pytest.fixture
def agenda(db):
    """The domain data that the product ships: bodies and the agenda of 2013."""
    from consuno.agenda.actions import load_agenda
    from consuno.agenda.models import Meeting
    from consuno.core.search import paused
    from consuno.directory.actions import load_bodies, load_jurisdictions

    def load():
        load_bodies()
        load_jurisdictions()
        load_agenda()

    with paused():  # a test that searches rebuilds what it needs
        prepared("agenda", load)
    return Meeting.objects.get(slug="san-salvador-2013")


@pytest.fixture
def cast(agenda, settings):
    """The people of the demo world by first name: ana, beto, carla, …"""
    from consuno.core.models import User
    from consuno.core.search import paused
    from consuno.directory.standing import suspended
    from consuno.site.demo import load_cast
    from tests.factors import set_second_factor

    def load():
        settings.DEMO = True
        people = load_cast()
        settings.DEMO = False
        for user in people:
            if suspended(user):
                set_second_factor(user)

    before = set(User.objects.values_list("pk", flat=True))
    with paused():
        prepared("cast", load)
    people = list(User.objects.exclude(pk__in=before))
    for user in people:
        suspended(
            user
        )  # what each may do is known from today on, also to a test that goes back in time
        user.__dict__.pop("_has_second_factor", None)
    return {user.email.partition("@")[0]: user for user in people}


@pytest.fixture
def as_person(cast):
    """A browser in which this person is signed in."""
    from django.test import Client

    def signed_in(name):
        client = Client()
        client.force_login(cast[name])
        return client

    return signed_in


@pytest.fixture
def run_jobs(db):
    """Do now, in this test's own transaction, what is queued."""
    from django.db import connection

    from consuno.core import jobs
    from consuno.core.models import QueuedJob

    def queued():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("DELETE FROM procrastinate_jobs RETURNING task_name, args")
                return sorted(cursor.fetchall(), key=str)
        rows = list(QueuedJob.objects.filter(period="").values_list("name", "arguments"))
        QueuedJob.objects.filter(period="").delete()
        return rows

    def run():
        import json

        for name, arguments in queued():
            given = json.loads(arguments) if isinstance(arguments, str) else arguments
            jobs.REGISTRY[name].run(**given)

    return run
