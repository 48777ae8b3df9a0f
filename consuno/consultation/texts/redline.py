"""What changed from one version to the next: clause by clause, and word by word within one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from consuno.consultation.texts.alignment import blocks, longest_rising

WORDS = re.compile(r"\w+|\s+|[^\w\s]")
#: Above so many words on both sides a clause is shown as taken out and put in, for nobody can read
#: a thicket, and comparing grows with the square.
LONG = 4000


@dataclass(frozen=True, slots=True)
class Change:
    """A piece of a clause: kept, put in (`ins`) or taken out (`del`)."""

    op: Literal["same", "ins", "del"]
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A clause with its pieces. `moved`: it stands elsewhere; `kind` says what became of it."""

    uid: int
    kind: Literal["same", "changed", "added", "removed"]
    moved: bool
    pieces: tuple[Change, ...]

    @property
    def before(self) -> str:
        """The text with every change rejected."""
        return "".join(piece.text for piece in self.pieces if piece.op != "ins")

    @property
    def after(self) -> str:
        """The text with every change accepted."""
        return "".join(piece.text for piece in self.pieces if piece.op != "del")


def words_changed(before: str, after: str) -> tuple[Change, ...]:
    """Compare two texts word by word; blanks between two changes go with them."""
    if before == after:
        return (Change("same", before),) if before else ()
    old, new = WORDS.findall(before), WORDS.findall(after)
    if min(len(old), len(new)) > LONG:
        return (Change("del", before), Change("ins", after))
    pieces: list[Change] = []
    gone, come = "", ""
    for op, low, high, from_, to in blocks(old, new):
        if op == "equal":
            kept = "".join(old[low:high])
            if (gone or come) and kept.isspace():
                gone, come = gone + kept, come + kept
                continue
            pieces += _changed(gone, come)
            gone = come = ""
            pieces.append(Change("same", kept))
        else:
            gone, come = gone + "".join(old[low:high]), come + "".join(new[from_:to])
    return tuple(pieces + _changed(gone, come))


def _changed(gone: str, come: str) -> list[Change]:
    if gone == come:
        return [Change("same", gone)] if gone else []
    found = [Change("del", gone)] if gone else []
    return [*found, Change("ins", come)] if come else found


def redline(old: Sequence[tuple[int, str]], new: Sequence[tuple[int, str]]) -> list[Line]:
    """Compare two versions, in the order of the new one; what was removed stands where it stood."""
    before = dict(old)
    after = dict(new)
    place = {uid: at for at, (uid, _text) in enumerate(old)}
    still = longest_rising([place[uid] for uid, _text in new if uid in place])
    lines: list[Line] = []
    gone = [uid for uid, _text in old if uid not in after]
    for uid, text in new:
        if uid in before and place[uid] in still:
            while gone and place[gone[0]] < place[uid]:
                lines.append(_removed(gone.pop(0), before))
        lines.append(_line(uid, text, before, moved=uid in place and place[uid] not in still))
    return lines + [_removed(uid, before) for uid in gone]


def _removed(uid: int, before: dict[int, str]) -> Line:
    return Line(uid, "removed", moved=False, pieces=(Change("del", before[uid]),))


def _line(uid: int, text: str, before: dict[int, str], *, moved: bool) -> Line:
    if uid not in before:
        return Line(uid, "added", moved=False, pieces=(Change("ins", text),))
    pieces = words_changed(before[uid], text)
    return Line(uid, "same" if before[uid] == text else "changed", moved, pieces)
