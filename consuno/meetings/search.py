"""Meetings and efforts as they are found: public meetings by anybody, the rest by those who act for a body."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse

from consuno.core.search import Document, said
from consuno.directory.models import Body
from consuno.meetings.models import Effort, Sitting


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


def every_effort() -> Iterable[Document]:
    """What bodies already do, save those that hide."""
    for effort in Effort.objects.select_related("body", "theme").prefetch_related("populations"):
        yield from of_effort(effort)


def of_effort(effort: Effort) -> Iterable[Document]:
    """Its documents: what it is, whose and on what theme, in the language in which it was told."""
    if effort.withdrawn_at or not effort.body.listed:
        return
    for language in ("es", "en"):
        yield Document(
            key=str(effort.pk), language=language, title=effort.title,
            text=" ".join([
                effort.description, said(effort.body.name, language), said(effort.theme.name, language),
                *(said(each.name, language) for each in effort.populations.all()),
            ]),
            path=f"{reverse('meetings:efforts')}?esfuerzo={effort.pk}", public=False,
            country=effort.body.country_id or "", theme=effort.theme_id,
            year=effort.since.year if effort.since else None,
        )  # fmt: skip


def efforts_of(body: Body) -> Iterable[tuple[str, Iterable[Document]]]:
    """Those of a body, which may have begun to hide or to show itself."""
    for effort in body.efforts.select_related("body", "theme"):
        yield str(effort.pk), of_effort(effort)
