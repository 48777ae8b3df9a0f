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


def likest(text: str, others: Sequence[str], most: int = 3) -> list[int]:
    """Return places in `others` of the texts most like this one, the likest first."""
    bags = [stems(other) for other in others]
    seen = Counter(stem for bag in bags for stem in bag)
    mine = stems(text)

    def weight(stem: str) -> float:
        return math.log((1 + len(bags)) / (1 + seen[stem]))

    whole = sum(weight(stem) for stem in mine) or 1.0
    scores = [sum(weight(stem) for stem in mine & bag) / whole for bag in bags]
    order = sorted(range(len(bags)), key=lambda place: -scores[place])
    return [place for place in order[:most] if scores[place] >= LEAST]
