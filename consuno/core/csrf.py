"""Whether a form is one of ours, asked while it still comes in."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, QueryDict
from django.middleware.csrf import CsrfViewMiddleware


def ours(request: HttpRequest, fields: QueryDict) -> bool:
    """Whether these fields carry the token of this browser: Django's own check, of what has come so far."""
    asked = HttpRequest()
    asked.method, asked.META, asked.COOKIES = "POST", dict(request.META), request.COOKIES
    asked.session = request.session
    asked._dont_enforce_csrf_checks = getattr(request, "_dont_enforce_csrf_checks", False)  # type: ignore[attr-defined]
    asked.POST = fields  # type: ignore[assignment]
    check = CsrfViewMiddleware(lambda _request: HttpResponse())
    check.process_request(asked)
    return check.process_view(asked, lambda _request: HttpResponse(), (), {}) is None
