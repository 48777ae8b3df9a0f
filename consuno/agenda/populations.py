"""Which populations of the agenda a text speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from consuno.agenda.models import Population
from consuno.core.text import fold


def named_in(text: str, populations: Sequence[Population]) -> list[Population]:
    """Return the populations that a text names, in their order.

    A keyword is one or more beginnings of words that follow each other ("trafico ilicit").
    """
    words = fold(text)
    return [each for each in populations if any(_begins(key, words) for key in each.keywords)]


def _begins(keyword: str, words: str) -> bool:
    parts = r"\w*\s+".join(re.escape(part) for part in keyword.split())
    return re.search(rf"\b{parts}", words) is not None


def text_of(statement: str, parties: Iterable[str]) -> str:
    """What is searched for populations: what is said, and for whom."""
    return "\n".join([statement, *parties])
