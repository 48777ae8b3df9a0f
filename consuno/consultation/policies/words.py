"""Which word of a country counts: the last one that its validator confirmed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from consuno.consultation.models import Position


@dataclass(slots=True)
class Word:
    """What one body said of one proposal: what counts, oldest first, and what came after, unconfirmed."""

    counted: list[Position] = field(default_factory=list)
    waiting: list[Position] = field(default_factory=list)

    @property
    def last(self) -> Position | None:
        """What counts today."""
        return self.counted[-1] if self.counted else None

    @property
    def waits(self) -> Position | None:
        """The newest that its validator has not confirmed."""
        return self.waiting[-1] if self.waiting else None

    @property
    def objects(self) -> bool:
        """Whether it objects. What waits clears nothing yet; an objection holds from the day it is made."""
        said = [*([self.last] if self.last else []), *self.waiting]
        return any(each.kind == Position.Kind.OBJECTION for each in said)

    @property
    def objection(self) -> list[Position]:
        """Its objection as it was said and said again since; none where the last word is another."""
        found: list[Position] = []
        for each in reversed(self.counted):
            if each.kind != Position.Kind.OBJECTION:
                break
            found.insert(0, each)
        return found


def word_of(said: Iterable[Position]) -> Word:
    """The word of one body, from all it said, oldest first."""
    word = Word()
    for each in said:
        if each.confirmed_at is None:
            word.waiting.append(each)
        else:
            word.counted.append(each)
            word.waiting.clear()  # a later word took its place
    return word


def words(positions: Iterable[Position]) -> dict[tuple[int, int], Word]:
    """Each body's word on each proposal, by the two keys. Positions with their versions, oldest first."""
    said: dict[tuple[int, int], list[Position]] = {}
    for each in positions:
        said.setdefault((each.version.proposal_id, each.body_id), []).append(each)
    return {key: word_of(found) for key, found in said.items()}
