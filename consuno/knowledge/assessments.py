"""Instruments of self-assessment: their questions are data.

`consuno/domain/knowledge/assessment_kinds.csv` names them and `assessments.csv` holds the questions. The
questions are ours; no source prescribes them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from consuno.core.bilingual import Bilingual
from consuno.domain import rows


@dataclass(frozen=True, slots=True)
class Question:
    """One question, of a group."""

    slug: str
    group: Bilingual
    text: Bilingual

    def __str__(self) -> str:
        return str(self.text)


@dataclass(frozen=True, slots=True)
class Kind:
    """An instrument; `partnered` ones are answered with a partner of the network (line 83)."""

    slug: str
    name: Bilingual
    partnered: bool
    questions: tuple[Question, ...]

    def __str__(self) -> str:
        return str(self.name)


@cache
def kinds() -> dict[str, Kind]:
    """Every instrument by its slug."""
    asked = rows("knowledge/assessments.csv")
    return {
        row["slug"]: Kind(
            row["slug"], Bilingual(row["es"], row["en"]), row["partnered"] == "1",
            tuple(
                Question(
                    each["slug"], Bilingual(each["group_es"], each["group_en"]),
                    Bilingual(each["es"], each["en"]),
                )
                for each in asked
                if each["instrument"] == row["slug"]
            ),
        )
        for row in rows("knowledge/assessment_kinds.csv")
    }  # fmt: skip
