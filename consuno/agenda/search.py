"""Commitments as they are found; those of closed meetings by institutions only."""

from __future__ import annotations

from collections.abc import Iterable

from consuno.agenda.models import Commitment
from consuno.core.search import Document, said


def every() -> Iterable[Document]:
    """All of them."""
    found = Commitment.objects.select_related("meeting", "theme")
    for item in found.iterator(chunk_size=500):
        yield from of(item)


def of(item: Commitment) -> Iterable[Document]:
    """Its documents, one a language it is written in."""
    for language in ("es", "en"):
        words = said(item.statement, language)
        if words:
            theme = said(item.theme.name, language) if item.theme else ""
            meeting = said(item.meeting.title, language) or item.meeting.title.es
            yield Document(
                key=str(item.pk), language=language, title=f"{item.label} {words}"[:300],
                text=f"{words} {theme} {meeting} {item.quote}", path=item.get_absolute_url(),
                theme=item.theme_id or "", year=item.meeting.starts.year,
                public=item.meeting.public,
            )  # fmt: skip
