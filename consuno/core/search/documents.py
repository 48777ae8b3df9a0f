"""What rooms let be found: kinds of documents, and how each record becomes one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise

from consuno.core.bilingual import Bilingual


def said(text: Bilingual | str, language: str) -> str:
    """A text in one language; a plain one, as it is before it was read again, is Spanish."""
    if isinstance(text, str):
        return text if language == "es" else ""
    return str(getattr(text, language))


@dataclass(frozen=True, slots=True)
class Document:
    """One record in one language. `public`: anybody finds it; else those who act for a body.

    Never give one of a record about a person who is assisted, nor of an organisation that hides.
    """

    key: str
    language: str
    title: str
    text: str
    path: str
    country: str = ""
    theme: str = ""
    year: int | None = None
    public: bool = True


@dataclass(frozen=True, slots=True)
class Kind:
    """`every` gives all documents; `of` has for each model a function from one of its records to
    that record's documents, called when it is saved.
    """

    name: str
    label: str | Promise
    every: Callable[[], Iterable[Document]]
    of: Mapping[Any, Any]
    #: Keys and documents of other records that change with one of these (an institution that hides).
    follows: Mapping[Any, Any] = field(default_factory=dict)
    #: Key of the documents of a record, to forget them when it says no more.
    key: Callable[[Any], str] = lambda record: str(record.pk)


_kinds: dict[str, Kind] = {}


def add(kind: Kind) -> None:
    """Keep a kind; rooms call `register`, which also watches its records."""
    _kinds[kind.name] = kind


def kinds() -> dict[str, Kind]:
    """Every kind by its name."""
    return _kinds
