"""Lists cut into pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.utils.functional import cached_property

PER_PAGE = 25


class CountedPaginator(Paginator):  # type: ignore[type-arg]
    """A paginator that need not count what was counted already."""

    known: int | None = None

    @cached_property
    def count(self) -> int:
        """How many there are."""
        return super().count if self.known is None else self.known


class Sliced(Protocol):
    """A list of which only the part that is asked for is fetched."""

    def __getitem__(self, part: slice, /) -> Any:
        """That part."""

    def __len__(self) -> int:
        """How many there are."""


def page_of(
    items: QuerySet[Any] | Sequence[Any] | Sliced,
    number: str | None,
    *,
    per_page: int = PER_PAGE,
    count: int | None = None,
    fetch: Callable[[Sequence[Any]], list[Any]] | None = None,
) -> Page[Any]:
    """Return the page asked for; a number that makes no sense gives the nearest page there is.

    `count` spares counting again; `fetch` turns the keys of one page into rows, so that sorting
    a long list moves keys and not whole rows.
    """
    paginator = CountedPaginator(items, per_page)  # type: ignore[arg-type]
    paginator.known = count
    page = paginator.get_page(number)
    if fetch is not None:
        page.object_list = fetch(list(page.object_list))
    return page
