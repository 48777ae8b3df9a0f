"""A vault stays open in one browser, for a while; a copy of the tables of sessions opens nothing."""

from __future__ import annotations

import datetime

from django.db import transaction
from django.http import HttpRequest

from consuno.core import audit, clock, jobs, primitives, traces
from consuno.core.models import OpenVault, User
from consuno.core.primitives import DoesNotOpenError, Secret
from consuno.core.sessions import hashed
from consuno.core.vault import locks
from consuno.core.vault.locks import Opened

#: It closes after so long without use, and so long after it was opened (ASVS 7.3, below the session's own).
IDLE = datetime.timedelta(minutes=10)
AGE = datetime.timedelta(hours=4)
#: The moment of last use is written at most this often.
STEP = datetime.timedelta(seconds=30)


def _cookie_key(request: HttpRequest) -> bytes:
    """A key that only this browser's cookie gives: the tables hold a hash of the cookie."""
    return primitives.derive((request.session.session_key or "").encode(), "consuno.vault.session")


def _row(request: HttpRequest) -> OpenVault | None:
    found = OpenVault.objects.filter(pk=hashed(request.session.session_key))
    return found.select_related("key").first()


@transaction.atomic
def open_vault(request: HttpRequest, user: User, passphrase: str) -> Opened:
    """Open a person's vault in this browser. Raises WrongPassphraseError, BusyError."""
    opened = locks.unlock(user, passphrase)
    keep_open(request, opened)
    audit.record("vault_opened", opened.key, by=user)
    return opened


def keep_open(request: HttpRequest, opened: Opened) -> None:
    """Keep open what has just been opened or made."""
    if not request.session.session_key:
        request.session.save()
    sealed = primitives.encrypt(
        _cookie_key(request), opened.secret.to_bytes(), locks.bound("session", opened.key.pk)
    )
    now = clock.now()
    OpenVault.objects.update_or_create(
        pk=hashed(request.session.session_key),
        defaults={"key": opened.key, "sealed": sealed, "opened_at": now, "used_at": now},
    )


def opened(request: HttpRequest) -> Opened | None:
    """The vault open in this browser; None where it is closed, closed itself, or is another's."""
    row = _row(request)
    if row is None:
        return None
    now = clock.now()
    stale = now - row.used_at > IDLE or now - row.opened_at > AGE
    if stale or row.key.user_id != request.user.pk or row.key.retired_on:
        row.delete()
        return None
    try:
        raw = primitives.decrypt(
            _cookie_key(request), bytes(row.sealed), locks.bound("session", row.key_id)
        )
    except DoesNotOpenError:
        row.delete()
        return None
    if now - row.used_at > STEP:
        OpenVault.objects.filter(pk=row.pk).update(used_at=now)
    return Opened(row.key, Secret.from_bytes(raw))


def closes_at(request: HttpRequest) -> datetime.datetime | None:
    """When the open vault closes at the latest, whatever is done."""
    row = _row(request)
    return row.opened_at + AGE if row else None


def close(request: HttpRequest) -> None:
    """Close it, in this browser."""
    OpenVault.objects.filter(pk=hashed(request.session.session_key)).delete()
    traces.leave()


@jobs.job(cron="*/5 * * * *")
def close_left_open() -> None:
    """Take away what nobody used: it opened nothing any more."""
    now = clock.now()
    OpenVault.objects.filter(used_at__lt=now - IDLE).delete()
    OpenVault.objects.filter(opened_at__lt=now - AGE).delete()
