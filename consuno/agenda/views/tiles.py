"""The tile map: one square a country, placed as they lie."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from consuno.directory.models import Country

STEP = 50


@dataclass(frozen=True, slots=True)
class Tile:
    """A square with its number and where it leads; x and y in units of the drawing."""

    country: Country
    count: int
    url: str
    on: bool

    @property
    def x(self) -> int:
        """Left edge."""
        return self.country.column * STEP + 2

    @property
    def y(self) -> int:
        """Upper edge."""
        return self.country.row * STEP + 2

    @property
    def tx(self) -> int:
        """Middle, for text."""
        return self.x + 23

    @property
    def ty(self) -> int:
        """Base line of the code."""
        return self.y + 21

    @property
    def ny(self) -> int:
        """Base line of the number."""
        return self.y + 37


def tiles(
    counts: Iterable[tuple[Country, int]], url: Callable[[str], str], chosen: str = ""
) -> list[Tile]:
    """Lay the countries out; the chosen one leads back to all of them."""
    return [
        Tile(
            country,
            count,
            url("" if country.code == chosen else country.code),
            country.code == chosen,
        )
        for country, count in counts
    ]
