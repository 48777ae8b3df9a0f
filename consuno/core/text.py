"""Words made comparable."""

import unicodedata


def fold(text: str) -> str:
    """Lower case without accents, so that "publicas" finds "públicas"."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in parts if not unicodedata.combining(char))


def one_line(text: str) -> str:
    """Return the text on one line, without the control characters that files refuse."""
    if text.isprintable() and "  " not in text:
        return text.strip()
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def whole_number(text: str) -> int | None:
    """The number that these digits write; None for anything else, and for what no row of ours is numbered.

    `str.isdigit` takes «²», which `int` refuses, and a thousand digits, which a database refuses.
    """
    plain = text.isascii() and text.isdecimal() and len(text) <= 9
    return int(text) if plain else None
