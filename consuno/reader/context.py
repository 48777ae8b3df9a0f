"""What reading one paper needs to know throughout."""

from __future__ import annotations

from dataclasses import dataclass, field

from consuno.reader.genre import Genre
from consuno.reader.parties import Memory
from consuno.reader.periods import Anchor


@dataclass(slots=True)
class Paper:
    """The paper's language, day, genre and what it has said so far."""

    language: str
    anchor: Anchor
    genre: Genre
    source: str = ""
    memory: Memory = field(default_factory=Memory)
    bare: bool = False
    #: Two languages side by side: each paragraph is read in its own.
    mixed: bool = False
