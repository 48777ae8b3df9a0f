"""First-level areas of the countries (ISO 3166-2), as the `pycountry` data knows them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import pycountry


@dataclass(frozen=True, slots=True)
class Area:
    """A department, province or state: its code (GT-01) and its name, as the country writes it."""

    code: str
    name: str
    country: str

    def __str__(self) -> str:
        return self.name


@cache
def areas(country: str) -> tuple[Area, ...]:
    """The first-level areas of a country, by name; those that lie in another of them are left out."""
    found = pycountry.subdivisions.get(country_code=country) or ()
    first = [Area(each.code, each.name, country) for each in found if not each.parent_code]
    return tuple(sorted(first, key=lambda each: each.name))


@cache
def area(code: str) -> Area | None:
    """The area of a code; none where there is no such one."""
    return next((each for each in areas(code[:2]) if each.code == code), None)
