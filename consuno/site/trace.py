"""Where each sentence of the 2013 minutes lives, from `domain/minutes/trace.toml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from consuno.core.bilingual import Bilingual
from consuno.domain import table

PARTS = (
    ("P", _("Primera parte: quiénes somos")),
    ("II", _("Desafíos de la trata de personas")),
    ("III", _("Desafíos de la integración")),
    ("A1", _("Acuerdos: trata de personas")),
    ("A2", _("Acuerdos: integración y reintegración")),
    ("A3", _("Acuerdos: grupos vulnerables")),
    ("F", _("Consideraciones finales")),
    ("N", _("Notas")),
)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the minutes: its id, lines, restatement, what works for it and what of it is missing."""

    id: str
    lines: str
    text: Bilingual
    status: str
    room: str
    page: str
    missing: Bilingual

    @property
    def part(self) -> str:
        """The part of the minutes it belongs to."""
        head = self.id.partition(".")[0]
        return "P" if head.startswith("P") else head

    @property
    def anchors(self) -> list[str]:
        """Ids that lead to this row: a range has one for each member."""
        first, _dash, last = self.id.partition("–")
        if not last:
            return [first]
        stem, letter = re.match(r"(.*?)(\w)$", first).groups()  # type: ignore[union-attr]
        return [stem + chr(code) for code in range(ord(letter), ord(last[-1]) + 1)]


@cache
def rows() -> tuple[Row, ...]:
    """All rows, in the order of the minutes."""
    return tuple(
        Row(
            row["id"], row["lines"], Bilingual(row["es"], row["en"]),
            row["status"], row["room"], row.get("page", ""),
            Bilingual(**row.get("missing", {"es": "", "en": ""})),
        )
        for row in table("minutes/trace.toml")["row"]
    )  # fmt: skip


def parts() -> list[tuple[str | Promise, list[Row]]]:
    """Rows under the headings of the minutes."""
    return [(title, [row for row in rows() if row.part == key]) for key, title in PARTS]


def counts() -> dict[str, int]:
    """How many rows are built, partly built and planned."""
    return {
        status: sum(row.status == status for row in rows())
        for status in ("built", "partly", "planned")
    }
