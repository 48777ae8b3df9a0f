"""Which texts of a small collection speak of the same thing: shared rare words, nothing learned.

Proposals for people to confirm, so recall matters more than precision.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence

from consuno.core.text import fold

#: Beginnings of words are compared: "repatriación" and "repatriados" are one.
STEM = 7
SHORTEST = 5
#: Below this share of the first text's weight two texts have only common words in common.
LEAST = 0.12


def stems(text: str) -> set[str]:
    """Return the beginnings of the longer words."""
    return {word[:STEM] for word in re.findall(r"[a-z]+", fold(text)) if len(word) >= SHORTEST}


class Collection:
    """Texts to be compared with others: their words are weighed once, however many are asked."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Read the words of every text."""
        self.bags = [stems(text) for text in texts]
        self.seen = Counter(stem for bag in self.bags for stem in bag)

    def likest(self, text: str, most: int = 3) -> list[int]:
        """Return places of the texts most like this one, the likest first."""
        weights = {stem: self._weight(stem) for stem in stems(text)}
        whole = sum(weights.values()) or 1.0
        scores = [sum(weights[stem] for stem in weights.keys() & bag) / whole for bag in self.bags]
        order = sorted(range(len(scores)), key=lambda place: -scores[place])
        return [place for place in order[:most] if scores[place] >= LEAST]

    def _weight(self, stem: str) -> float:
        return math.log((1 + len(self.bags)) / (1 + self.seen[stem]))
