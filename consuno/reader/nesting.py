"""List nesting from marker families alone, as plain text has lost its indents."""

from __future__ import annotations

from dataclasses import dataclass, field

from consuno.reader.drafts import Draft
from consuno.reader.markers import Marker

Family = tuple[str, str, int]


@dataclass(slots=True)
class Level:
    """One level of the current list: its markers, its last item, and a facet label if any."""

    family: Family
    item: Draft | None = None
    label: str | None = None


@dataclass(slots=True)
class Nesting:
    """The open levels, outermost first. A marker of a family already open closes what is inside."""

    levels: list[Level] = field(default_factory=list)

    def clear(self) -> None:
        """No list is open."""
        self.levels.clear()

    def enter(self, marker: Marker) -> Level:
        """The level of a block with ``marker``.

        Bullets under a lettered label ("a. Temas:") stand inside it even when bullets are also
        open further out.
        """
        family = marker.family
        if self.levels and self.levels[-1].label and self.levels[-1].family != family:
            return self._push(family)
        for depth, level in enumerate(self.levels):
            if level.family == family and not self._labelled_after(depth):
                del self.levels[depth + 1 :]
                level.label = None
                return level
        for depth in range(len(self.levels) - 1, -1, -1):
            if self.levels[depth].family == family:
                del self.levels[depth + 1 :]
                self.levels[depth].label = None
                return self.levels[depth]
        return self._push(family)

    def _labelled_after(self, depth: int) -> bool:
        return any(level.label for level in self.levels[depth + 1 :])

    def _push(self, family: Family) -> Level:
        self.levels.append(Level(family))
        return self.levels[-1]

    def leave_label(self) -> None:
        """Drop the innermost label and what hangs on it."""
        for depth in range(len(self.levels) - 1, -1, -1):
            if self.levels[depth].label:
                del self.levels[depth:]
                return

    @property
    def label(self) -> str | None:
        """The facet label the innermost level stands under."""
        return next((level.label for level in reversed(self.levels[:-1]) if level.label), None)

    @property
    def parent(self) -> Draft | None:
        """The item the innermost level hangs on."""
        return next((level.item for level in reversed(self.levels[:-1]) if level.item), None)
