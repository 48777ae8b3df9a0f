"""Institutions as they are found. One that hides its name has no document."""

from __future__ import annotations

from collections.abc import Iterable

from consuno.core.search import Document, said
from consuno.directory.models import Body


def every() -> Iterable[Document]:
    """All that exist and show themselves."""
    for body in Body.objects.filter(closed_on=None, listed=True).select_related("country"):
        yield from of(body)


def of(body: Body) -> Iterable[Document]:
    """Its documents, one a language it has a name in."""
    if body.closed_on or not body.listed:
        return
    kind = str(body.get_kind_display())
    for language in ("es", "en"):
        name = said(body.name, language)
        if name:
            short = said(body.short, language) or body.short.es
            place = said(body.country.name, language) if body.country else ""
            yield Document(
                key=str(body.pk), language=language, title=f"{name} ({short})",
                text=f"{kind} {place} {body.code}", path=f"/directorio/{body.code}/",
                country=body.country_id or "",
            )  # fmt: skip
