"""A table as Pandoc reads it: rows of cells in their columns, spans filled, lists in cells opened."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from consuno.reader.files.document import Block

if TYPE_CHECKING:
    from consuno.reader.files.pandoc import Tree


def rows(part: list[Any], columns: int, tree: Tree) -> Iterator[Block]:
    """Rows of the head, a body or the foot.

    A cell that spans rows or columns is read in each: who owes two merged rows owes both. A row of
    which a cell holds a list is no row of a register: its cells follow one another as blocks.
    """
    spanning: dict[int, tuple[int, list[Block]]] = {}
    for _attributes, cells in part:
        row = _filled(cells, columns, spanning, tree)
        if _is_layout(row):
            yield from _unique(row)
        else:
            yield Block("row", cells=tuple(" ".join(each.text for each in cell) for cell in row))


def _filled(
    cells: list[Any], columns: int, spanning: dict[int, tuple[int, list[Block]]], tree: Tree
) -> list[list[Block]]:
    """The cells of a row, one for each column; `spanning` holds what reaches into the rows below."""
    row: list[list[Block]] = []
    waiting = iter(cells)
    while len(row) < columns:
        column = len(row)
        if column in spanning:
            left, blocks = spanning.pop(column)
            if left > 1:
                spanning[column] = left - 1, blocks
            row.append(blocks)
            continue
        cell = next(waiting, None)
        if cell is None:
            row.append([])
            continue
        _attributes, _align, down, across, content = cell
        blocks = list(tree.blocks(content))
        for _ in range(min(across, columns - column)):
            if down > 1:
                spanning[len(row)] = down - 1, blocks
            row.append(blocks)
    return row


def _is_layout(row: list[list[Block]]) -> bool:
    """Whether a row only places blocks on the page: one column, or lists and tables in its cells."""
    return len(row) == 1 or any(block.kind in {"item", "row"} for cell in row for block in cell)


def _unique(row: list[list[Block]]) -> Iterator[Block]:
    """The blocks of a row, those of a cell that spans columns once."""
    seen: set[int] = set()
    for cell in row:
        if id(cell) not in seen:
            seen.add(id(cell))
            yield from cell
