"""Find: every word of the question in some form, the best few ranked in Python, facets and snippets.

A ranking by the database reads every match: with two common words in 100,000 documents that is a
third of the table. Here a few hundred candidates are taken in the order of where the words stand
(all in the title, some in the title, anywhere), and only those are ranked; so the time of a question
does not grow with how common its words are.
"""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass, field

from django.db.models import QuerySet
from django.utils.translation import get_language
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from consuno.core.models import SearchEntry, SearchWord
from consuno.core.search.analysis import alternatives, stem, words
from consuno.core.search.matching import Clause, matching
from consuno.core.search.snippets import snippet
from consuno.core.text import whole_number

#: Candidates that are ranked, and matches that are counted: above that it says «more than».
RANKED, COUNTED = 300, 1000
#: Words of a question that are looked for.
MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class Wanted:
    """A question and what narrows it; empty narrows nothing."""

    words: str
    kind: str = ""
    country: str = ""
    theme: str = ""
    year: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """One record found."""

    entry: SearchEntry
    score: float
    #: Pieces of the text, and whether each is to be marked.
    snippet: list[tuple[str, bool]]


@dataclass(slots=True)
class Found:
    """What was found: ranked results, how many in all, facets, and words read as others."""

    results: list[Result] = field(default_factory=list)
    count: int = 0
    more: bool = False
    facets: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    read_as: dict[str, str] = field(default_factory=dict)


def find(wanted: Wanted, *, members: bool) -> Found:
    """Ask. `members` reads what is not for everybody; others neither find nor count it."""
    asked = words(wanted.words[:200])[:MOST_WORDS]
    if not asked:
        return Found()
    scope = SearchEntry.objects.all() if members else SearchEntry.objects.filter(public=True)
    clause, read_as = _understood(asked, scope)
    scope = _narrowed(scope, wanted)
    entries = _candidates(scope, clause)
    results = _ranked(entries, clause, asked)
    rows = list(
        matching(scope, clause)
        .order_by()
        .values_list("kind", "country", "theme", "year", "key")[: COUNTED + 1]
    )
    facets = {
        name: Counter(
            # In the order of their words where they are as many: a set has none of its own.
            sorted(str(row[at]) for row in {(*row[:4], row[4]) for row in rows} if row[at])
        ).most_common(15)
        for at, name in enumerate(("kind", "country", "theme", "year"))
    }
    count = len({(row[0], row[4]) for row in rows})
    return Found(results, count, len(rows) > COUNTED, facets, read_as)


def _narrowed(scope: QuerySet[SearchEntry], wanted: Wanted) -> QuerySet[SearchEntry]:
    given = {"kind": wanted.kind, "country": wanted.country, "theme": wanted.theme}
    if whole_number(wanted.year) is not None and len(wanted.year) == 4:
        given["year"] = wanted.year
    return scope.filter(**{name: value for name, value in given.items() if value})


