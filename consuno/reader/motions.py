"""Motions: what was moved binds only when it was carried.

"Moved by A, seconded by B, to …. Carried." and "El señor X mociona que … es aprobada": the
outcome stands in the same sentence or in the few that follow.
"""

from __future__ import annotations

import re
from typing import Literal

from consuno.reader.text import fold

Outcome = Literal["carried", "lost", "open"]
_MOTION = re.compile(
    r"\b(?:moved|motion|seconded|mocion(?:a|o|es|ado)?|secundad[oa]|puest[oa] a votacion)\b"
)
_CARRIED = re.compile(
    r"\b(?:carried|passed|approved|adopted|agreed|ayes?\b[^.]{0,20}nays?\b|unanimous\w*|aprobad[oa]s?|aprueba|se aprobo"
    r"|aceptad[oa]|por unanimidad|all in favou?r|so ordered)\b"
)
_LOST = re.compile(
    r"\b(?:lost|failed|died|defeated|rejected|withdrawn|tabled|lack of a second|not seconded|rechaza\w*|retira\w*"
    r"|no prospero|desestimad\w*|no se aprob\w*|deferred|postponed|no fue aprobad\w*|negatived)\b"
)
_AHEAD = 260


def is_motion(sentence: str) -> bool:
    """Whether the sentence puts a motion."""
    return bool(_MOTION.search(fold(sentence[:300])))


def outcome(text: str, start: int, end: int) -> Outcome:
    """What became of the motion at ``text[start:end]``, by itself and what follows."""
    inside = fold(text[start:end])
    ahead = fold(text[end : end + _AHEAD]).split(" moved ", 1)[0]
    for words in (inside, ahead):
        lost, carried = _LOST.search(words), _CARRIED.search(words)
        if lost and not (carried and carried.start() < lost.start()):
            return "lost"
        if carried:
            return "carried"
    return "open"
