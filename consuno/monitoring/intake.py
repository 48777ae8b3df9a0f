"""A follow-up sheet read by the columns people chose: what each row would become, or what is wrong."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from consuno.agenda.actions import Listed
from consuno.core.text import fold
from consuno.monitoring.workbook import ratings

#: What a column may hold, and the beginnings of the heads by which it is guessed.
COLUMNS = {
    "statement": (_lazy("Qué se acordó"), ("compromiso", "acuerdo", "que se acordo", "accion", "actividad",
         "commitment", "agreement", "action")),
    "ref": (_lazy("Número o clave"), ("id", "no", "num", "n°", "nº", "clave", "ref", "#")),
    "responsible": (_lazy("Quién responde"), ("respons", "quien", "institucion", "entidad", "owner", "who", "lead")),
    "deadline": (_lazy("Hasta cuándo"), ("plazo", "fecha limite", "hasta", "vence", "cuando", "deadline", "due",
         "fecha")),
    "section": (_lazy("Tema"), ("tema", "eje", "area", "theme", "topic", "section", "mesa")),
    "level": (_lazy("Nivel de avance"), ("estado", "estatus", "nivel", "status", "level", "cumplimiento", "situacion")),
    "text": (_lazy("Avance contado"), ("avance", "seguimiento", "observ", "comentario", "progress", "update", "notes")),
    "said_on": (_lazy("Fecha del avance"), ("fecha del avance", "fecha de avance", "fecha del seguimiento",
         "actualiza", "updated", "as of", "date of")),
}  # fmt: skip
MOST_LETTERS = 5_000
#: Words of other scales that say the same as ours.
ALIKE = {
    "cumplido": "complete", "concluido": "complete", "terminado": "complete", "realizado": "complete",
    "done": "complete", "completed": "complete", "100": "complete", "100%": "complete",
    "no iniciado": "not_started", "pendiente": "not_started", "pending": "not_started",
}  # fmt: skip


@dataclass(slots=True)
class Row:
    """One row of the sheet, with its number as the person sees it."""

    number: int
    listed: Listed
    level: str = ""
    rating: str = ""
    text: str = ""
    said_on: datetime.date | None = None
    problems: list[str] = field(default_factory=list)

    @property
    def tells(self) -> bool:
        """Whether it tells of any progress."""
        return bool(self.level or self.text)


def guess_head(rows: Sequence[Sequence[str]]) -> int:
    """The row (from 1) most like one of heads: the first of those that name the most columns."""
    scores = [len(guess_columns(row)) for row in rows[:20]] or [0]
    return scores.index(max(scores)) + 1


def guess_columns(heads: Sequence[str]) -> dict[str, int]:
    """Which column is what, by its head; the longest beginning decides, and a column is used once."""
    fits = sorted(
        (
            (len(start), -place, name)
            for place, head in enumerate(heads)
            for name, (_label, starts) in COLUMNS.items()
            for start in starts
            if fold(head).startswith(start) and (len(start) > 2 or len(fold(head).strip(". ")) <= 3)
        ),
        reverse=True,
    )
    found: dict[str, int] = {}
    for _length, place, name in fits:
        if name not in found and -place not in found.values():
            found[name] = -place
    return found


def read(rows: Sequence[Sequence[str]], head: int, columns: Mapping[str, int]) -> list[Row]:
    """What each row below the heads would become; empty rows are left out."""
    known, seen, found = ratings(), dict[str, int](), list[Row]()
    for number, cells in enumerate(rows[head:], start=head + 1):
        said = {name: cells[place] if place < len(cells) else "" for name, place in columns.items()}
        if not any(said.values()):
            continue
        row = _row(number, said, known)
        ref = row.listed.ref
        if ref and ref in seen:
            row.problems.append(
                _("La clave %(ref)s ya está en la fila %(n)s.") % {"ref": ref, "n": seen[ref]}
            )
        seen.setdefault(ref, number)
        found.append(row)
    return found


def _row(number: int, said: Mapping[str, str], known: Mapping[str, str]) -> Row:
    listed = Listed(
        said.get("statement", ""), said.get("ref", ""), said.get("responsible", ""),
        said.get("deadline", ""), said.get("section", ""),
    )  # fmt: skip
    level = said.get("level", "")
    row = Row(number, listed, level[:100], known.get(fold(level)) or ALIKE.get(fold(level), ""))
    row.text = said.get("text", "")
    if not listed.statement:
        row.problems.append(_("No dice qué se acordó."))
    for name in ("statement", "text"):
        if len(said.get(name, "")) > MOST_LETTERS:
            row.problems.append(
                _("«%(head)s» pasa de %(n)s letras.")
                % {"head": COLUMNS[name][0], "n": MOST_LETTERS}
            )
    if len(listed.ref) > 40:
        row.problems.append(_("La clave pasa de 40 letras."))
    day = said.get("said_on", "")
    if day:
        row.said_on = parse_day(day)
        if row.said_on is None:
            row.problems.append(
                _("«%(day)s» no es un día: escríbalo como 20/02/2013.") % {"day": day[:40]}
            )
    return row


def parse_day(words: str) -> datetime.date | None:
    """A day as sheets hold it: 2013-02-20, or day first; None where it is neither."""
    for form in ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"):
        try:
            return datetime.datetime.strptime(words.strip(), form).date()  # noqa: DTZ007 - a day
        except ValueError:
            continue
    return None
