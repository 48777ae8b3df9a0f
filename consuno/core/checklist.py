"""The security checklist of ASVS 5.0, and which test of ours holds each line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from consuno.domain import rows

_TEST = re.compile(r"^(?:async )?def (test_rows?_((?:\d+_(?:and_)?)+)\w*)", re.M)


@dataclass(frozen=True, slots=True)
class Item:
    """A line: its number, those of ASVS, its level, what it asks, and the tests named by its number."""

    row: int
    asvs: str
    level: str
    says: str
    tests: tuple[str, ...]


def tests() -> dict[int, list[str]]:
    """Tests named by the number of a line (test_row_7_…), where the tests are with the program."""
    found: dict[int, list[str]] = {}
    for path in sorted((Path(settings.ROOT) / "tests").rglob("test_*.py")):
        for name, numbers in _TEST.findall(path.read_text("utf-8")):
            for number in re.findall(r"\d+", numbers):
                found.setdefault(int(number), []).append(f"{path.name}::{name}")
    return found


def items() -> list[Item]:
    """Every line, in order."""
    held = tests()
    return [
        Item(
            int(row["row"]),
            row["asvs"],
            row["level"],
            row["es"],
            tuple(held.get(int(row["row"]), ())),
        )
        for row in rows("checklist.csv")
    ]
