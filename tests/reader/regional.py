"""The reader on restated regional texts that it was not written for.

A label is found when an item holds at least half of the words of its span; an item is right when
it holds half of the words of some label (merged and split readings are both accepted). The texts
are restatements, so every figure is "on restated text".
"""

from __future__ import annotations

import datetime
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from consuno.reader import Item, extract
from consuno.reader.gazetteer import find_bodies
from consuno.reader.text import fold
from consuno.reader.tokens import tokenize
from tests.reader.scoring import words
from tests.shared import SHARED

CORPUS = SHARED / "minutes" / "corpus"
#: Other bodies, other layouts; what it gave at first contact is in docs/explanation/reader.md.
OTHERS = SHARED / "minutes" / "corpus2"
OWED = {"agreement", "request", "offer", "proposal"}
HALF = 0.5
SMALL = {"el", "la", "los", "las", "the", "de", "del", "of", "a", "y", "and", "que", "en", "to"}


@dataclass
class Regional:
    """Counts over the labelled documents."""

    labels: int = 0
    found: int = 0
    items: int = 0
    right: int = 0
    invented: int = 0
    empty_documents: int = 0
    responsible: int = 0
    responsible_right: int = 0
    dated: int = 0
    dated_right: int = 0
    undated: int = 0
    undated_right: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        precision = self.right / self.items if self.items else 0.0
        recall = self.found / self.labels if self.labels else 0.0
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def text_of(name: str, corpus: Path = CORPUS) -> str:
    return (corpus / name).read_text("utf-8").partition("\n---\n")[2].lstrip("\n")


def holds(item: Item, span: str) -> float:
    """Share of the words of the span that the item has."""
    wanted = words(span)
    return (wanted & words(item.text)).total() / max(1, wanted.total())


def covered(label: dict, items: list[Item]) -> Item | None:
    best = max(items, key=lambda item: holds(item, label["span"]), default=None)
    return best if best is not None and holds(best, label["span"]) >= HALF else None


def same_body(item: Item, names: list[str]) -> bool:
    """As many bodies as named, each sharing most words (or its code) with one named."""
    parties = item.responsible
    if len(parties) != len(names):
        return False
    return all(any(alike(party.name, party.body, name) for party in parties) for name in names)


def codes_in(name: str) -> set[str]:
    """Codes of the bodies that a label names."""
    return {each.code.removesuffix(":each") for each in find_bodies(tokenize(name), crm=True)}


def alike(written: str, code: str | None, name: str) -> bool:
    one = {word[:5] for word in set(words(written)) - SMALL}
    other = {word[:5] for word in set(words(name)) - SMALL}
    if one and other and len(one & other) * 2 >= max(len(one), len(other)):
        return True
    plain = (code or "").removesuffix(":each")
    return bool(plain) and plain in codes_in(name)


def measure(names: set[str] | None = None, corpus: Path = CORPUS) -> Regional:
    total = Regional()
    for document in json.loads((corpus / "labels.json").read_text("utf-8")):
        if names is None or document["file"] in names:
            _measure(total, document, corpus)
    return total


def _measure(total: Regional, document: dict[str, Any], corpus: Path) -> None:
    day = datetime.date.fromisoformat(document["meeting_date"])
    found = extract(text_of(document["file"], corpus), date=day)
    items = [item for item in found.items if item.kind in OWED and item.actionable]
    labels = document["commitments"]
    total.labels += len(labels)
    total.items += len(items)
    if not labels:
        total.empty_documents += 1
        total.invented += len(items)
    for item in items:
        right = any(holds(item, label["span"]) >= HALF for label in labels)
        total.right += right
        if not right:
            total.misses.append(f"{document['file'][:14]} INVENTED {fold(item.text)[:110]}")
    for label in labels:
        item = covered(label, items)
        if item is None:
            total.misses.append(f"{document['file'][:14]} MISSED {label['span'][:110]}")
        else:
            _compare(total, document, item, label)


def _compare(total: Regional, document: dict, item: Item, label: dict) -> None:
    total.found += 1
    if label["responsible"]:
        total.responsible += 1
        right = same_body(item, label["responsible"])
        total.responsible_right += right
        if not right:
            got = [party.body or party.name for party in item.responsible]
            total.misses.append(f"{document['file'][:14]} WHO {label['responsible']} got {got}")
    resolved = item.deadline.resolved.isoformat() if item.deadline.resolved else None
    if label["deadline_iso"]:
        total.dated += 1
        total.dated_right += resolved == label["deadline_iso"]
    else:
        total.undated += 1
        total.undated_right += resolved is None
    if resolved != label["deadline_iso"]:
        total.misses.append(
            f"{document['file'][:14]} WHEN {label['deadline_text']} {label['deadline_iso']} got {resolved}"
        )


def dates(corpus: Path = CORPUS) -> tuple[int, int, list[str]]:
    """Deadline sentences right, of how many, and what was wrong."""
    wrong, rows = [], json.loads((corpus / "dates.json").read_text("utf-8"))
    for row in rows:
        day = datetime.date.fromisoformat(row["meeting_date"])
        items = extract(row["sentence"], date=day).items
        resolved = next((i.deadline.resolved for i in items if i.deadline.resolved), None)
        got = resolved.isoformat() if resolved else None
        if got != row["resolved"] and got not in _accepted(row):
            wrong.append(
                f"{row['kind']} {row['phrase']} {row['resolved']} got {got} | {row['sentence'][:120]}"
            )
    return len(rows) - len(wrong), len(rows), wrong


def _accepted(row: dict) -> list[str | None]:
    other = row.get("accept") or []
    other = other if isinstance(other, list) else [other]
    days = [each.get("resolved", "") if isinstance(each, dict) else each for each in other]
    return [day for day in days if day != ""]
