"""Logistic regression over n-grams, in the standard library: a Secretariat's machine trains, too.

As good here as scikit-learn's (docs/adr/0019), which would weigh 150 MB on a server that never
needs it otherwise.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

from consuno.reader.possible.ngrams import BUCKETS

#: One sentence: the places of its n-grams, and whether it holds a duty.
Example = tuple[list[int], bool]
_ROUNDS = 12
_STEP = 1.0


@dataclass(slots=True)
class Model:
    """Weights by place, and what a sentence without any n-gram weighs."""

    weights: list[float]
    bias: float = 0.0

    def score(self, places: Sequence[int]) -> float:
        """From 0 to 1: how much a sentence looks like those that hold a duty."""
        return _logistic(self.weigh(places))

    def weigh(self, places: Sequence[int]) -> float:
        """The sum behind the score, of no fixed scale."""
        if not places:
            return self.bias
        weights = self.weights
        return self.bias + sum([weights[place] for place in places]) / math.sqrt(len(places))


def train(examples: Sequence[Example], start: Model | None = None, rounds: int = _ROUNDS) -> Model:
    """Weights that tell the examples apart; from those of ``start`` where it is given.

    Duties and other sentences weigh the same in all, however few either are. Deterministic.
    """
    model = Model(list(start.weights), start.bias) if start else Model([0.0] * BUCKETS)
    duties = sum(duty for _, duty in examples)
    share = {True: 0.5 / max(1, duties), False: 0.5 / max(1, len(examples) - duties)}
    for turn in range(rounds):
        step = _STEP / (1 + turn / 4) * len(examples)
        for example in _mixed(examples, turn):
            _learn(model, example, step * share[example[1]])
    return model


def _mixed(examples: Sequence[Example], turn: int) -> list[Example]:
    """The examples in an order that looks like chance, another one each turn, always the same."""
    places = sorted(range(len(examples)), key=lambda place: crc32(f"{turn} {place}".encode()))
    return [examples[place] for place in places]


def _learn(model: Model, example: Example, step: float) -> None:
    places, duty = example
    error = step * (duty - model.score(places))
    model.bias += error / 10
    if places:
        each = error / math.sqrt(len(places))
        weights = model.weights
        for place in places:
            weights[place] += each


def _logistic(value: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, value))))
