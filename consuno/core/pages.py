"""Lists cut into pages."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet

PER_PAGE = 25


def page_of(items: QuerySet[Any], number: str | None, *, per_page: int = PER_PAGE) -> Page[Any]:
    """Return the page asked for; a number that makes no sense gives the nearest page there is."""
    return Paginator(items, per_page).get_page(number)
