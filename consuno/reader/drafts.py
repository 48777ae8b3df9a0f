"""Items while the paper is still being read: mutable, and tied to their block."""

from __future__ import annotations

from dataclasses import dataclass, field

from consuno.reader.blocks import Block
from consuno.reader.markers import Marker
from consuno.reader.model import NO_DEADLINE, Deadline, Kind, Party

Range = tuple[int, int]


@dataclass(slots=True)
class Section:
    """A stretch of the paper under one numbered heading. ``label`` opens its items' refs."""

    label: str
    theme: str | None = None
    counters: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class Draft:
    """A candidate on its way to become an Item. ``ranges`` lie in the block's text."""

    block: Block
    ranges: list[Range]
    kind: Kind
    rule: str
    section: Section
    theme: str | None = None
    marker: Marker | None = None
    parent: Draft | None = None
    facet: str | None = None
    responsible: tuple[Party, ...] = ()
    requester: tuple[Party, ...] = ()
    condition: str | None = None
    deadline: Deadline = NO_DEADLINE
    distributive: bool = False
    actionable: bool = True
    depends_on: Draft | None = None
    priority_list: bool = False
    siblings: int = 1
    ref: str = ""

    @property
    def text(self) -> str:
        """The ranges of the block that make the item, joined by a space."""
        return " ".join(self.block.text[start:end] for start, end in self.ranges)


@dataclass(slots=True)
class ChallengeDraft:
    """A challenge with its block and theme."""

    block: Block
    theme: str | None
