"""Entries as they are listed, read and compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from consuno.core.bilingual import Bilingual
from consuno.knowledge.entries import Kind, Part
from consuno.knowledge.models import Entry, Review


def entries() -> QuerySet[Entry]:
    """What is shown, without files. One query."""
    found = Entry.objects.filter(withdrawn_on=None).defer("content")
    return found.select_related("country", "body", "validated_by")


def listed(kind: Kind, country: str = "") -> QuerySet[Entry]:
    """Those of a kind with how many recommend it and how many did the same. One query."""
    found = entries().filter(kind=kind.slug)
    if country:
        found = found.filter(country=country)
    recommends = Q(reviews__verdict=Review.Verdict.RECOMMENDED)
    return found.annotate(
        recommended=Count("reviews", filter=recommends, distinct=True),
        repeated=Count("replications", distinct=True),
    ).order_by("country", "pk")


@dataclass(frozen=True, slots=True)
class Row:
    """A part with what each entry tells of it; an empty text: not known."""

    part: Part
    cells: list[tuple[Entry, Bilingual]]


def side_by_side(kind: Kind, found: Sequence[Entry]) -> list[Row]:
    """Compare entries of a kind part by part."""
    return [
        Row(part, [(each, Bilingual(**each.said.get(part.slug, {}))) for each in found])
        for part in kind.parts
    ]
