"""Spanish or English? Told by the small words no text can do without."""

from __future__ import annotations

import re

from consuno.agenda.extraction.text import lower

_SPANISH = frozenset("el la los las de del que y en se por para con una su al es no lo más".split())
_ENGLISH = frozenset(
    "the of and to in is for that be by on will with was as it at are from shall".split()
)
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000


def detect_language(text: str) -> str:
    """``es`` or ``en``; Spanish when nothing decides."""
    words = _WORD.findall(lower(text[:_SAMPLE]))
    spanish = sum(word in _SPANISH for word in words)
    english = sum(word in _ENGLISH for word in words)
    return "en" if english > spanish else "es"


def lacks_accents(text: str, language: str) -> bool:
    """A Spanish paper typed without accents (telex, old machines)."""
    if language != "es":
        return False
    sample = lower(text[:_SAMPLE])
    letters = sum(map(str.isalpha, sample))
    accented = sum(char in "áéíóúñ" for char in sample)
    return letters > 150 and accented * 400 < letters
