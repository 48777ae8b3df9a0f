"""Which clause of the version before each paragraph of a new text continues.

A clause keeps its number for life, so that a remark made on it is never read on another. Where two
paragraphs could be the same clause, none is taken to be: a new number costs a second look, a wrong
one puts a country's objection on words it never objected to.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from rapidfuzz import fuzz, process, utils

#: How like (0 to 100) a paragraph has to be to a clause to be that clause, rewritten …
ALIKE = 55.0
#: … and by how much more than to any other.
CLEARLY = 12.0
#: Words in a row that both must have.
ROW = 4
#: Above this many on either side only those between the same neighbours are compared.
FEW = 250


def align(old: Sequence[tuple[int, str]], new: Sequence[str]) -> list[int | None]:
    """Return for each paragraph the number of the clause that it continues; None: it is a new one.

    First those word for word the same, then those clearly alike, each clause at most once.
    """
    before = [plain(text) for _uid, text in old]
    after = [plain(text) for text in new]
    pairs = _same(before, after)
    pairs |= _alike(before, after, pairs)
    return [old[pairs[place]][0] if place in pairs else None for place in range(len(new))]


def plain(text: str) -> str:
    """A text without what its layout adds."""
    return " ".join(text.split())


def _same(before: list[str], after: list[str]) -> dict[int, int]:
    """Word for word: texts that come once on both sides, and repeated ones beside such a pair."""
    once_before, once_after = Counter(before), Counter(after)
    place = {text: at for at, text in enumerate(before) if once_before[text] == 1}
    pairs = {
        at: place[text]
        for at, text in enumerate(after)
        if text and text in place and once_after[text] == 1
    }
    taken = set(pairs.values())
    for step in (1, -1):  # a repeated text is the one that follows, or precedes, the same clause
        order = range(len(after)) if step == 1 else range(len(after) - 1, -1, -1)
        for at in order:
            beside = pairs.get(at - step)
            if at in pairs or beside is None:
                continue
            was = beside + step
            if 0 <= was < len(before) and was not in taken and before[was] == after[at]:
                pairs[at] = was
                taken.add(was)
    return pairs


def _alike(before: list[str], after: list[str], known: dict[int, int]) -> dict[int, int]:
    """Rewritten: each the other's best, and clearly so."""
    gone = sorted(set(range(len(before))) - set(known.values()))
    come = [at for at in range(len(after)) if at not in known and after[at]]
    found: dict[int, int] = {}
    for mine, theirs in _groups(gone, come, known, len(before)):
        found |= _best(mine, theirs, before, after)
    return found


def _groups(
    gone: list[int], come: list[int], known: dict[int, int], many: int
) -> list[tuple[list[int], list[int]]]:
    """Whom to compare with whom: all, or in a long text those between the same neighbours."""
    if max(len(gone), len(come)) <= FEW:
        return [(gone, come)]
    anchors = sorted(known)
    groups: dict[tuple[int, int], tuple[list[int], list[int]]] = {}
    for at in come:
        after = bisect_left(anchors, at)
        low = known[anchors[after - 1]] if after else -1
        high = known[anchors[after]] if after < len(anchors) else many
        between = [was for was in gone if low < was < high]
        groups.setdefault((low, high), (between, []))[1].append(at)
    return list(groups.values())


def _best(gone: list[int], come: list[int], before: list[str], after: list[str]) -> dict[int, int]:
    olds = {was: utils.default_process(before[was]) for was in gone}
    scores: dict[tuple[int, int], float] = {}
    for at in come:
        likes = process.extract(
            utils.default_process(after[at]), olds, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=2
        )
        clear = likes and (len(likes) == 1 or likes[0][1] - likes[1][1] >= CLEARLY)
        if clear and _share(before[likes[0][2]], after[at]):
            scores[at, likes[0][2]] = likes[0][1]
    found = {}
    for (at, was), score in scores.items():
        rivals = [other for (_at, rival), other in scores.items() if rival == was]
        if score == max(rivals) and rivals.count(score) == 1:
            found[at] = was
    return found


def _share(one: str, two: str) -> bool:
    """Whether they have some words in a row in common: alike letters alone may be chance."""
    mine, theirs = one.split(), two.split()
    match = SequenceMatcher(None, mine, theirs, autojunk=False).find_longest_match()
    return match.size >= max(ROW, min(len(mine), len(theirs)) // 3)


def longest_rising(places: Sequence[int]) -> set[int]:
    """Return which of these stand in the longest rising row: the clauses that did not move."""
    tails: list[int] = []
    ends: list[int] = []
    back: list[int] = []
    for at, place in enumerate(places):
        row = bisect_left(tails, place)
        tails[row : row + 1] = [place]
        ends[row : row + 1] = [at]
        back.append(ends[row - 1] if row else -1)
    kept = set()
    at = ends[-1] if ends else -1
    while at >= 0:
        kept.add(places[at])
        at = back[at]
    return kept


def blocks(before: Sequence[str], after: Sequence[str]) -> Sequence[tuple[str, int, int, int, int]]:
    """What of one list of words is kept, deleted and inserted to get the other."""
    return SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
