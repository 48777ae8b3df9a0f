"""Which sentences of a paper to look at, best first."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from consuno.reader.blocks import Block
from consuno.reader.genre import Genre
from consuno.reader.model import Possible, Span
from consuno.reader.possible.ngrams import features
from consuno.reader.possible.scorer import Scorer, shipped
from consuno.reader.sentences import split_clauses, split_sentences

#: A sentence of fewer words holds no act with its object.
_FEWEST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Sentence:
    """What stands between two stops or semicolons, and where."""

    text: str
    lines: tuple[int, ...]
    spans: tuple[Span, ...]


def sentences(blocks: Sequence[Block]) -> Iterator[Sentence]:
    """Those of a paper, in its order; footnotes bind nobody."""
    for block in blocks:
        if block.footnote:
            continue
        for start, end in split_sentences(block.text):
            for clause in split_clauses(block.text, start, end):
                text = block.text[slice(*clause)]
                if len(text.split()) >= _FEWEST_WORDS:
                    spans = block.locate(*clause)
                    yield Sentence(" ".join(text.split()), block.lines_of(spans), spans)


def look(
    blocks: Sequence[Block], genre: Genre, told: Sequence[Span], scorer: Scorer | None = None
) -> tuple[Possible, ...]:
    """Sentences worth a look, best first, of those not ``told`` by a rule for the greater part."""
    scorer = scorer or shipped()
    taken = Taken(told)
    found = [
        Possible(each.text, each.lines, each.spans, score)
        for each in sentences(blocks)
        if not taken.most_of(each.spans)
        and (score := scorer.score(features(each.text, genre))) >= scorer.threshold
    ]
    return tuple(sorted(found, key=lambda each: (-each.score, each.lines)))


class Taken:
    """The parts of a paper that items quote."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self.pairs: list[tuple[int, int]] = []
        for start, end in sorted((span.start, span.end) for span in spans):
            if self.pairs and start <= self.pairs[-1][1]:
                self.pairs[-1] = (self.pairs[-1][0], max(end, self.pairs[-1][1]))
            else:
                self.pairs.append((start, end))

    def most_of(self, spans: Sequence[Span]) -> bool:
        """Whether half of the letters of ``spans`` or more are taken."""
        length = sum(span.end - span.start for span in spans)
        return 2 * sum(map(self._taken, spans)) >= length > 0

    def _taken(self, span: Span) -> int:
        index = max(bisect_right(self.pairs, (span.start, span.start)) - 1, 0)
        letters = 0
        while index < len(self.pairs) and self.pairs[index][0] < span.end:
            start, end = self.pairs[index]
            letters += max(0, min(end, span.end) - max(start, span.start))
            index += 1
        return letters
