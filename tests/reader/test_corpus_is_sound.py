"""The corpus by which the extractor is measured is itself consistent.

Each folder of ``HALVES`` that is present holds documents with gold annotations beside them; its
README says how they were made.
"""

from __future__ import annotations

import datetime
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
#: Folder of each half -> fewest documents it must hold.
HALVES = {"corpus": 32, "corpus_held_out": 12}
PRESENT = [name for name in HALVES if (HERE / name).is_dir()]
PAPERS = sorted(
    path
    for name in PRESENT
    for pattern in ("*.es.txt", "*.en.txt", "*.es.md", "*.en.md")
    for path in (HERE / name).glob(pattern)
)
KINDS = {"priority", "agreement", "request", "offer", "proposal", "decision", "note"}
DATED = {"day", "month", "quarter", "range"}
UNDATED = {"recurrent", "tbd"}
DEADLINE_KINDS = DATED | UNDATED | {"relative", "event"}
LIST_MARKER = re.compile(r"^(?:[-*•·]\s|\(?[a-z0-9ivx]{1,3}[.)]\s|\[[ xX]\]|\|)")


def flat(text: str) -> str:
    """Give ``text`` with words cut at a line end joined and white space collapsed."""
    joined = re.sub(r"(?<=[^\W\d_])-\n\s*(?=[^\W\d_])", "", text.replace("\ufffd", ""))
    return " ".join(joined.split())


def gold_of(paper: Path) -> dict[str, Any]:
    """Read the annotations that stand beside ``paper``."""
    gold: dict[str, Any] = json.loads(paper.with_suffix(".json").read_text(encoding="utf-8"))
    return gold


@pytest.fixture(params=PAPERS, ids=lambda paper: f"{paper.parent.name}/{paper.name}")
def paper(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def test_every_gold_text_is_in_its_paper(paper: Path) -> None:
    source, gold = flat(paper.read_text(encoding="utf-8")), gold_of(paper)
    texts = [item["text"] for item in gold["items"]] + gold["challenges"]
    for text in [*texts, *gold.get("optional", [])]:
        assert text == flat(text)
        assert text in source
        assert not LIST_MARKER.match(text)
    assert len(set(texts)) == len(texts)


def test_the_items_come_in_the_order_of_the_paper_and_do_not_overlap(paper: Path) -> None:
    source, end = flat(paper.read_text(encoding="utf-8")), 0
    for item in gold_of(paper)["items"]:
        start = source.find(item["text"], end)
        assert start >= 0, item["text"]
        end = start + len(item["text"])


def test_kinds_names_and_deadlines_are_well_formed(paper: Path) -> None:
    gold = gold_of(paper)
    for item in gold["items"]:
        assert set(item) == {"text", "kind", "responsible", "deadline"}
        assert item["kind"] in KINDS
        assert all(name and name == name.strip() for name in item["responsible"])
        if item["deadline"] is not None:
            check_deadline(item["deadline"], gold["date"])


def check_deadline(deadline: dict[str, Any], meeting: str | None) -> None:
    """Assert that a deadline is of a known kind and resolves as its kind allows."""
    kind, resolved = deadline["kind"], deadline["resolved"]
    assert kind in DEADLINE_KINDS
    if kind in DATED:
        assert resolved is not None
    if kind in UNDATED:
        assert resolved is None
    if resolved is None:
        return
    day = datetime.date.fromisoformat(resolved)
    if meeting is not None:
        assert day >= datetime.date.fromisoformat(meeting)
    if kind == "month":
        assert (day + datetime.timedelta(days=1)).day == 1
    if kind == "quarter":
        assert (day.month, day.day) in {(3, 31), (6, 30), (9, 30), (12, 31)}


def test_the_label_of_a_paper_agrees_with_its_name(paper: Path) -> None:
    gold = gold_of(paper)
    assert {"genre", "decade", "language", "date", "note", "items", "challenges"} <= set(gold)
    assert gold["language"] == paper.name.split(".")[-2]
    assert re.fullmatch(r"(19[5-9]|20[0-2])0s", gold["decade"])
    if gold["date"] is not None:
        datetime.date.fromisoformat(gold["date"])
        assert gold["decade"] == gold["date"][:3] + "0s"
    assert len(paper.read_text(encoding="utf-8").splitlines()) <= 80


@pytest.mark.parametrize("half", ["corpus"])
def test_the_corpus_is_balanced(half: str) -> None:
    papers = [path for path in PAPERS if path.parent.name == half]
    golds = [gold_of(path) for path in papers]
    languages = Counter(gold["language"] for gold in golds)
    assert len(papers) >= HALVES[half]
    assert abs(languages["es"] - languages["en"]) <= 2
    assert sum(not gold["items"] for gold in golds) >= 7
    assert len({gold["decade"] for gold in golds}) == 8
    items = [item for gold in golds for item in gold["items"]]
    assert {item["kind"] for item in items} >= KINDS - {"note"}
    assert {item["deadline"]["kind"] for item in items if item["deadline"]} == DEADLINE_KINDS
    undated = sum(item["deadline"] is None for item in items)
    assert len(items) * 0.25 <= undated <= len(items) * 0.6


def test_no_annotation_stands_without_its_paper() -> None:
    stems = {paper.with_suffix(".json") for paper in PAPERS}
    assert {path for name in PRESENT for path in (HERE / name).glob("*.json")} == stems
