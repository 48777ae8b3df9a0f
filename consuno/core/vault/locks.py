"""A person's secret behind their passphrase, apart from how they sign in (ASVS 11.4.2)."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.core.cache import caches
from django.db import transaction

from consuno.core import audit, clock, primitives, traces
from consuno.core.models import Instance, Key, Lock, MemberWrap, User
from consuno.core.primitives import DoesNotOpenError, Secret

#: Argon2id: three passes over 64 MiB. Weaker ones are made anew when their passphrase is next given.
PASSES, KIB, LANES = 3, 64 * 1024, 1
#: How many passphrases are stretched at once (256 MiB), and how long the next one waits, in seconds.
AT_ONCE, PATIENCE = 4, 5
_places = threading.BoundedSemaphore(AT_ONCE)


class WrongPassphraseError(Exception):
    """It is not this person's passphrase."""


class BusyError(Exception):
    """Too many passphrases are being tried at once; in a moment there is room."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A person whose vault is open, for as long as this request lasts."""

    key: Key
    secret: Secret


def instance() -> str:
    """This installation's own name, to which everything is bound."""
    known: str | None = caches["memory"].get("vault.instance")
    if known is None:
        found = Instance.objects.order_by("pk").first() or Instance.objects.create()
        known = found.name
        caches["memory"].set("vault.instance", known, None)
    return known


def bound(use: str, *parts: str | int) -> bytes:
    """The context of something sealed here."""
    return primitives.context(use, instance(), *parts)


@contextmanager
def _place() -> Iterator[None]:
    if not _places.acquire(timeout=PATIENCE):
        raise BusyError
    try:
        yield
    finally:
        _places.release()


def _stretched(passphrase: str, lock: Lock) -> bytes:
    with _place():
        return primitives.stretch(
            passphrase, bytes(lock.salt), passes=lock.passes, kib=lock.kib, lanes=lock.lanes
        )


def _fresh(key: Key, secret: Secret, passphrase: str) -> Lock:
    lock = Lock(key=key, salt=secrets.token_bytes(16), passes=PASSES, kib=KIB, lanes=LANES)
    stretched = _stretched(passphrase, lock)
    lock.sealed = primitives.encrypt(stretched, secret.to_bytes(), _of(key))
    return lock


def _of(key: Key) -> bytes:
    return bound("person", key.pk)


def current(user: User) -> Key | None:
    """The key of this person in use, if they have one."""
    return user.vault_keys.filter(retired_on=None).select_related("lock").first()


@transaction.atomic
def begin(user: User, passphrase: str, *, suite: int = primitives.CLASSIC) -> Opened:
    """Give a person a new key. What an earlier one opened is lost to them until a colleague gives it again."""
    user.vault_keys.filter(retired_on=None).update(retired_on=clock.today())
    MemberWrap.objects.filter(member__user=user).delete()
    Lock.objects.filter(key__user=user).delete()
    traces.leave()
    secret = primitives.new_secret(suite)
    key = Key.objects.create(
        kind=Key.Kind.PERSON, user=user, suite=suite, sealing=secret.public.sealing,
        checking=secret.public.checking, version=user.vault_keys.count() + 1,
    )  # fmt: skip
    _fresh(key, secret, passphrase).save()
    audit.record("vault_begun", key, by=user)
    return Opened(key, secret)


def unlock(user: User, passphrase: str) -> Opened:
    """Open it. Raises WrongPassphraseError, also where there is none; BusyError."""
    key = current(user)
    if key is None:
        raise WrongPassphraseError
    lock = key.lock
    try:
        raw = primitives.decrypt(_stretched(passphrase, lock), bytes(lock.sealed), _of(key))
    except DoesNotOpenError as error:
        raise WrongPassphraseError from error
    opened = Opened(key, Secret.from_bytes(raw))
    if lock.passes < PASSES or lock.kib < KIB:
        _put(opened, passphrase)
    return opened


@transaction.atomic
def _put(opened: Opened, passphrase: str) -> None:
    lock = _fresh(opened.key, opened.secret, passphrase)
    Lock.objects.filter(key=opened.key).delete()
    traces.leave()
    lock.save()


@transaction.atomic
def change(user: User, old: str, new: str) -> Opened:
    """Put the same secret under another passphrase. Raises WrongPassphraseError, BusyError."""
    opened = unlock(user, old)
    _put(opened, new)
    audit.record("passphrase_changed", opened.key, by=user)
    return opened
