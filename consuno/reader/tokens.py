"""Words of a sentence with their places, and the small questions the grammar asks of them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from consuno.reader.text import fold, lower

_TOKEN = re.compile(r"[^\W\d_]+(?:['’.&/-][^\W\d_]+)*|\d[\d.,/:]*\d|\d|[^\w\s]|_")
MAX_TOKENS = 400


@dataclass(frozen=True, slots=True)
class Token:
    """One word or sign: as written, in lower case, and folded (no accents)."""

    text: str
    low: str
    plain: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether it begins with a letter."""
        return self.text[0].isalpha()

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[0].isupper()

    @property
    def is_acronym(self) -> bool:
        """Whether most of its letters are capitals."""
        letters = [char for char in self.text if char.isalpha()]
        return len(letters) >= 2 and sum(map(str.isupper, letters)) * 3 >= len(letters) * 2


def tokenize(text: str) -> list[Token]:
    """The first ``MAX_TOKENS`` words and signs of ``text``; more is not one sentence."""
    found: list[Token] = []
    lowered, folded = lower(text), fold(text)
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        found.append(Token(match.group(), lowered[start:end], folded[start:end], start, end))
        if len(found) == MAX_TOKENS:
            break
    return found
