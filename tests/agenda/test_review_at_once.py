"""Both Secretariats press the button in the same instant."""

import threading

import pytest
from django.db import connection, connections

from consuno.agenda import actions
from consuno.agenda.models import Commitment
from tests.agenda.test_review import candidate, record


@pytest.mark.django_db(transaction=True)
def test_accepting_at_once_makes_one_commitment(cast):
    if connection.vendor == "sqlite":
        pytest.skip("SQLite in memory has one writer by nature; this runs on PostgreSQL")
    minutes = record(cast["ana"])
    found = [candidate(minutes, line) for line in (5, 6, 7)]
    ready, errors = threading.Barrier(2), []

    def accept_all(who):
        try:
            for each in found:
                ready.wait(timeout=10)
                actions.accept(candidate=each, revision=1, by=cast[who])
        except Exception as error:
            errors.append(error)
        finally:
            connections.close_all()

    people = [threading.Thread(target=accept_all, args=(who,)) for who in ("ana", "beto")]
    for person in people:
        person.start()
    for person in people:
        person.join()
    assert errors == []
    assert Commitment.objects.filter(meeting=minutes.meeting).count() == 3


@pytest.mark.django_db(transaction=True)
def test_editing_at_once_loses_neither(cast):
    if connection.vendor == "sqlite":
        pytest.skip("SQLite in memory has one writer by nature; this runs on PostgreSQL")
    found = candidate(record(cast["ana"]), 5)
    ready, refused = threading.Barrier(2), []

    def edit(who):
        try:
            ready.wait(timeout=10)
            actions.edit(candidate=found, revision=1, by=cast[who], statement=f"De {who}.")
        except actions.ConflictError:
            refused.append(who)
        finally:
            connections.close_all()

    people = [threading.Thread(target=edit, args=(who,)) for who in ("ana", "beto")]
    for person in people:
        person.start()
    for person in people:
        person.join()
    found.refresh_from_db()
    assert len(refused) == 1
    assert found.revision == 2
    assert found.statement != f"De {refused[0]}."
