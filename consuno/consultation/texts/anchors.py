"""Where a remark belongs in the next version: it stays, moves with its quote, or waits to be placed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from consuno.consultation.texts.alignment import plain

#: A quote shorter than this is found anywhere, so it leads nowhere.
SHORTEST = 20


@dataclass(frozen=True, slots=True)
class Anchor:
    """A clause (None: the whole text) and the words of it that the remark is about ("": all)."""

    uid: int | None
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Carried:
    """`exact`: nothing changed there. `moved`: look again, it is about this clause now.
    `orphan`: nobody but its author can say where it belongs.
    """

    state: Literal["exact", "moved", "orphan"]
    uid: int | None


def carry(anchor: Anchor, old: Mapping[int, str], new: Mapping[int, str]) -> Carried:
    """Carry a remark from one version to the next; it is never lost, and never put by a guess."""
    if anchor.uid is None:
        return Carried("exact", None)
    was = plain(old.get(anchor.uid, ""))
    now = plain(new[anchor.uid]) if anchor.uid in new else None
    if now is not None and now == was:
        return Carried("exact", anchor.uid)
    quote = plain(anchor.quote) or was
    if now is not None and (not anchor.quote or quote in now):
        return Carried("moved", anchor.uid)
    if len(quote) < SHORTEST:
        return Carried("orphan", None)
    holding = [uid for uid, text in new.items() if quote in plain(text)]
    # The same words elsewhere before: they say nothing about where these went.
    elsewhere = any(quote in plain(text) for uid, text in old.items() if uid != anchor.uid)
    if len(holding) == 1 and not elsewhere:
        return Carried("moved", holding[0])
    return Carried("orphan", None)
