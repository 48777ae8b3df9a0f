"""The two Secretariats' signing keys, pinned in a file outside the database.

Whoever can write to the database could put a key of their own in an organisation's place, and beside it any signer
they like: signatures prove nothing if the signers are rows too. The file says whose signatures count, from one day
to another; the site only reads it, and one command on the server writes it (`consuno signers`).
"""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from consuno.core import clock
from consuno.core.models import Key


@dataclass(frozen=True, slots=True)
class Pin:
    """A person's signing key that counts for a Secretariat, from one day to another (both included)."""

    standing: str
    name: str
    fingerprint: str
    #: The public half that checks the signatures, in hexadecimal.
    checking: str
    since: str
    until: str = ""

    @property
    def starts(self) -> datetime.date:
        """The first day."""
        return datetime.date.fromisoformat(self.since)

    @property
    def ends(self) -> datetime.date | None:
        """The last day, once there is one."""
        return datetime.date.fromisoformat(self.until) if self.until else None

    def holds_on(self, day: datetime.date) -> bool:
        """Whether what it signed that day counts."""
        return self.starts <= day and (self.ends is None or day <= self.ends)


def path() -> Path:
    """Where the file is."""
    return Path(settings.SIGNERS)


def all_pins() -> tuple[Pin, ...]:
    """Every pin, as the file has them now; none where there is no file. Raises ValueError where it is damaged."""
    try:
        found = path().stat()
    except FileNotFoundError:
        return ()
    return _read(str(path()), found.st_mtime_ns, found.st_size)


@lru_cache(maxsize=4)
def _read(where: str, _changed: int, _size: int) -> tuple[Pin, ...]:
    try:
        return tuple(Pin(**each) for each in json.loads(Path(where).read_text("utf-8")))
    except TypeError as error:
        raise ValueError(where) from error


def counts(signer: Key, standing: str, on: datetime.date) -> bool:
    """Whether this signer's signature of that day counts for the Secretariat."""
    checking = bytes(signer.checking).hex()
    return any(
        pin.standing == standing and pin.checking == checking and pin.holds_on(on)
        for pin in all_pins()
    )


def pinned(signer: Key) -> Pin | None:
    """The pin of a key that counts today."""
    checking, today = bytes(signer.checking).hex(), clock.today()
    return next(
        (pin for pin in all_pins() if pin.checking == checking and pin.holds_on(today)), None
    )


def add(signer: Key, standing: str) -> Pin:
    """Pin a person's key for a Secretariat from today on. Raises ValueError where it is pinned for any."""
    if pinned(signer):
        raise ValueError(signer.fingerprint)
    name = signer.user.name if signer.user else ""
    made = Pin(
        standing, name, signer.fingerprint, bytes(signer.checking).hex(), clock.today().isoformat()
    )
    _write([*all_pins(), made])
    return made


def end(fingerprint: str, *, as_if_never: bool = False) -> Pin:
    """Let a pin end today: what it signed before goes on counting, unless it never should have. Raises KeyError."""
    found = next(
        (each for each in all_pins() if each.fingerprint == fingerprint and not each.until), None
    )
    if found is None:
        raise KeyError(fingerprint)
    rest = [each for each in all_pins() if each != found]
    ended = Pin(**{**asdict(found), "until": clock.today().isoformat()})
    _write(rest if as_if_never else [*rest, ended])
    return ended


def _write(pins: Sequence[Pin]) -> None:
    """All of it or nothing: a file written halfway would let no key be used."""
    draft = path().with_suffix(f".{os.getpid()}")
    draft.write_text(
        json.dumps([asdict(each) for each in pins], indent=1, ensure_ascii=False), "utf-8"
    )
    draft.chmod(0o600)
    draft.replace(path())
