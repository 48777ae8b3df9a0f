"""The weights that ship with the project, and how they are kept in a file.

Eight bits a weight: 44 kB of text, in which nothing of any paper can be read.
"""

from __future__ import annotations

import base64
import json
from array import array
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from consuno.reader.possible.ngrams import BUCKETS
from consuno.reader.possible.training import Model

_FILE = Path(__file__).with_name("weights.json")
_STEPS = 127


@dataclass(slots=True)
class Scorer:
    """A trained model, from which score on a sentence is shown, and what is known of its training."""

    model: Model
    threshold: float
    #: Day, number of papers and sentences, and figures of the cross-validation.
    about: dict[str, Any] = field(default_factory=dict)

    def score(self, places: list[int]) -> float:
        """From 0 to 1."""
        return self.model.score(places)

    def dump(self) -> str:
        """As JSON."""
        unit = (max(map(abs, self.model.weights)) or 1.0) / _STEPS
        small = array("b", (round(weight / unit) for weight in self.model.weights))
        kept = {
            **self.about,
            "threshold": self.threshold,
            "bias": round(self.model.bias, 4),
            "unit": unit,
            "weights": base64.b64encode(small.tobytes()).decode(),
        }
        return json.dumps(kept, indent=1, ensure_ascii=False) + "\n"


def load(text: str) -> Scorer:
    """What ``dump`` wrote. Raises ValueError or KeyError where it is something else."""
    kept = json.loads(text)
    small = array("b", base64.b64decode(kept.pop("weights"), validate=True))
    if len(small) != BUCKETS:
        raise ValueError(f"{len(small)} weights where {BUCKETS} were expected")
    unit = kept.pop("unit")
    model = Model([each * unit for each in small], kept.pop("bias"))
    return Scorer(model, kept.pop("threshold"), kept)


@lru_cache(maxsize=1)
def shipped() -> Scorer:
    """The one trained by ``make reader_model``."""
    return load(_FILE.read_text("utf-8"))
