"""Whose eyes the names of organisations are shown to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.http import HttpRequest, HttpResponse

from consuno.directory.models.body import reader_sees
from consuno.directory.policies import sees


@contextmanager
def shown_to(reader: Any) -> Iterator[None]:
    """Show names as this reader may see them; outside a page, for what is sent piece by piece."""
    token = reader_sees.set(lambda body: sees(reader, body))
    try:
        yield
    finally:
        reader_sees.reset(token)


class ReaderMiddleware:
    """Each page shows the names that its own reader may see."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Remember the reader while the page is made."""
        with shown_to(request.user):
            return self.get_response(request)
