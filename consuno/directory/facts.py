"""Kinds of facts: what each speaks of and where it is read, so that one way serves them all.

A room makes its facts a kind; then they are validated, doubted and answered by these pages.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import Http404

from consuno.directory.models import Body, Fact


@dataclass(frozen=True, slots=True)
class Kind:
    """`records` with all that their line needs; `body` is who keeps one, `words` name it."""

    records: Callable[[], QuerySet[Any]]
    body: Callable[[Any], Body]
    words: Callable[[Any], str]
    path: Callable[[Any], str]


@dataclass(frozen=True, slots=True)
class Known:
    """One fact with its kind: what pages and letters need of it."""

    kind: str
    fact: Fact
    body: Body
    words: str
    path: str

    @property
    def about(self) -> str:
        """How a doubt names it."""
        return f"{self.kind}:{self.fact.pk}"


_kinds: dict[str, Kind] = {}


def register(name: str, kind: Kind) -> None:
    """Let facts of this kind be validated and doubted."""
    _kinds[name] = kind


def find(name: str, pk: int) -> Known:
    """The fact. Raises Http404: no such kind, no such fact, or one whose body is hidden."""
    kind = _kinds.get(name)
    fact = kind.records().filter(pk=pk).first() if kind else None
    if kind is None or fact is None:
        raise Http404
    known = _known(name, kind, fact)
    if not known.body.shown:
        raise Http404
    return known


def named(abouts: list[str]) -> dict[str, Known]:
    """The facts of these names, a query for each kind; one that is gone is missing."""
    keys: dict[str, list[int]] = {}
    for about in abouts:
        name, _colon, key = about.partition(":")
        keys.setdefault(name, []).append(int(key))
    found = {}
    for name, pks in keys.items():
        kind = _kinds.get(name)
        if kind is None:
            continue
        for fact in kind.records().filter(pk__in=pks):
            known = _known(name, kind, fact)
            found[known.about] = known
    return found


def _known(name: str, kind: Kind, fact: Fact) -> Known:
    return Known(name, fact, kind.body(fact), kind.words(fact), kind.path(fact))
