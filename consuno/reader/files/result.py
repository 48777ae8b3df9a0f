"""What a file reader hands back."""

from __future__ import annotations

from dataclasses import dataclass, field


class UnreadableError(ValueError):
    """The file cannot be read; the message is one of: encrypted, scanned, broken, unknown."""


@dataclass(slots=True)
class Reading:
    """Lines of text; ``pages`` are the line numbers (from 1) at which pages begin.

    ``notes``: "tracked" (changes read as accepted), "columns" (two columns, order uncertain).
    """

    lines: list[str]
    pages: list[int] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
