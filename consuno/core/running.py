"""Who works with this installation's files now, so that nothing is put back under them."""

from __future__ import annotations

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.db import connection

_held: list[int] = []


class BusyError(RuntimeError):
    """The site, or one of its workers, is running."""


def has_database() -> bool:
    """Whether there is one to ask; to ask an embedded one that is not there would make it."""
    name = str(connection.settings_dict["NAME"])
    return connection.vendor != "sqlite" or name.startswith("file:") or Path(name).exists()


def _path() -> Path:
    return Path(settings.VAR) / "running"


def hold() -> None:
    """Say that this process and those it forks are at work, until the last of them ends."""
    if not _held:
        descriptor = os.open(_path(), os.O_CREAT | os.O_RDWR, 0o600)
        fcntl.flock(descriptor, fcntl.LOCK_SH)
        _held.append(descriptor)


@contextlib.contextmanager
def alone() -> Iterator[None]:
    """Nobody else is at work, and nobody begins meanwhile. Raises BusyError."""
    descriptor = os.open(_path(), os.O_CREAT | os.O_RDWR, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError as error:
        raise BusyError from error
    finally:
        os.close(descriptor)
