"""What a document is made of: headings, paragraphs and tables, in an order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

Block = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Paper:
    """A document in one language ("es" or "en"): its title, what stands under it, and its blocks."""

    title: str
    subtitle: str
    language: str
    #: Words at the foot of each page, before its number.
    foot: str
    blocks: list[Block] = field(default_factory=list)

    def data(self) -> dict[str, Any]:
        """Everything, as JSON holds it."""
        return {
            "title": self.title, "subtitle": self.subtitle, "language": self.language,
            "foot": self.foot, "blocks": self.blocks,
        }  # fmt: skip


def heading(words: str, level: int = 1, *, new_page: bool = False) -> Block:
    """A heading; level 1 is a chapter."""
    return {"kind": "heading", "words": words, "level": level, "new_page": new_page}


def para(words: str, *, quiet: bool = False) -> Block:
    """A paragraph; a quiet one is a remark."""
    return {"kind": "para", "words": words, "quiet": quiet}


def table(head: Sequence[str], rows: Sequence[Sequence[object]], widths: Sequence[int]) -> Block:
    """A table whose head is repeated on each page; widths are shares of the line."""
    cells = [[str(cell) for cell in row] for row in rows]
    return {"kind": "table", "head": list(head), "rows": cells, "widths": list(widths)}
