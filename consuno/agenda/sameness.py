"""What is nearly the same: two papers, or two agreements. For people to say whether it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

# Edit distance in C++, pinned for the spelling of searches, too.
from rapidfuzz import fuzz, process

from consuno.core.text import fold

#: Agreements whose words, sorted, are this much alike (0 to 100) may be one.
ALIKE = 90.0
#: Papers that share this much of their runs of words may be one (Jaccard, 0 to 1).
SHARED = 0.6
_RUN = 5
_WORD = re.compile(r"[a-z0-9]+")
#: A figure that differs makes another agreement ("el 3 de junio" is not "el 4").
_FIGURE = re.compile(r"\d+")


def key(text: str) -> str:
    """The words of a text, folded and sorted."""
    return " ".join(sorted(_WORD.findall(fold(text))))


def nearly_same(text: str, keys: Sequence[str]) -> int | None:
    """Place of the text likest to this one among those with these keys, where it is nearly the same."""
    mine = key(text)
    figures = sorted(_FIGURE.findall(mine))
    found = process.extract(mine, keys, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=5)
    alike = (place for other, _score, place in found if sorted(_FIGURE.findall(other)) == figures)
    return next(alike, None)


def shared(one: str, other: str) -> float:
    """The share of runs of five words that two papers have in common, 0 to 1."""
    first, second = _runs(one), _runs(other)
    return len(first & second) / max(1, len(first | second))


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(fold(text))
    return {tuple(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1))}
