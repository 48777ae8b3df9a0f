"""The reports of one body in a cycle as a spreadsheet, and what comes back in it. Pure of the records.

Heads are found in either language, in any order: people move columns and change theirs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from consuno.core.answer_sheets import cell, in_any_language, language_of, places_of, too_long
from consuno.core.sheets import Sheet
from consuno.core.text import fold, whole_number
from consuno.monitoring.models import Rating

#: Heads by the name of what stands under them; the key says which report and which text of it.
HEADS: dict[str, Promise] = {
    "key": _lazy("Clave (no cambiar)"),
    "label": _lazy("Id"),
    "statement": _lazy("Compromiso"),
    "due": _lazy("Plazo"),
    "before": _lazy("Lo que se dijo la última vez"),
    "rating": _lazy("Hasta dónde se llegó"),
    "narrative": _lazy("Qué se hizo"),
    "difficulties": _lazy("Dificultades"),
    "help_wanted": _lazy("Qué ayuda hace falta"),
    "sdg_target": _lazy("Meta de los ODS"),
    "indicator": _lazy("Indicador"),
    "language": _lazy("Idioma en que escribe"),
    "step": _lazy("Hito (no cambiar)"),
    "percent": _lazy("Avance de 0 a 100"),
}
WRITTEN = (
    "rating", "narrative", "difficulties", "help_wanted", "sdg_target", "indicator", "language",
)  # fmt: skip
LETTERS = {"narrative": 10_000, "difficulties": 5_000, "help_wanted": 5_000, "indicator": 300}


@dataclass(slots=True)
class Row:
    """One report as the sheet brings it; `number` is its row as the person sees it."""

    number: int
    report: int
    revision: int
    label: str
    written: dict[str, str]
    reached: dict[int, int | None] = field(default_factory=dict)
    #: What is wrong, in words that say how to mend it.
    problems: list[str] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        """Whether nothing was written: such a row is left as it is."""
        words = any(self.written.get(name) for name in WRITTEN if name != "language")
        return not words and not any(each is not None for each in self.reached.values())


def parse(sheets: Sequence[Sheet]) -> list[Row]:
    """Return the reports that a filled template brings; empty where no sheet is one."""
    rows: dict[int, Row] = {}
    steps: list[tuple[Mapping[str, int], int, Sequence[str]]] = []
    for sheet in sheets:
        places = places_of(sheet.rows[0], HEADS)
        if "key" not in places:
            continue
        for number, cells in enumerate(sheet.rows[1:], start=2):
            if not cells:
                continue
            if "step" in places:
                steps.append((places, number, cells))
            else:
                row = _row(places, number, cells)
                if row.report in rows and row.report:
                    row.problems.append(
                        _("Esta fila repite la fila %(n)s.") % {"n": rows[row.report].number}
                    )
                rows[row.report or -number] = row
    for step in steps:
        _put_step(rows, *step)
    return list(rows.values())


def _row(places: Mapping[str, int], number: int, cells: Sequence[str]) -> Row:
    key, _dot, revision = cell(places, "key", cells).partition(".")
    label = cell(places, "label", cells)
    written = {name: cell(places, name, cells) for name in WRITTEN if name in places}
    row = Row(number, 0, 0, label, written)
    if (report := whole_number(key)) is not None and (told := whole_number(revision)) is not None:
        row.report, row.revision = report, told
    else:
        row.problems.append(
            _("La clave no se reconoce: descargue la hoja otra vez y no la cambie.")
        )
    if "rating" in written:
        written["rating"] = _rating(row, written["rating"])
    if "language" in written:
        written["language"] = language_of(written["language"])
    row.problems += too_long(written, LETTERS, HEADS)
    return row


def ratings() -> dict[str, str]:
    """The words for each level, in either language, and its code."""
    return {value: value for value in Rating.values} | in_any_language(dict(Rating.choices))


def _rating(row: Row, words: str) -> str:
    if not words:
        return ""
    found = ratings().get(fold(words), "")
    if not found:
        levels = ", ".join(str(label) for label in Rating.labels)
        row.problems.append(
            _("«%(words)s» no es un nivel: elija entre %(levels)s.")
            % {"words": words[:40], "levels": levels}
        )
    return found


def _put_step(
    rows: dict[int, Row], places: Mapping[str, int], number: int, cells: Sequence[str]
) -> None:
    key = cell(places, "key", cells).partition(".")[0]
    step, said = cell(places, "step", cells).partition(" ")[0], cell(places, "percent", cells)
    row, milestone = rows.get(whole_number(key) or 0), whole_number(step)
    if row is None or milestone is None:
        if said:
            words = _("Hoja de hitos, fila %(n)s: la clave no se reconoce.") % {"n": number}
            rows[-number - 1_000_000] = Row(number, 0, 0, "", {}, problems=[words])
        return
    said = said.removesuffix("%").strip()
    percent = whole_number(said)
    if said and (percent is None or percent > 100):
        row.problems.append(_("Hoja de hitos, fila %(n)s: escriba de 0 a 100.") % {"n": number})
        return
    row.reached[milestone] = percent
