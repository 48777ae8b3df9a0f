"""How much comes from one network, without keeping which: the limits of every page that a stranger may use.

Counts are kept under a keyed hash. Its key is made when the server starts, before its workers are, lives in memory
alone, and each hour is replaced by its own hash: of an hour that has passed nothing can be asked any more, not even
by who reads the table of counts.
"""

from __future__ import annotations

import ipaddress
import secrets
from hashlib import sha256

from allauth.core.internal.httpkit import (
    get_client_ip,
)  # counts the proxies in front as the settings say
from django.http import HttpRequest

from consuno.core import counters, primitives
from consuno.core.counters import Count

HOUR = 3600
#: Clients that come through an onion service share one address: this server's own.
SHARED = frozenset(("127.0.0.1", "::1", ""))
ONION = "onion"
#: One household, office or hosting customer is given a whole /64 of IPv6 addresses, and may use each of them once.
IPV6_NETWORK = 64
#: Where an onion service says which circuit it is (HiddenServiceExportCircuitID), each is a client of its own.
CIRCUITS = ipaddress.ip_network("fc00:dead:beef:4dad::/64")


class _Ratchet:
    """A key for this hour; those of the hours before are gone."""

    def __init__(self) -> None:
        self._key, self._hour = secrets.token_bytes(32), 0

    def key(self, hour: int) -> bytes:
        if not self._hour:
            self._hour = hour
        while self._hour < hour:
            self._key, self._hour = sha256(b"consuno.limits" + self._key).digest(), self._hour + 1
        return self._key


_ratchet = _Ratchet()
_ratchet.key(counters.now() // HOUR)  # begun before the workers are, so that all share it


def of(address: str) -> str:
    """Return the network of an address as one writes it; what is no address stays as it is."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(found, ipaddress.IPv6Address):
        if found.ipv4_mapped:
            return str(found.ipv4_mapped)
        if not found.is_loopback and found not in CIRCUITS:
            return str(ipaddress.ip_network((found, IPV6_NETWORK), strict=False))
    return str(found)


def network(request: HttpRequest) -> str:
    """Return a name for the network that asks, good for this hour: a keyed hash, never the address."""
    found = of(get_client_ip(request) or "")
    if found in SHARED:
        return ONION
    key = _ratchet.key(counters.now() // HOUR)
    return primitives.tag(key, found.encode()).hex()[:32]


def too_many(request: HttpRequest, act: str, *, each: int, shared: int) -> Count | None:
    """Count one more, and return where it stands if this network did it too often within the hour.

    `each` is how often a network may, `shared` how often those who share this server's own address may together.
    """
    name, at = network(request), counters.now()
    hour = at // HOUR
    number = counters.count("limit", act, hour, name, seconds=(hour + 1) * HOUR - at).number
    over = number > (shared if name == ONION else each)
    return Count(number, (hour + 1) * HOUR - at) if over else None
