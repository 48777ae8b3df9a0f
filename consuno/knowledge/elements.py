"""The elements by which laws are compared, with what the Palermo Protocol asks of some. Data.

`consuno/domain/knowledge/elements.csv` holds them: `values` are the answers that fit one, `palermo`
the one that matches the Protocol and `article` where it asks for it; most ask nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from consuno.core.bilingual import Bilingual
from consuno.core.vocabularies import words
from consuno.domain import rows


@dataclass(frozen=True, slots=True)
class Element:
    """What is compared; `palermo` and `article` are empty where the Protocol asks for nothing."""

    slug: str
    group: Bilingual
    name: Bilingual
    values: tuple[str, ...]
    palermo: str
    article: str
    #: What follows from not knowing it, where something does.
    unknown: Bilingual

    def __str__(self) -> str:
        return str(self.name)

    @property
    def choices(self) -> list[tuple[str, str]]:
        """The answers that fit, in the reader's language."""
        return [(slug, str(words("answers")[slug])) for slug in self.values]


@cache
def elements() -> dict[str, Element]:
    """Every element by its slug, in the order of the matrix."""
    return {
        row["slug"]: Element(
            row["slug"], Bilingual(row["group_es"], row["group_en"]),
            Bilingual(row["es"], row["en"]), tuple(row["values"].split()), row["palermo"],
            row["article"], Bilingual(row["unknown_es"], row["unknown_en"]),
        )
        for row in rows("knowledge/elements.csv")
    }  # fmt: skip
