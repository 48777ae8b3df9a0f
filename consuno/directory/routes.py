"""The decision route of the Conference: what each organ does and whom it goes to next. Data, not code.

`consuno/domain/directory/routes.csv` holds the steps, each with its source.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from consuno.core.bilingual import Bilingual
from consuno.domain import rows


@dataclass(frozen=True, slots=True)
class Step:
    """What an organ does with a matter; `to` is the code of who has it next, empty at the end."""

    organ: str
    does: Bilingual
    to: str
    source: str


@cache
def steps() -> tuple[Step, ...]:
    """The steps of the route, in their order."""
    return tuple(
        Step(row["organ"], Bilingual(row["es"], row["en"]), row["to"], row["source"])
        for row in rows("directory/routes.csv")
    )


def steps_of(code: str) -> list[Step]:
    """The steps that an organ takes, and those that lead to it."""
    return [step for step in steps() if code in {step.organ, step.to}]
