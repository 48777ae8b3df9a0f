"""A passphrase opens its person's secret, and nothing else does."""

import pytest

from consuno.core import primitives
from consuno.core.models import AuditEntry, Key, Lock, User
from consuno.core.vault import locks

WORDS = "cuatro loros verdes cantan"


@pytest.fixture
def person(db):
    return User.objects.create_user("prueba@example.org", name="Inventada de Prueba")


def test_one_run_of_the_passphrase_opens_it(person):
    made = locks.begin(person, WORDS)
    assert locks.unlock(person, WORDS) == made
    with pytest.raises(locks.WrongPassphraseError):
        locks.unlock(person, WORDS + ".")
    assert AuditEntry.objects.get(verb="vault_begun").about == f"key:{made.key.pk}"


def test_another_passphrase_keeps_the_secret(person):
    made = locks.begin(person, WORDS)
    assert locks.change(person, WORDS, "otra cosa muy distinta").secret == made.secret
    with pytest.raises(locks.WrongPassphraseError):
        locks.unlock(person, WORDS)


def test_a_lost_passphrase_means_another_key_and_the_old_opens_nothing(person):
    first = locks.begin(person, WORDS)
    second = locks.begin(person, "otra cosa muy distinta", suite=primitives.HYBRID)
    assert second.secret != first.secret
    assert locks.current(person) == second.key
    assert Lock.objects.count() == 1
    assert Key.objects.get(pk=first.key.pk).retired_on


def test_row_10_a_weaker_lock_is_made_anew_when_it_is_opened(person, monkeypatch):
    with monkeypatch.context() as weaker:
        weaker.setattr(locks, "PASSES", 1)
        weaker.setattr(locks, "KIB", 8 * 1024)
        made = locks.begin(person, WORDS)
    assert locks.unlock(person, WORDS) == made
    lock = Lock.objects.get()
    assert (lock.passes, lock.kib) == (3, 65536)
    assert locks.unlock(person, WORDS) == made


def test_a_lock_moved_to_another_person_does_not_open(person):
    locks.begin(person, WORDS)
    other = User.objects.create_user("otra@example.org", name="Otra Inventada")
    theirs = locks.begin(other, "otra cosa muy distinta")
    Lock.objects.filter(key=theirs.key).delete()
    Lock.objects.update(key=theirs.key)
    with pytest.raises(locks.WrongPassphraseError):
        locks.unlock(other, WORDS)


def test_no_more_than_four_are_tried_at_once(person, monkeypatch):
    locks.begin(person, WORDS)
    monkeypatch.setattr(locks, "PATIENCE", 0)
    for _ in range(locks.AT_ONCE):
        locks._places.acquire()
    try:
        with pytest.raises(locks.BusyError):
            locks.unlock(person, WORDS)
    finally:
        for _ in range(locks.AT_ONCE):
            locks._places.release()
    assert locks.unlock(person, WORDS)
