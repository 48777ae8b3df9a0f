"""The matrix of laws, side by side; and what would have to change to match the Palermo Protocol."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from consuno.directory.models import Country, Look
from consuno.knowledge.elements import Element, elements
from consuno.knowledge.models import Asked, Provision


@dataclass(frozen=True, slots=True)
class Row:
    """An element, with the cell of each country, in their order; None: not known."""

    element: Element
    cells: list[tuple[Country, Provision | None]]


def provisions() -> QuerySet[Provision]:
    """What holds, as far as is known."""
    found = Provision.objects.filter(ended_on=None)
    return found.select_related("country", "validated_by")


def matrix(countries: Sequence[Country], look: str = "") -> list[Row]:
    """Every element by these countries; `look` leaves only the cells that look so. One query."""
    found = {
        (each.country_id, each.element): each
        for each in provisions().filter(country__in=countries)
        if look in {"", each.look}
    }
    return [
        Row(element, [(country, found.get((country.code, slug))) for country in countries])
        for slug, element in elements().items()
    ]


def asked_of(countries: Sequence[Country]) -> set[tuple[str, str]]:
    """What has been asked of these countries already: country and element."""
    found = Asked.objects.filter(country__in=countries)
    return set(found.values_list("country_id", "element"))


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that would have to change: what the law says, what the Protocol asks, where."""

    provision: Provision
    wanted: str


@dataclass(frozen=True, slots=True)
class Gap:
    """How far a country's validated cells match the Protocol; the rest cannot be said."""

    changes: list[Change]
    matching: list[Provision]
    unsaid: list[Element]


def against_palermo(country: Country) -> Gap:
    """Compare validated cells with what the Protocol asks; nothing is said of the others."""
    cells = {each.element: each for each in provisions().filter(country=country)}
    changes, matching, unsaid = [], [], []
    for slug, element in elements().items():
        if not element.palermo:
            continue
        cell = cells.get(slug)
        if cell is None or cell.look != Look.VALIDATED:
            unsaid.append(element)
        elif cell.value == element.palermo:
            matching.append(cell)
        else:
            wanted = dict(element.choices)[element.palermo]
            changes.append(Change(cell, wanted))
    return Gap(changes, matching, unsaid)
