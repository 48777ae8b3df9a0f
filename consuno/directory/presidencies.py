"""Which country held the Presidency Pro-Tempore in which year, as far as a source says so. Data, not code.

`consuno/domain/directory/presidencies.csv` holds the years before this site records mandates with
their days; a year without source is unconfirmed and looks so, and a year that is not there is not known.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cache

from consuno.directory import sources
from consuno.directory.models.fact import Look
from consuno.domain import rows

#: The day on which the sources without a date of their own were read.
READ_ON = datetime.date(2026, 11, 23)


@dataclass(frozen=True, slots=True)
class Year:
    """A year, the code of its country, and where it says so; `as_of` is the date of the source."""

    year: int
    holder: str
    source: str
    as_of: str

    @property
    def look(self) -> Look:
        """How it has to look; no country validates what it did years ago."""
        dated = self.as_of or str(READ_ON)
        return Look.SOURCED if sources.counts(self.source, dated) else Look.UNCONFIRMED

    @property
    def read_on(self) -> datetime.date | None:
        """When the source was read, where it has no date of its own."""
        return READ_ON if self.source and not self.as_of else None


@cache
def years() -> tuple[Year, ...]:
    """The years that are known, the latest first."""
    found = (
        Year(int(row["year"]), row["holder"], row["source"], row["as_of"])
        for row in rows("directory/presidencies.csv")
    )
    return tuple(sorted(found, key=lambda each: -each.year))
