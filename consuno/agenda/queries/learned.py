"""What people said of the sentences of their papers, and the scorer that is in use."""

from __future__ import annotations

from collections.abc import Iterator

from consuno.agenda.models import LearnedScorer, Minutes, Verdict
from consuno.reader.blocks import build_blocks
from consuno.reader.genre import read_genre
from consuno.reader.model import Span
from consuno.reader.possible.looking import Taken, sentences
from consuno.reader.possible.ngrams import features
from consuno.reader.possible.scorer import Scorer, load, shipped
from consuno.reader.possible.training import Example


def scorer_in_use() -> Scorer:
    """The newest that this installation learned, or the one that ships."""
    learned = LearnedScorer.objects.first()
    return load(learned.content) if learned else shipped()


def reviewed_papers() -> Iterator[list[Example]]:
    """The sentences of each paper of which people said something: duty or not.

    A duty is what is on the agenda, or what a person added; none is what somebody saw nothing in
    and what a Secretariat rejects. Of the rest nobody said anything, unless nothing of the paper
    is left to look at: then it was read, and there is no duty in it.
    """
    papers = Minutes.objects.filter(withdrawn_at=None).defer("content")
    for minutes in papers.prefetch_related("candidates__verdicts", "possible").order_by("pk"):
        if not minutes.being_read:
            examples = _examples(minutes)
            if examples:
                yield examples


def _examples(minutes: Minutes) -> list[Example]:
    duties, others, open_ = _said(minutes)
    blocks = build_blocks(minutes.text)
    genre = read_genre(blocks)
    examples: list[Example] = []
    for each in sentences(blocks):
        if duties.most_of(each.spans):
            examples.append((features(each.text, genre), True))
        elif others.most_of(each.spans) or not (open_ or duties.pairs == []):
            examples.append((features(each.text, genre), False))
    return examples


def _said(minutes: Minutes) -> tuple[Taken, Taken, bool]:
    """Places of duties, places of none, and whether something is still to be looked at."""
    duties, others = [], []
    open_ = any(each.state == "unseen" for each in minutes.possible.all())
    for each in minutes.candidates.all():
        if each.merged_into_id is not None or each.left_at is not None:
            continue
        words = {said.word for said in each.verdicts.all() if said.revision == each.revision}
        if each.confirmed or (not each.rule and Verdict.Word.REJECTED not in words):
            duties += each.spans
        elif Verdict.Word.REJECTED in words:
            others += each.spans
        else:
            open_ = True
    others += [
        span for row in minutes.possible.all() if row.state == "nothing" for span in row.spans
    ]
    return Taken([Span(*span) for span in duties]), Taken([Span(*span) for span in others]), open_
