"""A probe on the same machine learns whether all is well; nobody else learns that there is one."""

import datetime

import pytest
from django.db import OperationalError, connection
from django.test import Client

from consuno.core import clock
from consuno.core.jobs import embedded
from consuno.core.models import QueuedJob


@pytest.fixture
def working(db):
    """A worker that has just begun."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO procrastinate_workers DEFAULT VALUES")
    else:
        embedded._plan()


def test_all_is_well(working):
    answer = Client(HTTP_HOST="127.0.0.1:8000").get("/salud/")
    assert (answer.status_code, answer.json()) == (
        200,
        dict.fromkeys(("database", "ready", "worker"), True),
    )


@pytest.mark.django_db
def test_it_says_what_is_not(monkeypatch):
    assert Client().get("/salud/").json()["worker"] is False
    monkeypatch.setattr("consuno.site.health.pending", lambda: ["core.0099"])
    assert Client().get("/salud/").json()["ready"] is False

    def gone():
        raise OperationalError

    monkeypatch.setattr(connection, "ensure_connection", gone)
    answer = Client().get("/salud/")
    assert answer.status_code == 503
    assert not any(answer.json().values())


def test_a_worker_that_died_is_noticed(working, time_machine):
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE procrastinate_workers SET last_heartbeat = now() - interval '2 minutes'"
            )
    else:
        time_machine.move_to(clock.now() + datetime.timedelta(days=2))
    assert Client().get("/salud/").json()["worker"] is False
    if connection.vendor == "sqlite":  # a long job, renewing its lease, is work
        QueuedJob.objects.update(leased_until=clock.now())
        assert Client().get("/salud/").json()["worker"] is True


@pytest.mark.django_db
@pytest.mark.parametrize(
    "passed",
    [
        {"REMOTE_ADDR": "203.0.113.9"},
        {"HTTP_X_FORWARDED_FOR": "203.0.113.9"},
        {"HTTP_X_FORWARDED_PROTO": "https"},
    ],
)
def test_to_everybody_else_there_is_no_such_address(passed):
    assert Client(**passed).get("/salud/").status_code == 404


@pytest.mark.django_db
def test_robots_and_where_to_write_of_a_fault(client, settings, time_machine):
    time_machine.move_to("2026-11-25 12:00Z")
    assert "Disallow: /*?" in client.get("/robots.txt").content.decode()
    assert client.get("/.well-known/security.txt").status_code == 404
    settings.CONTACT = "mailto:seguridad@example.org"
    said = client.get("/.well-known/security.txt").content.decode()
    assert "Contact: mailto:seguridad@example.org\nExpires: 2027-05-24T00:00:00Z\n" in said
