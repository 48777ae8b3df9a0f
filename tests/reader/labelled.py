"""Papers labelled where they stand (papers/README.md): their text, and what is right of them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from consuno.reader import Extraction, Item, extract
from tests.reader.regional import OWED, alike, holds

PAPERS = Path(__file__).parent / "papers"
_MARK = re.compile(r"\[\[([^|\]]+)\|([^|\]]+)\|([^|\]]+)\]\]")


@dataclass(frozen=True)
class Duty:
    """Words of a paper that bind, who is named as bound, and the last day ("-" none, "?" no day)."""

    text: str
    who: tuple[str, ...]
    when: str


@dataclass
class Labelled:
    """A paper without its marks."""

    name: str
    day: datetime.date
    text: str
    duties: list[Duty] = field(default_factory=list)

    def read(self) -> Extraction:
        """What the reader finds in it."""
        return extract(self.text, date=self.day)


def labelled(part: str) -> Iterator[Labelled]:
    """The papers of "learn", "judge" or "fresh", in both languages."""
    for path in sorted(PAPERS.glob(f"{part}.*.txt")):
        for piece in path.read_text("utf-8").split("===== ")[1:]:
            head, _, body = piece.partition("\n")
            name, _, day = head.partition(" | ")
            duties = [Duty(text, _names(who), when) for text, who, when in _MARK.findall(body)]
            yield Labelled(
                name, datetime.date.fromisoformat(day.strip()), _MARK.sub(r"\1", body), duties
            )


def _names(who: str) -> tuple[str, ...]:
    return () if who == "-" else tuple(name.strip() for name in who.split(";"))


@dataclass
class Marks:
    """Counts over papers."""

    duties: int = 0
    found: int = 0
    items: int = 0
    right: int = 0
    owned: int = 0
    owned_right: int = 0
    dated: int = 0
    dated_right: int = 0
    undated: int = 0
    undated_right: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        precision, recall = self.right / max(1, self.items), self.found / max(1, self.duties)
        return 2 * precision * recall / max(1e-9, precision + recall)


def measure(part: str) -> Marks:
    """What the rules are worth on the papers of a part."""
    marks = Marks()
    for paper in labelled(part):
        items = [item for item in paper.read().items if item.kind in OWED and item.actionable]
        marks.items += len(items)
        for item in items:
            right = any(holds(item, duty.text) >= 0.5 for duty in paper.duties)
            marks.right += right
            if not right:
                marks.misses.append(f"{paper.name} INVENTED {item.text}")
        for duty in paper.duties:
            _judge(marks, paper, duty, items)
    return marks


def _judge(marks: Marks, paper: Labelled, duty: Duty, items: list[Item]) -> None:
    marks.duties += 1
    item = max(items, key=lambda each: holds(each, duty.text), default=None)
    if item is None or holds(item, duty.text) < 0.5:
        marks.misses.append(f"{paper.name} MISSED {duty.text}")
        return
    marks.found += 1
    if duty.who:
        right = _same(item, duty.who)
        marks.owned += 1
        marks.owned_right += right
        if not right:
            got = [party.name for party in item.responsible]
            marks.misses.append(f"{paper.name} WHO {duty.who} got {got}: {duty.text}")
    resolved = item.deadline.resolved.isoformat() if item.deadline.resolved else "-"
    right = resolved == duty.when.replace("?", "-")
    if duty.when in {"-", "?"}:
        marks.undated += 1
        marks.undated_right += right
    else:
        marks.dated += 1
        marks.dated_right += right
    if not right:
        marks.misses.append(f"{paper.name} WHEN {duty.when} got {resolved}: {duty.text}")


def _same(item: Item, names: tuple[str, ...]) -> bool:
    parties = item.responsible
    return len(parties) == len(names) and all(
        any(alike(party.name, party.body, name) for party in parties) for name in names
    )
