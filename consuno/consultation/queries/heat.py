"""Which clauses are observed, by whom and how gravely."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from consuno.consultation.models import Observation, Placement, Version
from consuno.consultation.queries.rounds import standing
from consuno.directory.models import Body
from consuno.directory.models.body import NETWORK

#: The row of observations whose clause nobody has said yet.
LOST = -1


#: What stands for each kind; in any language.
SIGNS = {
    "legal": "§",
    "substantive": "!",
    "question": "?",
    "editorial": "¶",
    "support": "+",
}


@dataclass(slots=True)
class Cell:
    """What one body observed of one clause: how many, and the gravest kind."""

    many: int = 0
    kind: str = ""

    @property
    def label(self) -> str:
        """The gravest kind, in words."""
        return str(Observation.Kind(self.kind).label) if self.kind else ""

    @property
    def sign(self) -> str:
        """Its sign, so that colour is not the only one."""
        return SIGNS.get(self.kind, "")


#: From the gravest on.
GRAVITY = ("legal", "substantive", "question", "editorial", "support")


@dataclass(frozen=True, slots=True)
class MapRow:
    """A clause with a cell for each body; `place` 0 is the whole text."""

    place: int
    uid: int | None
    words: str
    cells: list[Cell] = field(default_factory=list)


def heat_map(version: Version, bodies: list[Body]) -> list[MapRow]:
    """Clause by body, from observations that stand, where each stands in this version. Three queries.

    What an organisation of the network observed stands in the network's column.
    """
    columns = {body.pk for body in bodies}
    network = next((body.pk for body in bodies if body.code == NETWORK), 0)
    table: dict[tuple[int | None, int], Cell] = defaultdict(Cell)
    for each in standing(version):
        column = each.body if each.body in columns else network
        cell = table[LOST if each.state == Placement.State.ORPHAN else each.uid, column]
        cell.many += 1
        if not cell.kind or GRAVITY.index(each.kind) < GRAVITY.index(cell.kind):
            cell.kind = each.kind
    rows = [MapRow(0, None, _("El texto entero"))]
    rows += [
        MapRow(place, clause.uid, str(clause.text)[:90])
        for place, clause in enumerate(version.clauses.all(), 1)
    ]
    if any(uid == LOST for uid, _body in table):
        rows.append(MapRow(LOST, LOST, _("Sin lugar en esta versión")))
    empty = Cell()
    for row in rows:
        row.cells.extend(table.get((row.uid, body.pk), empty) for body in bodies)
    return rows