def _understood(
    asked: list[str], scope: QuerySet[SearchEntry]
) -> tuple[list[list[str]], dict[str, str]]:
    """For each word the stems that will do; one that nothing has is read as the nearest there is."""
    known, clause, read_as = vocabulary(), [], {}
    for word in asked:
        stems = alternatives(word)
        unknown = not any(each in known.stems for each in stems)
        if unknown and not matching(scope, [stems]).exists():
            near = _nearest(word, known)
            if near:
                stems = list(dict.fromkeys([*known.stems_of[near], *alternatives(near)]))
                read_as[word] = near
        clause.append(stems)
    return clause, read_as


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words that documents have: each with its stems, and all stems."""

    stems_of: dict[str, list[str]]
    stems: frozenset[str]


_kept: dict[str, tuple[float, Vocabulary]] = {}


def vocabulary() -> Vocabulary:
    """What words there are; read again after a minute."""
    at, known = _kept.get("words", (0.0, None))
    if known is None or time.monotonic() - at > 60:
        stems_of: dict[str, list[str]] = {}
        for word, root in SearchWord.objects.order_by().values_list("word", "stem"):
            stems_of.setdefault(word, []).append(root)
        known = Vocabulary(stems_of, frozenset(s for each in stems_of.values() for s in each))
        _kept["words"] = (time.monotonic(), known)
    return known


def forget_vocabulary() -> None:
    """Read it again at the next question; for tests."""
    _kept.clear()


def _nearest(word: str, known: Vocabulary) -> str:
    """The known word that differs by one letter, or by two in a long word; empty where none does."""
    if len(word) < 4:
        return ""
    most = 1 if len(word) < 7 else 2
    found = process.extractOne(
        word, known.stems_of.keys(), scorer=DamerauLevenshtein.distance, score_cutoff=most
    )
    return str(found[0]) if found else ""


def _candidates(scope: QuerySet[SearchEntry], clause: Clause) -> list[SearchEntry]:
    """Up to a few hundred: all words in the title first, then some, then anywhere, then all but one."""
    heads = [[f"0{each}" for each in stems] for stems in clause]
    steps: list[Clause] = [heads]
    if len(clause) > 1:
        steps += [[*clause, head] for head in heads]
    steps.append(clause)
    found: dict[int, SearchEntry] = {}
    for step in steps:
        _take(scope, step, found)
    if not found and len(clause) > 1:  # one word too many: all but one of them
        for left in range(len(clause)):
            _take(scope, [each for at, each in enumerate(clause) if at != left], found)
    return list(found.values())


def _take(scope: QuerySet[SearchEntry], step: Clause, found: dict[int, SearchEntry]) -> None:
    if len(found) < RANKED:
        for entry in matching(scope, step).order_by()[: RANKED - len(found)]:
            found.setdefault(entry.pk, entry)


def _ranked(entries: list[SearchEntry], clause: Clause, asked: list[str]) -> list[Result]:
    language = (get_language() or "es")[:2]
    having = Counter(at for each in entries for at, stems in enumerate(clause) if _has(each, stems))
    best: dict[tuple[str, str], tuple[float, SearchEntry]] = {}
    for entry in entries:
        score = _score(entry, clause, asked, having, len(entries))
        score *= 1.1 if entry.language == language else 1.0
        place = (entry.kind, entry.key)
        if place not in best or score > best[place][0]:
            best[place] = (score, entry)
    ordered = sorted(best.values(), key=lambda pair: (-pair[0], pair[1].pk))
    return [Result(entry, score, snippet(entry, clause)) for score, entry in ordered[:200]]


def _has(entry: SearchEntry, stems: Clause | list[str]) -> bool:
    mine = f" {entry.tokens} "
    return any(f" {each} " in mine for each in stems)


def _score(
    entry: SearchEntry, clause: Clause, asked: list[str], having: Counter[int], total: int
) -> float:
    """Rare words count more, the word itself more than its synonym, the title more than the text."""
    mine, score = f" {entry.tokens} ", 0.0
    for at, stems in enumerate(clause):
        weight = 1.0 + 2.0 * (1.0 - having[at] / max(total, 1))
        own = {stem(asked[at], "es"), stem(asked[at], "en")} | set(stems[:1])
        for each in stems:
            value = weight * (1.0 if each in own else 0.45)
            if f" 0{each} " in mine:
                score += value * 3.0
                break
            if f" {each} " in mine:
                score += value
                break
    heads = words(entry.title)
    if heads:  # a short title that is all of the question
        covered = sum(any(stem(w, entry.language) in stems for stems in clause) for w in heads)
        score += 2.0 * covered / len(heads)
    return score + _together(entry, asked)


def _together(entry: SearchEntry, asked: list[str]) -> float:
    """The words as they were asked, one after the other."""
    if len(asked) < 2:
        return 0.0
    phrase = " ".join(asked)
    if phrase in " ".join(words(entry.title)):
        return 3.0
    return 1.0 if phrase in " ".join(words(entry.text[:2000])) else 0.0
