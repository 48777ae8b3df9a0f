"""A version laid out for a spreadsheet in which a country observes it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from consuno.consultation.models import Observation, Round
from consuno.consultation.offline import FIXED, HEADS
from consuno.core.sheets import Column, Table

WIDTHS = {
    "key": 12,
    "place": 10,
    "es": 50,
    "en": 50,
    "kind": 22,
    "text": 50,
    "wording": 50,
    "language": 12,
}


def matrix(found: Round) -> Table:
    """The whole text first, then a row for each clause. One query."""
    rows: list[tuple[object, ...]] = [(f"{found.pk}.0", _("El texto entero"))]
    rows += [
        (f"{found.pk}.{each.uid}", place, each.shown("es"), each.shown("en"))
        for place, each in enumerate(found.version.clauses.all(), 1)
    ]
    choices = {"kind": [str(label) for label in Observation.Kind.labels], "language": ["es", "en"]}
    columns = [
        Column(str(words), WIDTHS.get(name, 30), choices.get(name, ()), name in FIXED)
        for name, words in HEADS.items()
    ]
    blank = ("",) * (len(columns) - 4)
    return Table(
        _("Observaciones"), columns, [(*row, *("",) * (4 - len(row)), *blank) for row in rows]
    )
