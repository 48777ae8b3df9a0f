"""Whoever reports keeps their receipt open in their browser alone: a sealed cookie, and no row that tells of a visit.

A session would be one: with a moment, and the account of somebody who is signed in beside it. The cookie opens only on
this server, for half an hour without use; once it was left it opens nothing, whoever kept a copy of it.
"""

from __future__ import annotations

import secrets
import struct
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from consuno.core import counters, primitives
from consuno.core.primitives import DoesNotOpenError
from consuno.core.vault.locks import bound
from consuno.core.vault.receipts import Receipt

#: Seconds without use, and from when it was opened, after which the browser forgets (they have their receipt).
IDLE, AGE = 30 * 60, 12 * 3600
#: The moment of last use is renewed at most this often (seconds), so that a page that only reads sets nothing.
STEP = 5 * 60
_SHAPE = struct.Struct(">16sQQ16s")


@dataclass(frozen=True, slots=True)
class Visit:
    """What the cookie holds: a number of its own, since when, last used, and what opens the report."""

    number: bytes
    began: int
    seen: int
    chance: bytes


def cookie() -> str:
    """Its name; over TLS a browser takes it only for this host."""
    return "__Host-receipt" if settings.HTTPS else "receipt"


def keep(request: HttpRequest, receipt: Receipt) -> None:
    """Keep a receipt open in this browser; one that was open is left."""
    leave(request)
    now = counters.now()
    _set(request, Visit(secrets.token_bytes(16), now, now, receipt.chance))


def receipt(request: HttpRequest) -> Receipt | None:
    """The receipt open in this browser, if one is."""
    found = _found(request)
    if found is None:
        return None
    now = counters.now()
    if now - found.seen > STEP:
        _set(request, Visit(found.number, found.began, now, found.chance))
    return Receipt(found.chance)


def leave(request: HttpRequest) -> None:
    """Close it: the cookie goes, and a copy of it opens nothing."""
    found = _found(request)
    if found is not None:
        counters.count("visit_left", found.number.hex(), seconds=AGE)
    _set(request, None)


def put(request: HttpRequest, answer: HttpResponseBase) -> None:
    """Let the answer set what this request changed, if anything."""
    if not hasattr(request, "_visit"):
        return
    found: Visit | None = request._visit
    if found is None:
        answer.delete_cookie(cookie(), samesite="Lax")
        return
    plain = _SHAPE.pack(found.number, found.began, found.seen, found.chance)
    sealed = urlsafe_b64encode(primitives.encrypt(_key(), plain, bound("visit"))).decode()
    answer.set_cookie(cookie(), sealed, httponly=True, secure=settings.HTTPS, samesite="Lax")


def _set(request: HttpRequest, visit: Visit | None) -> None:
    request._visit = visit  # type: ignore[attr-defined]


def _found(request: HttpRequest) -> Visit | None:
    if hasattr(request, "_visit"):
        kept: Visit | None = request._visit
        return kept
    try:
        sealed = urlsafe_b64decode(request.COOKIES.get(cookie(), "")[:400])
        found = Visit(*_SHAPE.unpack(primitives.decrypt(_key(), sealed, bound("visit"))))
    except (ValueError, DoesNotOpenError):
        return None
    now = counters.now()
    late = now - found.seen > IDLE or now - found.began > AGE
    return None if late or counters.counted("visit_left", found.number.hex()) else found


def _key() -> bytes:
    return primitives.derive(settings.SECRET_KEY.encode(), "consuno.visit")
