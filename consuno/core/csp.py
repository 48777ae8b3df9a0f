"""What browsers report of a breach of the content policy: a line in the log, naming nobody."""

from __future__ import annotations

import json
import logging
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from consuno.core import clock

logger = logging.getLogger("consuno.csp")
#: Bytes of a report that are read; lines that a process writes in a minute, whoever sends how many.
LARGEST = 8192
LINES, MINUTE = 10, 60


class _Written:
    """What this process wrote in this minute, in memory alone: a stranger makes no row anywhere."""

    def __init__(self) -> None:
        self._minute, self._seen = 0, set[tuple[str, str]]()

    def first(self, found: tuple[str, str]) -> bool:
        """Say whether this is new in its minute, and the minute has room."""
        minute = int(clock.now().timestamp()) // MINUTE
        if minute != self._minute:
            self._minute, self._seen = minute, set()
        if found in self._seen or len(self._seen) >= LINES:
            return False
        self._seen.add(found)
        return True


_written = _Written()


@csrf_exempt  # a browser sends it by itself, without a form; it changes nothing
@require_POST
def report(request: HttpRequest) -> HttpResponse:
    """Take a report in. Whatever it holds, the answer is empty: a stranger may send anything."""
    found = _read(request)
    if found and _written.first(found):
        logger.warning("content policy: %s blocked %s", *found)
    return HttpResponse(status=204)


def _read(request: HttpRequest) -> tuple[str, str] | None:
    """Return the directive and the origin that was blocked; addresses of pages are left out."""
    if int(request.headers.get("Content-Length") or 0) > LARGEST:
        return None
    try:
        told: Any = json.loads(request.body)["csp-report"]
        directive = str(told.get("effective-directive") or told["violated-directive"])
        blocked = urlsplit(str(told["blocked-uri"]))
        origin = blocked.hostname or blocked.path
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return _word(directive.split(" ")[0]), _word(origin)


def _word(text: str) -> str:
    """Letters, digits, dots and dashes only, so that nothing forges a line of the log."""
    return "".join(
        char for char in text[:60] if char.isascii() and (char.isalnum() or char in ".-")
    )
