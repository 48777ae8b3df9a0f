"""Tables whose cells are drawn with lines on a page of a PDF.

pdfplumber's geometry finds the cells between lines; the lines are PDFium's, which reads a page ten times
faster than pdfplumber reads all of it.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium
from pdfplumber import table as geometry

from consuno.reader.files.columns import Chunk
from consuno.reader.files.document import Block

#: Left, bottom, right and top of a cell, in points from the lower left corner.
Box = tuple[float, float, float, float]
Point = tuple[float, float]
_FEWEST = 2
_SLACK = 1.0
#: Lines that end so near to each other meet (points), as pdfplumber has it.
_NEAR = 3.0
_SHORTEST = 3.0
#: A page with more lines is a drawing: finding cells takes the product of both directions.
_MOST = 3_000


@dataclass(frozen=True)
class Table:
    """A grid of cells; one that spans several stands in each of them."""

    grid: tuple[tuple[Box | None, ...], ...]
    box: Box

    def holds(self, chunk: Chunk) -> bool:
        """Whether words stand within it."""
        return _within(chunk, self.box)

    def rows(self, chunks: list[Chunk]) -> Iterator[Block]:
        """Its rows, with the words that stand in each cell, from top to bottom."""
        for row in self.grid:
            cells = tuple(_words(box, chunks) for box in row)
            if any(cells):
                yield Block("row", cells=cells)


def _within(chunk: Chunk, box: Box) -> bool:
    middle = (chunk.x + chunk.right) / 2
    return box[0] <= middle <= box[2] and box[1] - _SLACK <= chunk.y <= box[3]


def _words(box: Box | None, chunks: list[Chunk]) -> str:
    if box is None:
        return ""
    inside = [chunk for chunk in chunks if _within(chunk, box)]
    inside.sort(key=lambda chunk: (-round(chunk.y), chunk.x))
    return " ".join(chunk.text for chunk in inside)


def tables(page: Any) -> list[Table]:
    """Tables of a page of PDFium's; none on a page that is turned or is a drawing."""
    drawn = list(_edges(page)) if not page.get_rotation() else []
    if not drawn or len(drawn) > _MOST:
        return []
    edges = geometry.merge_edges(drawn, _NEAR, _NEAR, _NEAR, _NEAR)
    cells = geometry.intersections_to_cells(geometry.edges_to_intersections(edges, _NEAR, _NEAR))
    made = (_table(geometry.Table(page, each)) for each in geometry.cells_to_tables(cells))
    return [each for each in made if _is_grid(each)]


def _edges(page: Any) -> Iterator[dict[str, Any]]:
    """Upright and level lines of a page, as pdfplumber has them: places grow downwards."""
    for drawn in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=3):
        matrix = drawn.get_matrix()
        points: list[Point] = []
        for number in range(min(pdfium.FPDFPath_CountSegments(drawn.raw), _MOST)):
            segment = pdfium.FPDFPath_GetPathSegment(drawn.raw, number)
            if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
                yield from _straight(points)
                points = []
            x, y = ctypes.c_float(), ctypes.c_float()
            pdfium.FPDFPathSegment_GetPoint(segment, x, y)
            points.append(matrix.on_point(x.value, y.value))
            if pdfium.FPDFPathSegment_GetClose(segment):
                points.append(points[0])
        yield from _straight(points)


def _straight(points: list[Point]) -> Iterator[dict[str, Any]]:
    for (x, y), (to_x, to_y) in pairwise(points):
        level = abs(y - to_y) < _SLACK
        if (abs(x - to_x) < _SLACK) == level or max(abs(x - to_x), abs(y - to_y)) < _SHORTEST:
            continue
        yield {
            "x0": min(x, to_x), "x1": max(x, to_x), "top": -max(y, to_y), "bottom": -min(y, to_y),
            "width": abs(x - to_x), "height": abs(y - to_y), "orientation": "h" if level else "v",
        }  # fmt: skip


def _is_grid(table: Table) -> bool:
    """A frame around a paragraph is no table."""
    return len(table.grid) >= _FEWEST and len(table.grid[0]) >= _FEWEST


def _table(found: geometry.Table) -> Table:
    grid: list[list[Box | None]] = []
    for row in found.rows:
        cells: list[Box | None] = []
        for column, cell in enumerate(row.cells):
            box = _upright(cell) if cell else None
            cells.append(box or _spanning(grid, cells, column, _upright(row.bbox)))
        grid.append(cells)
    return Table(tuple(map(tuple, grid)), _upright(found.bbox))


def _upright(box: Any) -> Box:
    left, top, right, bottom = box
    return left, -bottom, right, -top


def _spanning(
    grid: list[list[Box | None]], left: list[Box | None], column: int, row: Box
) -> Box | None:
    """The cell above or at the left that reaches into a place that has none of its own."""
    above = grid[-1][column] if grid and column < len(grid[-1]) else None
    if above is not None and above[1] < (row[1] + row[3]) / 2:
        return above
    return left[-1] if left else None
