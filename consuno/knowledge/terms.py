"""The right word: terms in both languages with their definition in our words. Data.

`consuno/domain/terms/terms.csv` holds them. One without a source looks unconfirmed.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from consuno.core.bilingual import Bilingual
from consuno.core.text import fold
from consuno.directory import sources
from consuno.domain import rows


@dataclass(frozen=True, slots=True)
class Term:
    """A term; `avoid` are words that are not to be used for it."""

    slug: str
    name: Bilingual
    about: Bilingual
    avoid: Bilingual
    source: str
    as_of: str

    def __str__(self) -> str:
        return str(self.name)

    @property
    def look(self) -> str:
        """How it has to look."""
        return "sourced" if sources.counts(self.source, self.as_of) else "unconfirmed"


@cache
def terms() -> dict[str, Term]:
    """Every term by its slug."""
    return {
        row["slug"]: Term(
            row["slug"], Bilingual(row["es"], row["en"]),
            Bilingual(row["about_es"], row["about_en"]),
            Bilingual(row["avoid_es"], row["avoid_en"]), row["source"], row["as_of"],
        )
        for row in rows("terms/terms.csv")
    }  # fmt: skip


def found(words: str) -> list[Term]:
    """Terms with these words in either language, among those to avoid too; all without words."""
    wanted = fold(words).split()
    listed = sorted(terms().values(), key=lambda each: fold(str(each)))
    return [each for each in listed if all(word in _text(each) for word in wanted)]


@cache
def _text(term: Term) -> str:
    texts = (term.name, term.about, term.avoid)
    return fold(" ".join(part for text in texts for part in (text.es, text.en)))
