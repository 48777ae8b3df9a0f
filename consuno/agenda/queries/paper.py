"""The paper beside its review: its lines, cut where something is marked in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from consuno.agenda.models import Possible
from consuno.agenda.queries.review import Standing


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text, and the candidate or the sentence to look at that it belongs to, if one."""

    text: str
    standing: Standing | None = None
    phrase: Possible | None = None


def marked_lines(
    text: str, standings: Iterable[Standing], possible: Iterable[Possible] = ()
) -> list[tuple[int, list[Piece]]]:
    """Lines of the paper, numbered from 1, cut where something marked begins or ends.

    Where two claim the same words, the first keeps them.
    """
    spans = sorted(
        [
            *((*span, each) for each in standings for span in each.candidate.spans),
            *((*span, each) for each in possible for span in each.spans),
        ],
        key=lambda span: span[:2],
    )
    lines, start, at = [], 0, 0
    for number, line in enumerate(text.split("\n"), start=1):
        end, pieces, cursor = start + len(line), [], start
        while at < len(spans) and spans[at][0] < end:
            first, last, mark = spans[at]
            first = max(first, cursor)
            if first > cursor:
                pieces.append(Piece(text[cursor:first]))
                cursor = first
            if min(last, end) > first:
                pieces.append(_piece(text[first : min(last, end)], mark))
                cursor = min(last, end)
            if last > end:
                break  # it goes on in the next line
            at += 1
        if cursor < end:
            pieces.append(Piece(text[cursor:end]))
        lines.append((number, pieces))
        start = end + 1
    return lines


def _piece(text: str, mark: Standing | Possible) -> Piece:
    return Piece(text, phrase=mark) if isinstance(mark, Possible) else Piece(text, mark)
