"""Train the second tier of the reader (``make reader_model``) and print what it is worth.

It learns from every labelled paper it finds: the project's own and, where the shared folder of
restated papers stands beside the project, those. The figures are of a cross-validation by paper:
no sentence is ever judged by weights that saw another one of its paper.
"""

from __future__ import annotations

import datetime
import json
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from consuno.reader import extract, normalise
from consuno.reader.blocks import build_blocks
from consuno.reader.genre import read_genre
from consuno.reader.possible import looking, scorer
from consuno.reader.possible.ngrams import features
from consuno.reader.possible.training import Example, Model, train
from tests.reader import golden, regional
from tests.reader.labelled import labelled
from tests.reader.scoring import CORPUS, documents, words
from tests.shared import SHARED

WEIGHTS = Path(scorer.__file__).with_name("weights.json")
FOLDS = 10
#: A label is found, or a sentence holds it, when half of the words are the same.
HALF = 0.5
ALIKE = 0.6
#: As low a threshold as shows no more than these shares of the sentences, in all papers and in
#: those that hold no duty: what a person who reviews can bear.
BEARABLE = 0.30
BEARABLE_WHERE_NONE = 0.27


@dataclass
class Paper:
    """A labelled paper: its sentences, which of them rules read, and its labels."""

    name: str
    examples: list[Example]
    texts: list[str]
    told: list[bool]
    labels: list[str]
    found: list[bool]


def papers() -> list[Paper]:
    """Every labelled paper at hand."""
    return [_paper(*each) for each in _labelled()]


def _labelled() -> Iterator[tuple[str, str, list[str], str | None]]:
    """Name, text, sentences that hold a duty, and day of each paper."""
    for folder in sorted(CORPUS.parent.glob("corpus*")):
        for path, want in documents(folder):
            items = [item["text"] for item in want["items"] if item["kind"] != "priority"]
            yield path.name, path.read_text("utf-8"), items, want["date"]
    for part in ("learn", "judge", "fresh"):
        for paper in labelled(part):
            texts = [duty.text for duty in paper.duties]
            yield paper.name, paper.text, texts, paper.day.isoformat()
    if not SHARED.exists():
        return
    for folder in (regional.CORPUS, regional.OTHERS):
        for row in json.loads((folder / "labels.json").read_text("utf-8")):
            spans = [label["span"] for label in row["commitments"]]
            yield row["file"], regional.text_of(row["file"], folder), spans, row["meeting_date"]
    gold = [row["text"] for row in golden.load("commitments.json") if row["kind"] != "priority"]
    yield golden.MINUTES.name, golden.MINUTES.read_text("utf-8"), gold, None


def _paper(name: str, text: str, labels: list[str], day: str | None) -> Paper:
    text = normalise(text)
    blocks = build_blocks(text)
    genre = read_genre(blocks)
    found = extract(text, date=datetime.date.fromisoformat(day) if day else None)
    told = looking.Taken(
        [span for item in found.items if item.kind != "note" for span in item.spans]
    )
    every = list(looking.sentences(blocks))
    return Paper(
        name,
        [(features(each.text, genre), _holds(each.text, labels)) for each in every],
        [each.text for each in every],
        [told.most_of(each.spans) for each in every],
        labels,
        [any(_covers(item.text, label) for item in found.commitments) for label in labels],
    )


def _holds(sentence: str, labels: Sequence[str]) -> bool:
    """Whether a sentence is, for the most part, a labelled duty, or holds one."""
    here = words(sentence)
    return any(
        (here & words(label)).total() >= ALIKE * min(here.total(), words(label).total())
        for label in labels
    )


def _covers(text: str, label: str) -> bool:
    wanted = words(label)
    return (wanted & words(text)).total() >= HALF * wanted.total()


def cross_validate(known: Sequence[Paper]) -> list[list[float]]:
    """The scores of every paper's sentences by weights that never saw the paper."""
    order = list(range(len(known)))
    random.Random(1).shuffle(order)  # noqa: S311 - the order of papers is no secret
    scores: list[list[float]] = [[] for _ in known]
    for fold in range(FOLDS):
        unseen = set(order[fold::FOLDS])
        model = learn([known[index] for index in order if index not in unseen])
        for index in unseen:
            scores[index] = [model.score(places) for places, _ in known[index].examples]
    return scores


def learn(known: Sequence[Paper]) -> Model:
    """Weights from the sentences of the papers."""
    return train([example for paper in known for example in paper.examples])


@dataclass
class Figures:
    """Counts of a threshold: duties found by rules or shown, sentences shown."""

    labels: int = 0
    ruled: int = 0
    seen: int = 0
    sentences: int = 0
    shown: int = 0
    idle: int = 0
    idle_shown: int = 0

    @property
    def recall(self) -> float:
        """Of the duties, those that a rule found or that are shown."""
        return self.seen / max(1, self.labels)

    def as_json(self) -> dict[str, float]:
        """Shares, as the file of weights keeps them."""
        return {
            "recall_of_rules": round(self.ruled / max(1, self.labels), 3),
            "recall": round(self.recall, 3),
            "shown": round(self.shown / max(1, self.sentences), 3),
            "shown_where_none": round(self.idle_shown / max(1, self.idle), 3),
        }


def judge(known: Sequence[Paper], scores: Sequence[Sequence[float]], threshold: float) -> Figures:
    """What a threshold is worth on papers with the scores given."""
    total = Figures()
    for paper, marks in zip(known, scores, strict=True):
        shown = [
            text
            for text, told, mark in zip(paper.texts, paper.told, marks, strict=True)
            if mark >= threshold and not told
        ]
        total.labels += len(paper.labels)
        total.ruled += sum(paper.found)
        total.seen += sum(
            found or any(_covers(text, label) for text in shown)
            for found, label in zip(paper.found, paper.labels, strict=True)
        )
        total.sentences += len(paper.texts)
        total.shown += len(shown)
        if not paper.labels:
            total.idle += len(paper.texts)
            total.idle_shown += len(shown)
    return total


def main() -> int:
    """Train, print the figures and write the weights."""
    known = papers()
    scores = cross_validate(known)
    judged = {step / 100: judge(known, scores, step / 100) for step in range(10, 91)}
    threshold = min(step for step, figures in judged.items() if _bearable(figures))
    for step in (*list(judged)[::10], threshold):
        print(step, judged[step].as_json())
    about = {
        "made": datetime.datetime.now(datetime.UTC).date().isoformat(),  # noqa: TID251 - no travel here
        "papers": len(known),
        "sentences": sum(len(paper.texts) for paper in known),
        "cross_validation": judged[threshold].as_json(),
    }
    WEIGHTS.write_text(scorer.Scorer(learn(known), threshold, about).dump(), encoding="utf-8")
    return 0


def _bearable(figures: Figures) -> bool:
    shares = figures.as_json()
    return shares["shown"] <= BEARABLE and shares["shown_where_none"] <= BEARABLE_WHERE_NONE


if __name__ == "__main__":
    sys.exit(main())
