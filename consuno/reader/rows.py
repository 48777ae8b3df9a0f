"""A row of an action table as a draft."""

from __future__ import annotations

from consuno.reader.acts import complete
from consuno.reader.blocks import Block
from consuno.reader.context import Paper
from consuno.reader.deadlines import find_deadline, read_date_cell
from consuno.reader.drafts import Draft, Section
from consuno.reader.model import NO_DEADLINE
from consuno.reader.parties import doers
from consuno.reader.tables import Role, Row
from consuno.reader.text import clean, squeeze


def read_row(block: Block, row: Row, paper: Paper, section: Section) -> Draft:
    """Action, doers and date of a row, each from its column."""
    draft = Draft(block, [(0, len(block.text))], "agreement", "table-row", section)
    complete(draft, block.text, paper)
    when = _cell(row, "when", paper)
    if "when" in row.cells and when:
        draft.deadline = read_date_cell(when, paper.anchor, paper.language)
    elif "when" in row.cells:
        draft.deadline = NO_DEADLINE
    elif draft.deadline.kind == "none":  # "In progress, due 30 September"
        draft.deadline = find_deadline(_cell(row, "status", paper), paper.anchor, paper.language)
    draft.responsible = doers(_cell(row, "who", paper), paper.memory)
    return draft


def _cell(row: Row, role: Role, paper: Paper) -> str:
    parts = [paper.source[start:end] for _, start, end in row.cells.get(role, [])]
    return squeeze(clean(" ".join(parts)))
