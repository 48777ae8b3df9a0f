"""What a file holds, once read: one small model for every format, and the lines it becomes.

A document is its blocks in order, with what was left out of them. The reader of minutes reads lines:
`Document.lines` writes one for each block, a table row as its cells between bars.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["paragraph", "heading", "item", "row", "footnote"]
#: What a line shows in place of words that were left out of it.
LEFT_OUT = "[…]"


class UnreadableError(ValueError):
    """The file cannot be read; the message is a word for why, as "encrypted", "scanned" or "broken"."""


@dataclass(slots=True)
class Block:
    """A paragraph, a heading, an item with its number as shown, a table row or a footnote.

    The cells of a row stand in their columns: one that spans several is repeated in each. `page` is
    the page it stands on, from 1, where the file has pages.
    """

    kind: Kind
    text: str = ""
    number: str = ""
    cells: tuple[str, ...] = ()
    page: int = 0

    def lines(self) -> Iterator[str]:
        """The block as it is shown: lines that the paper breaks stay broken."""
        if self.kind == "row":
            yield "| " + " | ".join(" ".join(cell.split()) for cell in self.cells) + " |"
            return
        first, *rest = self.text.split("\n")
        yield f"{self.number} {first}".strip() if self.number else first
        yield from rest


@dataclass(slots=True)
class Document:
    """The blocks of a file, and a word for each kind of thing that is not read as text.

    ``notes``: "tracked" (changes read as accepted), "comments", "struck", "hidden", "figures",
    "pictures" (whole pages), "pages" (broken ones), "columns" (two columns, order uncertain), "ordered"
    (two, put in order), "attached:NAME" (a file of a mail left unread), "forwarded" (the file of a mail is read).
    """

    blocks: list[Block] = field(default_factory=list)
    notes: set[str] = field(default_factory=set)

    def lines(self) -> list[str]:
        """All lines, as the minutes are stored."""
        return [line for block in self.blocks for line in block.lines()]

    def pages(self) -> list[int]:
        """The line (from 1) at which each page begins; empty where the file has none."""
        begins: list[int] = []
        line = 1
        for block in self.blocks:
            begins += [line] * (block.page - len(begins))
            line += sum(1 for _ in block.lines())
        return begins
