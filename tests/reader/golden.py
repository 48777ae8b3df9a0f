"""The figures of the reader on the minutes of San Salvador, February 2013, against gold data."""

import json
from dataclasses import dataclass

from consuno.reader import Extraction, Item, extract
from tests.shared import SHARED

MINUTES = SHARED / "minutes" / "2013-02-20-san-salvador.es.txt"
WRITTEN = {"explicit", "inherited", "anaphora"}


@dataclass
class Figures:
    spans: int = 0
    extra: int = 0
    kinds: int = 0
    deadlines: int = 0
    responsible: int = 0
    written: int = 0
    challenges: int = 0
    groups_taken: int = 0


def squeeze(text: str) -> str:
    return " ".join(text.split())


def load(name: str) -> list[dict]:
    return json.loads((SHARED / "minutes" / name).read_text(encoding="utf-8"))


def read() -> Extraction:
    return extract(MINUTES.read_text(encoding="utf-8"))


def measure(found: Extraction) -> Figures:
    """Compare with the gold data; a span counts when words and lines are the same."""
    figures = Figures()
    by_span = {(squeeze(item.text), item.lines): item for item in found.items}
    for want in load("commitments.json"):
        item = by_span.pop((squeeze(want["text"]), tuple(want["line_numbers"])), None)
        if item is not None:
            compare(figures, item, want)
    figures.extra = len(by_span)
    texts = {squeeze(challenge.text) for challenge in found.challenges}
    for want in load("challenges.json"):
        hit = squeeze(want["text"]) in texts
        figures.challenges += hit and want["kind"] == "challenge"
        figures.groups_taken += hit and want["kind"] != "challenge"
    return figures


def compare(figures: Figures, item: Item, want: dict) -> None:
    figures.spans += 1
    figures.kinds += item.kind == want["kind"]
    resolved = item.deadline.resolved.isoformat() if item.deadline.resolved else None
    figures.deadlines += resolved == want["deadline"]
    if want["responsible_basis"] in WRITTEN:
        figures.written += 1
        figures.responsible += {p.body for p in item.responsible} == set(want["responsible"])
