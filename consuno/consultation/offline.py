"""The matrix of observations as a spreadsheet, and what comes back in it. Pure of the records.

One row for each clause, and one for the whole text; whoever has more to say of a clause copies its row.
Heads are found in either language, in any order.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from consuno.consultation.models import Observation
from consuno.core.answer_sheets import cell, in_any_language, language_of, places_of, too_long
from consuno.core.sheets import Sheet
from consuno.core.text import fold, whole_number

#: Heads by the name of what stands under them; the key says which round and which clause.
HEADS: dict[str, Promise] = {
    "key": _lazy("Clave (no cambiar)"),
    "place": _lazy("Cláusula"),
    "es": _lazy("Texto en español"),
    "en": _lazy("Texto en inglés"),
    "kind": _lazy("De qué clase"),
    "text": _lazy("Observación"),
    "wording": _lazy("Texto que propone"),
    "quote": _lazy("Palabras a las que se refiere"),
    "basis": _lazy("Norma"),
    "language": _lazy("Idioma en que escribe"),
}
WRITTEN = ("kind", "text", "wording", "quote", "basis", "language")
FIXED = frozenset(("key", "place", "es", "en"))
LETTERS = {"text": 5_000, "wording": 5_000, "quote": 1_000, "basis": 300}


@dataclass(slots=True)
class Row:
    """One observation as the sheet brings it; `number` is its row as the person sees it."""

    number: int
    label: str
    uid: int | None = None
    written: dict[str, Any] = field(default_factory=dict)
    #: What is wrong, in words that say how to mend it.
    problems: list[str] = field(default_factory=list)
    #: The clause's texts as they stand in the row: a key that became another number is found out.
    beside: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing was written: such a row is left as it is."""
        return not any(self.written.get(name) for name in ("text", "wording", "quote", "basis"))


def parse(sheets: Sequence[Sheet], round_: int) -> list[Row]:
    """Return the observations that a filled matrix of a round brings; empty where no sheet is one."""
    for sheet in sheets:
        places = places_of(sheet.rows[0], HEADS) if sheet.rows else {}
        if "key" in places:
            return [
                _row(places, number, cells, round_)
                for number, cells in enumerate(sheet.rows[1:], start=2) if any(cells)
            ]  # fmt: skip
    return []


def _row(places: Mapping[str, int], number: int, cells: Sequence[str], round_: int) -> Row:
    written = {name: cell(places, name, cells) for name in WRITTEN}
    beside = tuple(words for name in ("es", "en") if (words := cell(places, name, cells)))
    row = Row(number, cell(places, "place", cells), beside=beside, written={**written})
    if row.empty:
        return row
    asked, _dot, uid = cell(places, "key", cells).partition(".")
    if asked == str(round_) and whole_number(uid) is not None:
        row.uid = whole_number(uid) or None
    else:
        row.problems.append(
            _("La clave no es de esta ronda: descargue la hoja otra vez y no la cambie.")
        )
    row.written["kind"] = _kind(row, row.written["kind"])
    row.written["language"] = language_of(row.written["language"])
    row.problems += too_long(row.written, LETTERS, HEADS)
    return row


def _kind(row: Row, words: str) -> str:
    found = in_any_language(dict(Observation.Kind.choices)).get(fold(words), "")
    if not found:
        labels = ", ".join(str(label) for label in Observation.Kind.labels)
        row.problems.append(_("Elija de qué clase es: %(labels)s.") % {"labels": labels})
    return found
