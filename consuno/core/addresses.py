"""Addresses of pages, each worked out once: a list of rows asks for many of them."""

from __future__ import annotations

from functools import lru_cache

from django.urls import reverse


@lru_cache(maxsize=20_000)
def address(name: str, *args: str | int) -> str:
    """Where a page is. Addresses depend on nothing but this: neither language nor person."""
    return reverse(name, args=args)
