"""Numbers written as words, as old minutes write their dates ("mil novecientos sesenta y dos")."""

from __future__ import annotations

_SPANISH = {
    "uno": 1, "un": 1, "una": 1, "primero": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5,
    "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10, "once": 11, "doce": 12, "trece": 13,
    "catorce": 14, "quince": 15, "dieciseis": 16, "diecisiete": 17, "dieciocho": 18,
    "diecinueve": 19, "veinte": 20, "veintiuno": 21, "veintiun": 21, "veintidos": 22,
    "veintitres": 23, "veinticuatro": 24, "veinticinco": 25, "veintiseis": 26, "veintisiete": 27,
    "veintiocho": 28, "veintinueve": 29, "treinta": 30, "cuarenta": 40, "cincuenta": 50,
    "sesenta": 60, "setenta": 70, "ochenta": 80, "noventa": 90, "cien": 100, "ciento": 100,
    "novecientos": 900, "ochocientos": 800, "mil": 1000,
}  # fmt: skip
_ENGLISH = {
    "one": 1, "a": 1, "an": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
_LOOKALIKES = str.maketrans("lio", "110")


def read_number(words: str) -> int | None:
    """The number in figures or words (folded), or None.

    Scanned papers put the letters l, i and o for 1, 1 and 0; beside a figure they count as such.
    """
    joined = words.replace(" ", "")
    if joined.isdecimal():
        return int(joined)
    if any(char.isdecimal() for char in joined) and joined.translate(_LOOKALIKES).isdecimal():
        return int(joined.translate(_LOOKALIKES))
    return _add_words(words.replace("-", " ").split())


def _add_words(words: list[str]) -> int | None:
    total = current = 0
    for word in words:
        if word in {"y", "and"}:
            continue
        value = _SPANISH.get(word, _ENGLISH.get(word))
        if word in {"mil", "thousand"}:
            total, current = total + max(current, 1) * 1000, 0
        elif word == "hundred":
            current = max(current, 1) * 100
        elif value is None:
            return None
        else:
            current += value
    return total + current or None


def number_words(language: str) -> str:
    """An alternation of the words, longest first, for a pattern."""
    table = _SPANISH if language == "es" else _ENGLISH
    return "|".join(sorted(table, key=len, reverse=True))
