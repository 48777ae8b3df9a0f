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
