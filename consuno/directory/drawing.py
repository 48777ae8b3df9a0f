"""How both sides are built and how a matter passes between them, as a drawing made from data.

It only repeats the list below it on the page: whoever does not see it misses nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from consuno.directory.models import Body
from consuno.directory.routes import Step

#: Units of the drawing.
WIDTH, HEIGHT, GAP, ACROSS = 210, 44, 30, 320


@dataclass(frozen=True, slots=True)
class Box:
    """An organ; where its upper left corner is."""

    body: Body
    x: int
    y: int

    @property
    def middle(self) -> int:
        """The x of its middle."""
        return self.x + WIDTH // 2


@dataclass(frozen=True, slots=True)
class Arrow:
    """From an organ to whom it passes things to: the two ends."""

    x1: int
    y1: int
    x2: int
    y2: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """Two columns, civil society on the left, and the arrows."""

    boxes: list[Box]
    arrows: list[Arrow]
    height: int

    @property
    def width(self) -> int:
        """Of the whole."""
        return ACROSS + WIDTH


def draw(steps: Sequence[Step], bodies: dict[str, Body]) -> Drawing:
    """Place each organ of the route once, in its order; what nobody knows is left out."""
    columns: dict[bool, list[str]] = {True: [], False: []}
    for step in steps:
        for code in (step.organ, step.to):
            if code in bodies and code not in columns[bodies[code].civil_society]:
                columns[bodies[code].civil_society].append(code)
    boxes = {
        code: Box(bodies[code], 0 if civil else ACROSS, row * (HEIGHT + GAP))
        for civil, codes in columns.items()
        for row, code in enumerate(codes)
    }
    pairs = dict.fromkeys(
        (step.organ, step.to) for step in steps if {step.organ, step.to} <= set(boxes)
    )
    arrows = [_arrow(boxes[a], boxes[b]) for a, b in pairs]
    rows = max(map(len, columns.values()), default=0)
    return Drawing(list(boxes.values()), arrows, max(rows * (HEIGHT + GAP) - GAP, 0))


def _arrow(one: Box, other: Box) -> Arrow:
    """Straight down or up within a column; from side to side between them."""
    if one.x == other.x:
        down = other.y > one.y
        y1, y2 = (one.y + HEIGHT, other.y) if down else (one.y, other.y + HEIGHT)
        return Arrow(one.middle, y1, other.middle, y2)
    right = other.x > one.x
    x1, x2 = (one.x + WIDTH, other.x) if right else (one.x, other.x + WIDTH)
    return Arrow(x1, one.y + HEIGHT // 2, x2, other.y + HEIGHT // 2)
