"""Addresses of pages: each worked out once, since a list of rows asks for many; and where to go on."""

from __future__ import annotations

from functools import lru_cache

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme


@lru_cache(maxsize=20_000)
def address(name: str, *args: str | int) -> str:
    """Where a page is. Addresses depend on nothing but this: neither language nor person."""
    return reverse(name, args=args)


def wanted_next(request: HttpRequest) -> str:
    """Where somebody was going when they were asked who they are: a page of ours, or nothing."""
    given = request.POST.get("next") or request.GET.get("next") or ""
    ours = given.startswith("/") and url_has_allowed_host_and_scheme(given, None)
    return given if ours else ""
