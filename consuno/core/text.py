"""Words made comparable."""

import unicodedata


def fold(text: str) -> str:
    """Lower case without accents, so that "publicas" finds "públicas"."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in parts if not unicodedata.combining(char))
