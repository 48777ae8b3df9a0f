"""Both Secretariats press the button in the same instant."""

import threading

import pytest
from django.db import connection, connections

from consuno.agenda import actions
from consuno.agenda.models import Commitment, Minutes
from consuno.core.policy import ConflictError
from tests.agenda.test_review import candidate, record


@pytest.fixture
def at_once(transactional_db):
    """Do each act in a thread of its own, all beginning together; gives the errors by thread."""
    if connection.vendor == "sqlite":
        pytest.skip("SQLite in memory has one writer by nature; this runs on PostgreSQL")

    def do(*acts):
        ready, errors = threading.Barrier(len(acts)), {}

        def run(number, act):
            try:
                act(lambda: ready.wait(timeout=10))
            except Exception as error:
                errors[number] = error
            finally:
                connections.close_all()

        threads = [threading.Thread(target=run, args=pair) for pair in enumerate(acts)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return errors

    return do


def test_accepting_at_once_makes_one_commitment(at_once, cast):
    minutes = record(cast["ana"])
    found = [candidate(minutes, line) for line in (5, 6, 7)]

    def accept_all(who):
        def act(wait):
            for each in found:
                wait()
                actions.accept(candidate=each, revision=1, by=cast[who])

        return act

    assert at_once(accept_all("ana"), accept_all("beto")) == {}
    assert Commitment.objects.filter(meeting=minutes.meeting).count() == 3


def test_editing_at_once_loses_neither(at_once, cast):
    found = candidate(record(cast["ana"]), 5)

    def edit(who):
        def act(wait):
            wait()
            actions.edit(candidate=found, revision=1, by=cast[who], statement=f"De {who}.")

        return act

    errors = at_once(edit("ana"), edit("beto"))
    found.refresh_from_db()
    assert [type(error) for error in errors.values()] == [ConflictError]
    assert found.revision == 2
    assert found.statement == ("De beto." if 0 in errors else "De ana.")


@pytest.mark.parametrize(("other", "papers"), [("ana", 1), ("beto", 2)])
def test_the_same_paper_twice_at_once(at_once, cast, other, papers):
    def send(who):
        def act(wait):
            wait()
            record(cast[who])

        return act

    assert at_once(send("ana"), send(other)) == {}
    assert Minutes.objects.count() == papers
