"""Scoring an extraction against a document of the corpus.

An extracted item and an expected one match when their words overlap by at least 0.6 of the
longer text and neither is more than twice as long as the other; each counts once.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from consuno.reader import COMMITMENT_KINDS, Extraction, Item
from consuno.reader.text import fold

CORPUS = Path(__file__).parent / "corpus"
OVERLAP = 0.6
LENGTH_RATIO = 2.0
_WORD = re.compile(r"[^\W_]+")


@dataclass(slots=True)
class Score:
    """Counts that can be added up over documents."""

    documents: int = 0
    expected: int = 0
    found: int = 0
    matched: int = 0
    kinds: int = 0
    dated: int = 0
    dated_right: int = 0
    undated: int = 0
    undated_right: int = 0
    responsibles: int = 0
    responsibles_right: int = 0
    negatives: int = 0
    invented: int = 0
    challenges: int = 0
    challenges_right: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(
            *(getattr(self, part.name) + getattr(other, part.name) for part in fields(self))
        )

    @property
    def precision(self) -> float:
        return self.matched / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.matched / self.expected if self.expected else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def words(text: str) -> Counter[str]:
    """Words of a text, folded; a word cut at a line end counts as its halves."""
    return Counter(_WORD.findall(fold(text)))


def similar(one: str, other: str) -> float:
    """Shared words over the words of the longer text; 0 when one is over twice as long."""
    first, second = words(one), words(other)
    longer, shorter = max(first.total(), second.total()), min(first.total(), second.total())
    if not shorter or longer > LENGTH_RATIO * shorter:
        return 0.0
    return (first & second).total() / longer


def match(texts: list[str], wanted: list[str]) -> dict[int, int]:
    """Pairs (index in ``wanted`` to index in ``texts``), best first, one to one."""
    pairs = sorted(
        (
            (similar(text, want), here, there)
            for here, text in enumerate(texts)
            for there, want in enumerate(wanted)
        ),
        reverse=True,
    )
    taken: set[int] = set()
    found: dict[int, int] = {}
    for value, here, there in pairs:
        if value >= OVERLAP and here not in taken and there not in found:
            taken.add(here)
            found[there] = here
    return found


def same_party(item: Item, names: list[str]) -> bool:
    """Whether the responsible parties are those expected, by code or by name."""
    if not names:
        return True
    if len(item.responsible) != len(names):
        return False
    return all(
        any(_names(party.body, party.name, name) for party in item.responsible) for name in names
    )


_SMALL = {"el", "la", "los", "las", "the", "de", "del", "of", "a", "un", "una"}


def _names(code: str | None, written: str, name: str) -> bool:
    if code and code.removesuffix(":each") == name.removesuffix(":each"):
        return True
    one, other = set(words(written)) - _SMALL, set(words(name)) - _SMALL
    return bool(one and other) and len(one & other) * 2 > max(len(one), len(other))


def score(extraction: Extraction, expected: dict[str, Any]) -> Score:
    """Figures of one document. Optional texts are neither wanted nor held against it."""
    optional = list(expected.get("optional", []))
    items = [item for item in extraction.items if item.kind in COMMITMENT_KINDS]
    wanted = [item for item in expected["items"] if item["kind"] in COMMITMENT_KINDS]
    pairs = match([item.text for item in items], [item["text"] for item in wanted])
    spare = [item for index, item in enumerate(items) if index not in pairs.values()]
    forgiven = match([item.text for item in spare], [_text(entry) for entry in optional])
    result = Score(documents=1, expected=len(wanted), matched=len(pairs))
    result.found = len(items) - len(forgiven)
    if not expected["items"]:
        result.negatives, result.invented = 1, result.found
    for there, here in pairs.items():
        _score_pair(result, items[here], wanted[there])
    challenges = match(
        [found.text for found in extraction.challenges], expected.get("challenges", [])
    )
    result.challenges = len(expected.get("challenges", []))
    result.challenges_right = len(challenges)
    return result


def _text(entry: Any) -> str:
    return entry["text"] if isinstance(entry, dict) else str(entry)


def _score_pair(result: Score, item: Item, want: dict[str, Any]) -> None:
    result.kinds += item.kind == want["kind"]
    resolved = (want.get("deadline") or {}).get("resolved")
    found = item.deadline.resolved.isoformat() if item.deadline.resolved else None
    if resolved:
        result.dated += 1
        result.dated_right += found == resolved
    else:
        result.undated += 1
        result.undated_right += found is None
    if want.get("responsible"):
        result.responsibles += 1
        result.responsibles_right += same_party(item, want["responsible"])


def documents(folder: Path = CORPUS) -> list[tuple[Path, dict[str, Any]]]:
    """Every document of the corpus with what is expected of it."""
    found = []
    for answers in sorted(folder.glob("*.json")):
        for suffix in (".txt", ".md"):
            paper = answers.with_suffix(suffix)
            if paper.exists():
                found.append((paper, json.loads(answers.read_text(encoding="utf-8"))))
    return found
