"""Pages set in two columns: their lines in the order people read them.

A page is put in order only where a gap runs down it that hardly any line crosses and the lines at
its left fill their column, as wrapped text does. A table of short cells has the gap and not the
full lines: it is left as it came, and the reader is warned.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

#: Lines on each side, and the share of them that may cross the gap, for it to be one.
FEWEST = 5
CROSSING = 0.15
#: A line fills its column from here on; wrapped text has this share of full lines.
FULL = 0.7
WRAPPED = 0.4


@dataclass(frozen=True, slots=True)
class Chunk:
    """Words drawn together: where they begin, their baseline and where they end (points); their line."""

    x: float
    y: float
    text: str
    size: float
    right: float
    line: int = 0


def in_order(chunks: list[Chunk], width: float) -> list[str] | None:
    """Return the lines of a page of two columns, or None where it is not surely one.

    What stands across both columns (a title) ends the columns above it and begins others.
    """
    gap = _gap(chunks, width)
    if gap is None:
        return None
    left = [each for each in chunks if each.right <= gap]
    edge = min(each.x for each in left)
    full = sum(each.right - edge >= FULL * (gap - edge) for each in left)
    if full < WRAPPED * len(left):
        return None
    lines: list[str] = []
    band: list[Chunk] = []
    for each in sorted(chunks, key=lambda chunk: (-chunk.y, chunk.x)):
        if _crosses(each, gap):
            lines += [*_columns(band, gap), each.text.strip()]
            band = []
        else:
            band.append(each)
    return lines + _columns(band, gap)


def looks_split(chunks: list[Chunk], width: float) -> bool:
    """Whether many words begin in the right half: in columns, though it is not sure which."""
    right = sum(each.x >= width / 2 * 0.95 for each in chunks)
    return len(chunks) >= 12 and right * 3 >= len(chunks)


def _crosses(chunk: Chunk, gap: float) -> bool:
    return chunk.x < gap - chunk.size and chunk.right > gap + chunk.size


def _gap(chunks: list[Chunk], width: float) -> float | None:
    """The place in the middle third that the fewest lines cross, with enough on both sides."""
    starts = sorted({round(each.x) for each in chunks if width * 0.35 < each.x < width * 0.65})
    best: tuple[int, float] | None = None
    for start in starts:
        gap = start - 1.0
        crossing = sum(_crosses(each, gap) for each in chunks)
        right = sum(each.x >= gap for each in chunks)
        left = len(chunks) - right - crossing
        fit = min(left, right) >= FEWEST and crossing <= CROSSING * len(chunks)
        if fit and (best is None or crossing < best[0]):
            best = crossing, gap
    return best[1] if best else None


def _columns(band: list[Chunk], gap: float) -> list[str]:
    sides = ([c for c in band if c.x < gap], [c for c in band if c.x >= gap])
    return [line for side in sides for line in _lines(side)]


def _lines(chunks: list[Chunk]) -> list[str]:
    ordered = sorted(chunks, key=lambda each: (-round(each.y), each.x))
    rows = groupby(ordered, key=lambda each: round(each.y))
    return [" ".join(" ".join(each.text.split()) for each in row) for _y, row in rows]
