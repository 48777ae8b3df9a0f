"""Lines and letters: everything here keeps offsets, so that any match points into the source.

Cleaning replaces one character by one character (a non-breaking space by a space, an accented
letter by its plain form), never more or fewer. A position in the cleaned text is therefore a
position in the paper.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from consuno.reader.model import Span

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_WORD_FIELD = "\ufffd"
_BLANKS = dict.fromkeys(
    (*range(32), 127, *range(128, 160), 160, 8199, 8239, 8203, 65279, 8288), " "
) | {ord(_WORD_FIELD): " "}
#: Words with a nought or a one inside, and years with letters: a scan, badly read.
_DAMAGED_WORD = re.compile(r"\b[^\W\d_]+[01][^\W\d_]+(?:[01][^\W\d_]+)*\b")
_DAMAGED_YEAR = re.compile(r"\b(?:[12][\dOIl]{3})(?<=[\d][OIl\d]{3})(?<!\d{4})\b")
_FIGURES = str.maketrans("OIl", "011")
_FEWEST_LETTERS = 4
_DASHES = {0x2010: "-", 0x2011: "-", 0x2212: "-"}
_QUOTES = {0x2018: "'", 0x2019: "'", 0xB4: "'", 0x60: "'"}
_CLEAN = _BLANKS | _DASHES | _QUOTES
# Emphasis is set aside as spaces; a single asterisk may be a bullet and stays.
_EMPHASIS = re.compile(r"\*\*|__|(?<=\s)_(?=\w)|(?<=\w)_(?=[\s.,;:])")


def _plain_letters() -> dict[int, str]:
    table: dict[int, str] = {}
    for code in range(0xC0, 0x250):
        base = unicodedata.normalize("NFD", chr(code))[0]
        lowered = base.lower()
        if base.isascii() and len(lowered) == 1:
            table[code] = lowered
    for code in range(ord("A"), ord("Z") + 1):
        table[code] = chr(code).lower()
    return table


_FOLD = _plain_letters()


@dataclass(frozen=True, slots=True)
class Line:
    """A physical line; ``end`` leaves the line break out, ``number`` counts from 1."""

    number: int
    start: int
    end: int


def split_lines(text: str) -> list[Line]:
    """Lines as an editor counts them (LF, CRLF or CR)."""
    lines: list[Line] = []
    for number, match in enumerate(_LINE.finditer(text), start=1):
        if match.start() == len(text) and number > 1:
            break
        content = match.group().rstrip("\r\n")
        lines.append(Line(number, match.start(), match.start() + len(content)))
    return lines


def clean(text: str) -> str:
    """The text with control, field and emphasis marks as spaces, and damaged words mended; same length."""
    plain = _EMPHASIS.sub(lambda mark: " " * len(mark.group()), text.translate(_CLEAN))
    return _DAMAGED_YEAR.sub(_as_figures, _DAMAGED_WORD.sub(_as_letters, plain))


def _as_letters(word: re.Match[str]) -> str:
    """ "p0int", "irregu1ar", "C0NCLUSIONS": what a scan took for figures."""
    found = word.group()
    if sum(map(str.isalpha, found)) < _FEWEST_LETTERS:
        return found  # "1er", "H1N1", "10th"
    return found.replace("0", "O" if found.isupper() else "o").replace("1", "l")


def _as_figures(year: re.Match[str]) -> str:
    """ "2OI3": what a scan took for letters."""
    return year.group().translate(_FIGURES)


def fold(text: str) -> str:
    """Lower case without accents, same length."""
    return text.translate(_FOLD)


def lower(text: str) -> str:
    """Lower case with accents, same length (letters whose lower case is longer stay)."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


def squeeze(text: str) -> str:
    """White space normalised: runs become one space, none at the ends."""
    return " ".join(text.split())


def quote(text: str, spans: Iterable[Span]) -> str:
    """The words at ``spans`` of the paper, fragments joined by one space."""
    return squeeze(" ".join(text[span.start : span.end] for span in spans))
