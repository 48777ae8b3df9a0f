"""The installation's own key, for what the server has to read by itself while nobody is there.

It lies in a file beside the database and never in it nor in its copies, so that a copy shows nothing of it. Each
line of the file is a key with its name; the first seals, all open: to change it, put a new line on top.
"""

from __future__ import annotations

import contextlib
import os
import secrets
from functools import cache
from pathlib import Path

from django.conf import settings

from consuno.core import primitives
from consuno.core.primitives import DoesNotOpenError


class NoInstanceKeyError(RuntimeError):
    """The file of the installation's key is not there, or not readable as one."""


def path() -> Path:
    """Where the key is."""
    return Path(settings.INSTANCE_KEYS)


def _make(where: Path) -> None:
    """Written whole beside it and then linked: two processes starting at once agree on one."""
    draft = where.with_name(f"{where.name}.{os.getpid()}")
    draft.touch(mode=0o600)
    draft.write_text(f"{secrets.token_hex(4)} {secrets.token_hex(32)}\n", encoding="ascii")
    with contextlib.suppress(FileExistsError):
        os.link(draft, where)
    draft.unlink()


@cache
def _keys(where: Path, _changed: float) -> dict[str, bytes]:
    lines = [line.split() for line in where.read_text("ascii").splitlines() if line.strip()]
    try:
        found = {name: bytes.fromhex(figures) for name, figures in lines}
    except ValueError as error:
        raise NoInstanceKeyError(str(where)) from error
    if not found or any(len(key) < primitives.KEY_BYTES for key in found.values()):
        raise NoInstanceKeyError(str(where))
    return found


def keys() -> dict[str, bytes]:
    """Every key by its name, the one in use first. Made at the first call of a new installation."""
    where = path()
    if not where.exists():
        _make(where)
    return _keys(where, where.stat().st_mtime)


def seal(text: str, *, purpose: str) -> str:
    """Seal a short text of one purpose; empty stays empty."""
    if not text:
        return ""
    name, key = next(iter(keys().items()))
    return f"{name}:{primitives.box(key, purpose).encrypt(text.encode()).decode()}"


def unseal(sealed: str, *, purpose: str) -> str:
    """What was sealed. Raises DoesNotOpenError."""
    if not sealed:
        return ""
    name, _colon, token = sealed.partition(":")
    key = keys().get(name)
    if key is None:
        raise DoesNotOpenError
    return primitives.unbox(key, purpose, token)
