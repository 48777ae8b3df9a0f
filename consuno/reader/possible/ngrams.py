"""A sentence as the places of its character n-grams: what the scorer weighs."""

from __future__ import annotations

import re
from zlib import crc32

from consuno.reader.genre import Genre
from consuno.reader.text import fold

#: Places that n-grams fall into; two that fall into one share a weight.
BUCKETS = 1 << 15
_SHORTEST, _LONGEST = 2, 5
_DIGIT = re.compile(r"\d")


def features(sentence: str, genre: Genre) -> list[int]:
    """What the scorer weighs of a sentence: its n-grams, and what kind of paper it stands in."""
    kind = f"record {genre.record} lists {genre.lists}".encode()
    return [*ngrams(sentence), crc32(kind) % BUCKETS]


def ngrams(sentence: str) -> list[int]:
    """The places, each once and in order, of the n-grams of every word with the blanks around it.

    Accents, capitals and the value of figures do not count: a paper without accents reads alike.
    """
    places: set[int] = set()
    for word in _DIGIT.sub("0", fold(sentence)).split():
        piece = f" {word} ".encode()
        for size in range(_SHORTEST, min(_LONGEST, len(piece)) + 1):
            places.update(
                crc32(piece[start : start + size]) % BUCKETS
                for start in range(len(piece) - size + 1)
            )
    return sorted(places)
