"""A network that asks too often waits, and nothing tells which network it was."""

import pytest
from django.core.cache import cache
from django.test import RequestFactory

from consuno.core.vault import crowd


@pytest.fixture(autouse=True)
def empty(db, monkeypatch):
    cache.clear()
    monkeypatch.setattr(crowd, "_ratchet", crowd._Ratchet())  # begun on the day of the test


def ask(address, times=1):
    request = RequestFactory().get("/", REMOTE_ADDR=address)
    return [crowd.too_many(request, "prueba", each=3, shared=6) for _each in range(times)]


def test_one_network_waits_and_the_others_do_not():
    assert ask("203.0.113.7", 4) == [False, False, False, True]
    assert ask("203.0.113.8") == [False]


def test_those_who_come_through_an_onion_share_one_queue():
    assert ask("127.0.0.1", 7) == [False] * 6 + [True]


def test_the_next_hour_begins_anew_and_the_last_one_cannot_be_asked(time_machine):
    ask("203.0.113.7", 4)
    before = crowd._ratchet._key
    time_machine.shift(3600)
    assert ask("203.0.113.7") == [False]
    assert crowd._ratchet._key != before


def test_what_is_counted_names_no_network(monkeypatch):
    seen = []
    monkeypatch.setattr(crowd.cache, "set", lambda name, *rest: seen.append(name))
    ask("203.0.113.7")
    assert "203.0.113" not in seen[0]
    assert b"203.0.113.7".hex() not in seen[0]
