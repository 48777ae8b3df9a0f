"""Texts kept in both languages: one value, one database column.

A missing translation is never hidden: the text comes in the language there is, and says which.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from django.db import models
from django.utils.translation import get_language

LANGUAGES = ("es", "en")


@dataclass(frozen=True, slots=True)
class Bilingual:
    """A text in Spanish and English; one of them may be empty."""

    es: str = ""
    en: str = ""

    @property
    def language(self) -> str:
        """The language in which it is shown now: the reader's, else the one there is."""
        wanted = (get_language() or "es")[:2]
        if wanted in LANGUAGES and getattr(self, wanted):
            return wanted
        return "es" if self.es else "en"

    @property
    def is_translated(self) -> bool:
        """Whether the reader gets it in the language they asked for."""
        return self.language == (get_language() or "es")[:2] or not (self.es or self.en)

    def __str__(self) -> str:
        return str(getattr(self, self.language))

    def __bool__(self) -> bool:
        return bool(self.es or self.en)


class BilingualField(models.JSONField):
    """A column that holds a `Bilingual`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", Bilingual)
        super().__init__(*args, **kwargs)

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        """Return a `Bilingual`; a look-up inside the column (`name__es`) stays plain."""
        plain = super().from_db_value(value, expression, connection)
        return Bilingual(**plain) if isinstance(plain, dict) else plain

    def get_prep_value(self, value: Any) -> Any:
        """Store plain values."""
        return super().get_prep_value(asdict(value) if isinstance(value, Bilingual) else value)

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:  # noqa: FBT001, FBT002
        """Store plain values."""
        plain = asdict(value) if isinstance(value, Bilingual) else value
        return super().get_db_prep_value(plain, connection, prepared)

    def to_python(self, value: Any) -> Any:
        """Accept what fixtures and forms hold."""
        return Bilingual(**value) if isinstance(value, dict) else value
