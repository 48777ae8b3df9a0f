"""Closed lists of words that every room may use, with their words in both languages: data, not code.

`consuno/domain/vocabularies/NAME.csv` holds each: `slug`, `es`, `en`, and columns of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from consuno.core.bilingual import Bilingual
from consuno.domain import rows


@dataclass(frozen=True, slots=True)
class Word:
    """One entry: its slug, its name, and the other columns of its list."""

    slug: str
    name: Bilingual
    more: dict[str, str] = field(default_factory=dict, hash=False, compare=False)

    def __str__(self) -> str:
        return str(self.name)


@cache
def words(vocabulary: str) -> dict[str, Word]:
    """Every entry of a list by its slug, in the order of the data."""
    return {
        row["slug"]: Word(row.pop("slug"), Bilingual(row.pop("es"), row.pop("en")), row)
        for row in rows(f"vocabularies/{vocabulary}.csv")
    }


def choices(vocabulary: str) -> list[tuple[str, str]]:
    """The list as choices of a form, in the reader's language."""
    return [(slug, str(word)) for slug, word in words(vocabulary).items()]
