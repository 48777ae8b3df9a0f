"""Where the words of one text are in another that was made from it: the same words, moved.

Whitespace does not count, so a text wrapped anew is the same text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

Spans = list[list[int]]


class Relocation:
    """Where ranges of characters of `old` are in `new`. Ranges are half-open.

    Words that occur once in both texts anchor the rest: of several places where the same words
    stand, the one meant is the nearest to where the anchor before them says.
    """

    def __init__(self, old: str, new: str, spans: Iterable[tuple[int, int]]) -> None:
        self.new = new
        self._places: dict[tuple[int, int], list[tuple[int, int]]] = {}
        known: dict[str, list[tuple[int, int]]] = {}
        for start, end in sorted(set(spans)):
            words = old[start:end]
            if words not in known:
                known[words] = _occurrences(words, new)
            self._places[start, end] = known[words]
        #: Start in the old text and how far it moved, in the old text's order.
        self._anchors = [
            (span[0], places[0][0] - span[0])
            for span, places in self._places.items()
            if len(places) == 1
        ]

    def moved(self, spans: Iterable[Iterable[int]]) -> Spans | None:
        """Return the ranges in the new text, or None where some words are no longer there."""
        found = [self._moved(*span) for span in spans]
        return [list(each) for each in found if each] if all(found) else None

    def _moved(self, start: int, end: int) -> tuple[int, int] | None:
        places = self._places.get((start, end)) or []
        at = bisect_right(self._anchors, (start, len(self.new) + 1)) - 1
        drift = self._anchors[max(at, 0)][1] if self._anchors else 0
        return min(places, key=lambda place: abs(place[0] - start - drift), default=None)


def _occurrences(words: str, text: str) -> list[tuple[int, int]]:
    """Every place of these words as whole words, whatever the space between them."""
    tokens = words.split()
    if not tokens:
        return []
    pattern = r"\s+".join(re.escape(token) for token in tokens)
    return [found.span() for found in re.finditer(rf"(?<!\w){pattern}(?!\w)", text)]


def lines_of(text: str, spans: Spans) -> list[int]:
    """Return the lines, from 1, that these ranges touch."""
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    touched: set[int] = set()
    for start, end in spans:
        touched.update(range(bisect_right(starts, start), bisect_right(starts, end - 1) + 1))
    return sorted(touched)


def uncovered(span: Iterable[int], others: Iterable[Iterable[int]]) -> int:
    """Return how many characters of a range none of the others covers."""
    first, last = span
    left, cursor = 0, first
    for start, end in sorted(tuple(other) for other in others):
        if end <= cursor or start >= last:
            continue
        left += max(0, start - cursor)
        cursor = max(cursor, end)
    return left + max(0, last - cursor)
