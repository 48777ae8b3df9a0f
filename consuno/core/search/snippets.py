"""The piece of a text in which the words of a question stand."""

from __future__ import annotations

import re

from consuno.core.models import SearchEntry
from consuno.core.search.analysis import stem
from consuno.core.text import fold

#: Letters of a piece.
LENGTH = 220


def snippet(entry: SearchEntry, clause: object) -> list[tuple[str, bool]]:
    """The text around the first word that was looked for, cut into pieces: (text, to be marked)."""
    wanted = {each for stems in clause for each in stems}  # type: ignore[attr-defined]
    text = entry.text[:5000]
    places = [
        match.span()
        for match in re.finditer(r"\w+", text)
        if stem(fold(match.group()), entry.language) in wanted
    ]
    start = max(places[0][0] - 60, 0) if places else 0
    start = text.rfind(" ", 0, start) + 1 if start else 0
    end = min(start + LENGTH, len(text))
    pieces: list[tuple[str, bool]] = [("…", False)] if start else []
    at = start
    for first, last in places:
        if first < at or last > end:
            continue
        pieces += [(text[at:first], False), (text[first:last], True)]
        at = last
    pieces.append((text[at:end] + ("…" if end < len(text) else ""), False))
    return [piece for piece in pieces if piece[0]]
