"""Action tables: "Acción | Responsable | Fecha", with pipes, tabs or aligned columns.

A table is known by its header; each row below it is one item. Cells keep their places in the
paper, and a row whose first cell is empty goes on with the row above.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from consuno.reader.text import Line, fold

Role = Literal["action", "who", "when", "number", "status", "other"]
_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("when", re.compile(r"\b(?:fechas?|plazos?|vencimiento|limite|cuando|deadline|due|when|dates?|target"
                        r"|timeline|by when|para cuando)\b")),
    ("who", re.compile(r"\b(?:responsables?|encargad[oa]s?|quien(?:es)?|owners?|responsible|who|leads?|by whom"
                       r"|assigned|assignee|a cargo|person)\b")),
    ("status", re.compile(r"\b(?:estado|status|avance|situacion|progress|observaciones|notes|notas|comments"
                          r"|comentarios|remarks)\b")),
    ("action", re.compile(r"\b(?:accion(?:es)?|actividad(?:es)?|tareas?|compromisos?|acuerdos?|actions?|tasks?"
                          r"|what|que|decision(?:es)?|items?|asuntos?|commitments?|medidas?|description"
                          r"|descripcion|points?|pasos?|to do)\b")),
    ("number", re.compile(r"^(?:n|no|nr|num|numero|id|ref|#|n[°º])\.?$|^#$|^n[°º]")),
)  # fmt: skip
_GAP = re.compile(r"\s{2,}|\t")
_MAX_CELL_WORDS = 5
_LONGEST_SHORTENING = 5  # "No.", "Núm."
#: What a cell says of a duty that is over.
_OVER = re.compile(
    r"\W*+(?:done|completed?|closed|cancell?ed|withdrawn|dropped|finished|hech[oa]|cumplid[oa]|cerrad[oa]"
    r"|realizad[oa]|concluid[oa]|cancelad[oa]|retirad[oa]|sin efecto|entregad[oa]"
    r"|pagad[oa]|enviad[oa]|paid|sent)(?:\W*+|\W++(?:(?:el|on|en|in) )?\d[\w /.-]*+)"
)


@dataclass(slots=True)
class Row:
    """A row: for each role the ranges of the paper its cells cover; ``header`` rows hold none."""

    line: int
    header: bool = False
    cells: dict[Role, list[tuple[int, int, int]]] = field(default_factory=dict)
    merged: bool = False


@dataclass(frozen=True, slots=True)
class _Header:
    """Roles and places of the columns; with `pipes` cells stand between bars, with `tabs` those are tabs."""

    roles: tuple[Role, ...]
    starts: tuple[int, ...]
    pipes: bool
    tabs: bool = False


def find_rows(lines: list[Line], cleaned: str, text: str) -> dict[int, Row]:
    """Rows of every action table of a text and its cleaned letters, by line number."""
    tabs = _tabs_as_bars(text, cleaned)
    rows: dict[int, Row] = find_stacked(lines, cleaned)
    header: _Header | None = None
    last: Row | None = None
    for line in lines:
        if line.number in rows:
            continue
        raw = cleaned[line.start : line.end]
        barred = tabs[line.start : line.end]
        found = _read_header(raw) or _read_tabbed(barred, raw)
        if header is not None and header.tabs:
            raw = barred
        if found:
            header, last = found, None
            rows[line.number] = Row(line.number, header=True)
            continue
        if header is None:
            continue
        cells = list(_cells(raw, pipes=header.pipes, tabs=header.tabs))
        if not raw.strip() or not _is_row(raw, cells, header):
            header = header if _is_rule(raw) else None
            if header:
                rows[line.number] = Row(line.number, header=True)
            continue
        last = _place(line, cells, header, last, rows)
        last.header = last.header or _is_over(last, cleaned)
    return rows


def _tabs_as_bars(text: str, cleaned: str) -> str:
    """The cleaned letters with a bar where a tab was; same length."""
    if "\t" not in text:
        return cleaned
    return "".join(
        "|" if own == "\t" else letter for own, letter in zip(text, cleaned, strict=True)
    )


def _read_tabbed(barred: str, raw: str) -> _Header | None:
    """A header as spreadsheets paste it: one tab between two cells; more of them only make room."""
    if "|" in raw or "|" not in barred or "||" in barred:
        return None
    found = _read_header(barred)
    return replace(found, tabs=True) if found else None


def _is_rule(raw: str) -> bool:
    return bool(raw.strip()) and not any(char.isalnum() for char in raw)


def _cells(raw: str, *, pipes: bool, tabs: bool = False) -> Iterator[tuple[int, int]]:
    """Ranges of the cells in a line, blanks trimmed; empty pipe cells are kept as empty ranges."""
    begin = 0
    marks = (
        [(match.start(), match.end()) for match in re.finditer(r"\|", raw)]
        if pipes
        else [(match.start(), match.end()) for match in _GAP.finditer(raw)]
    )
    for low, high in [*marks, (len(raw), len(raw))]:
        start, end = begin, low
        while start < end and raw[start].isspace():
            start += 1
        while end > start and raw[end - 1].isspace():
            end -= 1
        if start < end or tabs or (pipes and begin > 0 and low < len(raw)):
            yield start, end
        begin = high


def _read_header(raw: str) -> _Header | None:
    pipes = raw.count("|") >= 1
    cells = list(_cells(raw, pipes=pipes))
    if not 2 <= len(cells) <= 8 or any(len(raw[a:b].split()) > _MAX_CELL_WORDS for a, b in cells):
        return None
    roles = tuple(_role(raw[start:end]) for start, end in cells)
    if "action" not in roles or not {"who", "when"} & set(roles):
        return None
    return _Header(roles, tuple(start for start, _ in cells), pipes)


def _role(cell: str) -> Role:
    folded = fold(cell).strip(" *:_")
    for role, pattern in _ROLES:
        if pattern.search(folded):
            return role
    return "other"


def _is_row(raw: str, cells: list[tuple[int, int]], header: _Header) -> bool:
    if header.pipes:
        return raw.count("|") >= 1 and not _is_rule(raw)
    indented = raw[: header.starts[0]].strip() == ""
    return not _is_rule(raw) and (
        len(cells) >= 2 or (indented and bool(cells) and cells[0][0] > header.starts[0] + 3)
    )


def _place(
    line: Line,
    cells: list[tuple[int, int]],
    header: _Header,
    last: Row | None,
    rows: dict[int, Row],
) -> Row:
    row = Row(line.number)
    for index, (start, end) in enumerate(cells):
        column = index if header.pipes else _nearest(start, header.starts)
        if start < end and column < len(header.roles):
            role = header.roles[column]
            row.cells.setdefault(role, []).append(
                (line.number, line.start + start, line.start + end)
            )
    rows[line.number] = row
    if last is not None and "action" not in row.cells and not header.pipes:
        return _merge(last, row)
    if (
        last is not None
        and header.pipes
        and "action" in row.cells
        and not {"who", "when", "number"} & set(row.cells)
    ):
        return _merge(last, row)
    return row


def _merge(last: Row, row: Row) -> Row:
    for role, ranges in row.cells.items():
        last.cells.setdefault(role, []).extend(ranges)
    row.merged = True
    return last


def _nearest(start: int, columns: tuple[int, ...]) -> int:
    return min(range(len(columns)), key=lambda index: abs(columns[index] - start))


def find_stacked(lines: list[Line], cleaned: str) -> dict[int, Row]:
    """Rows of tables that lost their columns: one cell a line, as pasted text often has them.

    Known by three to seven short lines in a row that name different columns; the cells follow in
    the same order. The table ends where the lines no longer fill a row.
    """
    filled = [line for line in lines if cleaned[line.start : line.end].strip()]
    rows: dict[int, Row] = {}
    at = 0
    while at < len(filled):
        roles = _stacked_header(filled[at : at + 7], cleaned)
        if not roles:
            at += 1
            continue
        for line in filled[at : at + len(roles)]:
            rows[line.number] = Row(line.number, header=True)
        at = _fill_stacked(filled, at + len(roles), roles, cleaned, rows)
    return rows


def _stacked_header(lines: list[Line], cleaned: str) -> tuple[Role, ...]:
    """The columns that these lines name, one each; empty when they are no header."""
    roles: list[Role] = []
    for line in lines:
        cell = cleaned[line.start : line.end].strip()
        ends = cell[-1] in ":;" or (cell[-1] == "." and len(cell) > _LONGEST_SHORTENING)
        role = "other" if ends or len(cell.split()) > 3 else _role(cell)
        if role == "other" or role in roles:
            break
        roles.append(role)
    if len(roles) < 3 or "action" not in roles or not {"who", "when"} & set(roles):
        return ()
    return tuple(roles)


def _fill_stacked(
    filled: list[Line], at: int, roles: tuple[Role, ...], cleaned: str, rows: dict[int, Row]
) -> int:
    """Read rows of cells from line ``at`` on; returns where the table ends."""
    while at + len(roles) <= len(filled):
        group = filled[at : at + len(roles)]
        if not _is_stacked_row(group, roles, cleaned):
            break
        row = Row(group[0].number)
        for line, role in zip(group, roles, strict=True):
            raw = cleaned[line.start : line.end]
            start = line.start + len(raw) - len(raw.lstrip())
            row.cells.setdefault(role, []).append((line.number, start, start + len(raw.strip())))
            rows[line.number] = Row(line.number, merged=True)
        row.header = _is_over(row, cleaned)
        rows[group[0].number] = row
        at += len(roles)
    return at


def _is_stacked_row(group: list[Line], roles: tuple[Role, ...], cleaned: str) -> bool:
    """A number where numbers stand, and an action that is the longest cell or nearly so."""
    cells = [cleaned[line.start : line.end].strip() for line in group]
    for cell, role in zip(cells, roles, strict=True):
        if role == "number" and not re.fullmatch(r"\W*+\d{1,3}+\W*+", cell):
            return False
        if role == "who" and (len(cell.split()) > 14 or cell.endswith(".")):
            return False
    return True


def _is_over(row: Row, cleaned: str) -> bool:
    """Whether the date or the state of a row says that nothing is owed any more."""
    cells = [*row.cells.get("when", ()), *row.cells.get("status", ())]
    return any(_OVER.fullmatch(fold(cleaned[start:end])) for _line, start, end in cells)
