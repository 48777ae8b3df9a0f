"""What browsers report of a breach of the content policy: a line in the log, naming nobody."""

from __future__ import annotations

import json
import logging
from typing import Any
from urllib.parse import urlsplit

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

logger = logging.getLogger("consuno.csp")
#: Bytes of a report that are read; seconds in which the same breach is written once.
LARGEST = 8192
QUIET = 60


@csrf_exempt  # a browser sends it by itself, without a form; it changes nothing
@require_POST
def report(request: HttpRequest) -> HttpResponse:
    """Take a report in. Whatever it holds, the answer is empty: a stranger may send anything."""
    found = _read(request)
    if found and cache.add("csp:" + ":".join(found), 1, QUIET):
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
