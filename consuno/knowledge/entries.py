"""Kinds of entries of the library and what each tells. Data.

`consuno/domain/knowledge/entry_kinds.csv` names the kinds and `entry_fields.csv` their parts; the
facts of the reference are in `entries.toml`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from consuno.core.bilingual import Bilingual
from consuno.domain import rows


@dataclass(frozen=True, slots=True)
class Part:
    """One thing an entry tells; `lines` is how tall the box is where it is written."""

    slug: str
    name: Bilingual
    required: bool
    lines: int


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entry; of one that is `reviewed` others give their view and say how it went."""

    slug: str
    name: Bilingual
    lead: Bilingual
    reviewed: bool
    parts: tuple[Part, ...]

    def __str__(self) -> str:
        return str(self.name)


@cache
def kinds() -> dict[str, Kind]:
    """Every kind by its slug."""
    parts: dict[str, list[Part]] = {}
    for row in rows("knowledge/entry_fields.csv"):
        name = Bilingual(row["es"], row["en"])
        part = Part(row["slug"], name, row["required"] == "1", int(row["lines"]))
        parts.setdefault(row["kind"], []).append(part)
    return {
        row["slug"]: Kind(
            row["slug"], Bilingual(row["es"], row["en"]), Bilingual(row["lead_es"], row["lead_en"]),
            row["reviewed"] == "1", tuple(parts[row["slug"]]),
        )
        for row in rows("knowledge/entry_kinds.csv")
    }  # fmt: skip
