"""Spanish or English? Told by the small words no text can do without."""

from __future__ import annotations

import re
from collections.abc import Iterable

from consuno.reader.text import lower

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


def clear_language(text: str) -> str | None:
    """The language of one paragraph, or None when too few small words say."""
    words = _WORD.findall(lower(text[:2_000]))
    spanish = sum(word in _SPANISH for word in words)
    english = sum(word in _ENGLISH for word in words)
    if abs(spanish - english) < 2:
        return None
    return "en" if english > spanish else "es"


def is_mixed(texts: Iterable[str]) -> bool:
    """Whether a paper writes some paragraphs in one language and some in the other."""
    told = [clear_language(text) for text in texts]
    rarer = min(told.count("es"), told.count("en"))
    return rarer >= 2 and rarer * 8 >= told.count("es") + told.count("en")


def lacks_accents(text: str, language: str) -> bool:
    """A Spanish paper typed without accents (telex, old machines)."""
    if language != "es":
        return False
    sample = lower(text[:_SAMPLE])
    letters = sum(map(str.isalpha, sample))
    accented = sum(char in "áéíóúñ" for char in sample)
    return letters > 150 and accented * 400 < letters
