"""Where the walk through a paper stands: which heading rules, which list is open, what was found."""

from __future__ import annotations

from dataclasses import dataclass, field

from consuno.reader.blocks import Block
from consuno.reader.context import Paper
from consuno.reader.drafts import ChallengeDraft, Draft, Section
from consuno.reader.headings import PROSE, Heading
from consuno.reader.markers import Marker
from consuno.reader.model import Party, SegmentKind
from consuno.reader.nesting import Nesting


@dataclass(slots=True)
class State:
    """Passed from block to block; ``drafts``, ``challenges`` and ``roles`` grow as the walk goes."""

    paper: Paper
    drafts: list[Draft] = field(default_factory=list)
    challenges: list[ChallengeDraft] = field(default_factory=list)
    #: What each block is, and how deep it stands in its list.
    roles: list[tuple[Block, SegmentKind, int]] = field(default_factory=list)
    #: The heading that rules, and the one around it while an opener rules.
    heading: Heading = PROSE
    outer: Heading = PROSE
    section: Section = field(default_factory=lambda: Section("1"))
    sections: int = 0
    nesting: Nesting = field(default_factory=Nesting)
    theme: str | None = None
    #: Whether the list that a heading announces has begun.
    listed: bool = False
    #: Whom an opener names for every item of its list ("Los países acuerdan:").
    inherited: tuple[Party, ...] = ()
    #: The marker of the title under which nothing binds.
    closed_by: Marker | None = None
    #: Whether the paper tells as news do what others agreed.
    news: bool = False
    #: Whether several items of the paper end in a bracket with names (None: nobody has looked).
    assigns: bool | None = None
    #: Whether several lines of the paper put who before what ("Honduras - mandar …").
    names: bool | None = None

    def mark(self, block: Block, kind: SegmentKind, level: int = 0) -> None:
        """Say what a block is."""
        self.roles.append((block, kind, level))
