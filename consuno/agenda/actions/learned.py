"""The reader's second tier learns from this installation's own reviews, and sends nothing anywhere."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from consuno.agenda.models import LearnedScorer
from consuno.agenda.queries.learned import reviewed_papers, scorer_in_use
from consuno.core import audit, clock
from consuno.reader.possible.scorer import Scorer, shipped
from consuno.reader.possible.training import Example, Model, train

#: Of fewer papers, or of fewer duties or other sentences, nothing is learned that holds for more.
FEWEST_PAPERS = 4
FEWEST_OF_EACH = 12
FOLDS = 5
#: Few rounds: what ships stays the ground of it.
ROUNDS = 3


class Outcome(enum.Enum):
    """What came of it."""

    TOO_FEW = "too few"
    NO_BETTER = "no better"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Learning:
    """What came of it, from how much, and the shares of pairs in the right order, before and after."""

    outcome: Outcome
    papers: int
    sentences: int
    before: float = 0.0
    after: float = 0.0


def learn_from_reviews() -> Learning:
    """Train on what people accepted, added, rejected and dismissed; keep it only if it is better.

    Better: in a cross-validation by paper, a duty scores above another sentence of the papers
    unseen in more pairs of the two than with the scorer in use.
    """
    papers = list(reviewed_papers())
    examples = [example for paper in papers for example in paper]
    duties = sum(duty for _places, duty in examples)
    size = (len(papers), len(examples))
    if len(papers) < FEWEST_PAPERS or min(duties, len(examples) - duties) < FEWEST_OF_EACH:
        return Learning(Outcome.TOO_FEW, *size)
    before = _in_order([(scorer_in_use().score(places), duty) for places, duty in examples])
    after = _in_order(_unseen(papers))
    if after <= before:
        return Learning(Outcome.NO_BETTER, *size, before, after)
    _keep(train(examples, start=shipped().model, rounds=ROUNDS), len(papers), len(examples))
    return Learning(Outcome.KEPT, *size, before, after)


def _unseen(papers: Sequence[list[Example]]) -> list[tuple[float, bool]]:
    """Scores of every sentence by weights that saw no other one of its paper."""
    marks = []
    for fold in range(min(FOLDS, len(papers))):
        learned = [each for at, paper in enumerate(papers) if at % FOLDS != fold for each in paper]
        model = train(learned, start=shipped().model, rounds=ROUNDS)
        for paper in papers[fold::FOLDS]:
            marks += [(model.score(places), duty) for places, duty in paper]
    return marks


def _in_order(marks: Sequence[tuple[float, bool]]) -> float:
    """The share of pairs of a duty and another sentence in which the duty scores higher, 0 to 1."""
    duties = [mark for mark, duty in marks if duty]
    others = [mark for mark, duty in marks if not duty]
    right = sum((one > two) + (one == two) / 2 for one in duties for two in others)
    return right / (len(duties) * len(others))


@transaction.atomic
def _keep(model: Model, papers: int, sentences: int) -> None:
    about = {"made": clock.today().isoformat(), "papers": papers, "sentences": sentences}
    kept = LearnedScorer.objects.create(content=Scorer(model, shipped().threshold, about).dump())
    audit.record("learned_scorer", kept, by=None, on_behalf_of="", papers=papers)
