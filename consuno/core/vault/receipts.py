"""A receipt: 128 random bits that whoever reports keeps, as twelve words or as a code.

It needs no slow stretching (ASVS 6.5.2: at least 112 bits of chance). From it come, and from nothing else, the
name under which what was reported is found and the secret that opens it; the server keeps neither of the two.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from unicodedata import normalize

from mnemonic import Mnemonic

from consuno.core import primitives
from consuno.core.primitives import Secret
from consuno.core.text import fold

BYTES = 16
LANGUAGES = {"es": "spanish", "en": "english"}
#: Crockford's figures: no letter that is taken for a figure, none that makes a word by itself.
FIGURES = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LENGTH = 26  # figures of five bits, and one that checks
_READ = str.maketrans({"O": "0", "I": "1", "L": "1"})


@dataclass(frozen=True, slots=True)
class Receipt:
    """What whoever reports keeps."""

    chance: bytes = field(repr=False)

    @property
    def lookup(self) -> str:
        """The name under which it is found: 256 bits, hexadecimal."""
        return primitives.derive(self.chance, "consuno.receipt.lookup").hex()

    @property
    def secret(self) -> Secret:
        """What opens what was reported, and every answer."""
        opening = primitives.derive(self.chance, "consuno.receipt.opening")
        return Secret(
            primitives.CLASSIC, opening, primitives.derive(self.chance, "consuno.receipt.signing")
        )

    def words(self, language: str = "es") -> list[str]:
        """Twelve words in a language (BIP-39, with its own check)."""
        return normalize("NFC", _list(language).to_mnemonic(self.chance)).split()

    @property
    def code(self) -> str:
        """27 figures in groups, the last of which checks the others."""
        number = int.from_bytes(self.chance)
        figures = "".join(FIGURES[number >> 5 * at & 31] for at in reversed(range(_LENGTH)))
        figures += _check(self.chance)
        return "-".join(figures[at : at + 9] for at in range(0, 27, 9))


def _check(chance: bytes) -> str:
    return FIGURES[sha256(b"consuno.receipt" + chance).digest()[0] & 31]


@cache
def _list(language: str) -> Mnemonic:
    return Mnemonic(LANGUAGES.get(language, "spanish"))


@cache
def _beginnings(language: str) -> dict[str, str]:
    """The first four letters of each word, which no two share, accents apart."""
    return {fold(word)[:4]: word for word in _list(language).wordlist}


def new() -> Receipt:
    """Another receipt."""
    return Receipt(secrets.token_bytes(BYTES))


def read(typed: str) -> Receipt | None:
    """What somebody typed, words or code, however they wrote it; None where it is no receipt."""
    typed = typed[:400]
    return _of_words(typed) or _of_code(typed)


def _of_words(typed: str) -> Receipt | None:
    given = [fold(each)[:4] for each in typed.replace(",", " ").replace(".", " ").split()]
    if len(given) != 12:
        return None
    for language in LANGUAGES:
        known = [_beginnings(language).get(each) for each in given]
        phrase = " ".join(each for each in known if each)
        if all(known) and _list(language).check(phrase):
            return Receipt(bytes(_list(language).to_entropy(phrase)))
    return None


def _of_code(typed: str) -> Receipt | None:
    figures = "".join(each for each in typed.upper() if each.isalnum()).translate(_READ)
    if len(figures) != _LENGTH + 1 or any(each not in FIGURES for each in figures):
        return None
    number = 0
    for each in figures[:-1]:
        number = number << 5 | FIGURES.index(each)
    if number >> 8 * BYTES:
        return None
    chance = number.to_bytes(BYTES)
    return Receipt(chance) if _check(chance) == figures[-1] else None
