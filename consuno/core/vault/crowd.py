"""How much comes from one network, without keeping which: limits for pages of people who must not be traced.

Counts are kept under a keyed hash. Its key is made when the server starts, before its workers are, lives in memory
alone, and each hour is replaced by its own hash: of an hour that has passed nothing can be asked any more, not even
by who reads the table of counts.
"""

from __future__ import annotations

import secrets
from hashlib import sha256

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest

from consuno.core import clock
from consuno.core.vault import primitives

HOUR = 3600
#: Clients that come through an onion service share one address: this server's own.
SHARED = frozenset(("127.0.0.1", "::1", ""))


class _Ratchet:
    """A key for this hour; those of the hours before are gone."""

    def __init__(self) -> None:
        self._key, self._hour = secrets.token_bytes(32), 0

    def key(self, hour: int) -> bytes:
        if not self._hour:
            self._hour = hour
        while self._hour < hour:
            self._key, self._hour = sha256(b"consuno.crowd" + self._key).digest(), self._hour + 1
        return self._key


_ratchet = _Ratchet()
_ratchet.key(
    int(clock.now().timestamp()) // HOUR
)  # begun before the workers are, so that all share it


def too_many(request: HttpRequest, act: str, *, each: int, shared: int) -> bool:
    """Count one more, and say whether this network did it too often within the hour.

    `each` is how often a network may, `shared` how often those who share this server's own address may together.
    """
    address = get_adapter(request).get_client_ip(request) or ""
    hour = int(clock.now().timestamp()) // HOUR
    name = (
        "onion"
        if address in SHARED
        else primitives.tag(_ratchet.key(hour), address.encode()).hex()[:24]
    )
    counter = f"crowd:{act}:{hour}:{name}"
    # Not `incr`: kept in a database it is no more atomic than this, and forgets when the count ends.
    count = (cache.get(counter) or 0) + 1
    cache.set(counter, count, HOUR)
    return count > (shared if name == "onion" else each)
