"""A network that asks too often waits, and nothing tells which network it was."""

import pytest
from django.core.cache import cache
from django.test import RequestFactory

from consuno.core import limits


@pytest.fixture(autouse=True)
def empty(db, monkeypatch):
    cache.clear()
    monkeypatch.setattr(limits, "_ratchet", limits._Ratchet())  # begun on the day of the test


@pytest.fixture
def rosa(db):
    from consuno.core.accounts import create_account

    return create_account(
        email="rosa@example.org", name="Rosa Inventada", by=None, password="árbol torpe y lúcido"
    )


def ask(address, times=1):
    request = RequestFactory().get("/", REMOTE_ADDR=address)
    return [bool(limits.too_many(request, "prueba", each=3, shared=6)) for _each in range(times)]


def test_one_network_waits_and_the_others_do_not():
    assert ask("203.0.113.7", 4) == [False, False, False, True]
    assert ask("203.0.113.8") == [False]


def test_those_who_come_through_an_onion_share_one_queue():
    assert ask("127.0.0.1", 7) == [False] * 6 + [True]


def test_the_next_hour_begins_anew_and_the_last_one_cannot_be_asked(time_machine):
    ask("203.0.113.7", 4)
    before = limits._ratchet._key
    time_machine.shift(3600)
    assert ask("203.0.113.7") == [False]
    assert limits._ratchet._key != before


def test_an_ipv6_network_is_one_however_many_addresses_it_uses():
    for last in range(3):
        assert ask(f"2001:db8:7:1::{last}") == [False]
    assert ask("2001:db8:7:1:ffff:1:2:3") == [True]
    assert ask("2001:db8:7:2::1") == [False]
    assert ask("::ffff:203.0.113.9", 3) == [False] * 3
    assert ask("203.0.113.9") == [True]  # one machine, by either protocol


def test_each_circuit_of_an_onion_service_that_says_which_waits_alone():
    assert ask("fc00:dead:beef:4dad::a:1", 4) == [False, False, False, True]
    assert ask("fc00:dead:beef:4dad::a:2") == [False]


def test_who_waits_is_told_how_long(time_machine):
    time_machine.move_to("2027-03-01T12:40:00Z", tick=False)
    request = RequestFactory().get("/", REMOTE_ADDR="203.0.113.7")
    over = [limits.too_many(request, "prueba", each=1, shared=6) for _each in range(2)][-1]
    assert over.left == 20 * 60
    assert "20 minutos" in over.wait


def test_what_is_counted_names_no_network(monkeypatch):
    seen = []
    monkeypatch.setattr(limits.counters, "named", lambda *words: seen.append(words) or "x")
    ask("203.0.113.7")
    assert "203.0.113" not in repr(seen)
    assert b"203.0.113.7".hex() not in repr(seen)


def test_the_library_that_signs_in_learns_no_address(rosa, settings, monkeypatch):
    """Its limits count by what our adapter calls the client: the same keyed hash."""
    from django.test import Client

    seen = []
    real = limits.counters.named
    monkeypatch.setattr(limits.counters, "named", lambda *words: seen.append(words) or real(*words))
    Client(REMOTE_ADDR="203.0.113.7").post(
        "/cuenta/entrar/", {"login": rosa.email, "password": "no"}
    )
    assert any("login_failed" in str(words) for words in seen)
    assert "203.0.113" not in repr(seen)


def test_one_network_locks_nobody_out_elsewhere(rosa):
    from django.test import Client

    def attempt(address):
        page = Client(REMOTE_ADDR=address).post(
            "/cuenta/entrar/", {"login": rosa.email, "password": "no"}
        )
        return "Demasiados" in page.content.decode()

    assert [attempt("203.0.113.7") for _each in range(7)][-1]
    assert not attempt("203.0.113.8")
