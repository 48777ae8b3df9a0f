"""Meetings as they are found: public ones by anybody, the others by those who act for a body."""

from __future__ import annotations

from collections.abc import Iterable

from consuno.core.search import Document, said
from consuno.meetings.models import Sitting


def every_sitting() -> Iterable[Document]:
    """All of them, also those to come."""
    for sitting in Sitting.objects.select_related("country"):
        yield from of_sitting(sitting)


def of_sitting(sitting: Sitting) -> Iterable[Document]:
    """Its documents, in both languages: when and where it is, not what was said in it."""
    if sitting.state == Sitting.State.CANCELLED:
        return
    for language in ("es", "en"):
        yield Document(
            key=str(sitting.pk), language=language, title=sitting.title,
            text=f"{said(sitting.kind.name, language)} {sitting.place} {sitting.starts:%Y}",
            path=sitting.get_absolute_url(), country=sitting.country_id or "",
            year=sitting.starts.year, public=sitting.public,
        )  # fmt: skip
