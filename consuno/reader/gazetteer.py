"""The gazetteer: aliases of bodies in both languages, and the common nouns that name doers.

Two tables are read once from ``consuno/domain/gazetteer``. ``bodies.csv`` has one alias a row:
code, alias, language and scope; scope ``crm`` means that the alias stands for the code only in
a paper about the Regional Conference on Migration ("los países" elsewhere are other countries).
``roles.csv`` lists head nouns ("secretaría", "treasurer") that make a subject a doer.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from consuno.reader.text import fold
from consuno.reader.tokens import Token, tokenize

_ARTICLES = frozenset({"el", "la", "los", "las", "the"})


@dataclass(frozen=True, slots=True)
class Entry:
    """What an alias stands for. ``exact``: an acronym, matched in capitals only."""

    code: str
    scope: str
    exact: bool


@dataclass(frozen=True, slots=True)
class Mention:
    """A body named in a sentence, as a range of tokens."""

    code: str
    first: int
    last: int


class _Node:
    __slots__ = ("entries", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.entries: list[Entry] = []


def _rows(name: str) -> list[dict[str, str]]:
    source = files("consuno").joinpath("domain", "gazetteer", name).read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(source)))


@cache
def _trie() -> _Node:
    root = _Node()
    for row in _rows("bodies.csv"):
        node = root
        tokens = tokenize(row["alias"])
        for token in tokens:
            node = node.next.setdefault(token.plain, _Node())
        exact = len(tokens) == 1 and tokens[0].is_acronym
        node.entries.append(Entry(row["code"], row["scope"], exact))
    return root


@cache
def role_nouns(language: str) -> frozenset[str]:
    """Folded nouns, singular and plural, that can owe something."""
    return frozenset(
        fold(row["noun"]) for row in _rows("roles.csv") if row["language"] in {language, "both"}
    )


def find_bodies(tokens: Sequence[Token], *, crm: bool) -> list[Mention]:
    """Bodies named in ``tokens``, longest alias first, without overlap."""
    found: list[Mention] = []
    position = 0
    while position < len(tokens):
        mention = _match_at(tokens, position, crm=crm)
        if tokens[position].plain in _ARTICLES and position + 1 < len(tokens):
            longer = _match_at(tokens, position + 1, crm=crm)
            mention = longer if longer and (not mention or longer.last > mention.last) else mention
        if mention is None:
            position += 1
        else:
            found.append(mention)
            position = mention.last + 1
    return found


def _match_at(tokens: Sequence[Token], position: int, *, crm: bool) -> Mention | None:
    node: _Node | None = _trie()
    best: Mention | None = None
    for index in range(position, len(tokens)):
        node = node.next.get(tokens[index].plain) if node else None
        if node is None:
            break
        for entry in node.entries:
            if entry.scope == "crm" and not crm:
                continue
            if entry.exact and not tokens[index].is_acronym:
                continue
            best = Mention(entry.code, position, index)
    return best
