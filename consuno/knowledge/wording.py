"""The euphemism check: words to avoid, where they stand in a text, and what to say instead. Pure.

The rules are data: those that need what stands around a word (`consuno/domain/terms/avoid.toml`), and plain
entries of published terminologies, each with its source (`termbase.csv`, `term_sources.csv`).
Matching is on a copy of the line without
accents and in lower case that keeps every position, so that what is marked is the exact text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from consuno.core.bilingual import Bilingual
from consuno.domain import rows, table

#: Between an article or number and the word for people.
_BETWEEN = r"(?:\w+ ){0,5}?"
_SPANISH = frozenset(
    "el la los las de del que y en un una por con para se su al es no fue fueron lo les a o sin como".split()
)
_ENGLISH = frozenset(
    "the of and to in a is was were for with that by on at it they are be an from not or as their his her who".split()
)
#: A longer line is cut: no sentence is as long.
LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Mark:
    """A word to avoid: its line (from 1), where it starts in it (from 0), the exact text."""

    line: int
    start: int
    span: str
    suggest: str
    why: str

    @property
    def end(self) -> int:
        """Where it ends in its line."""
        return self.start + len(self.span)


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern of a language; `needs` and `unless` are looked for in its sentence."""

    language: str
    pattern: re.Pattern[str]
    suggest: str
    why: Bilingual
    needs: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    unless_here: re.Pattern[str] | None


@cache
def rules() -> tuple[Rule, ...]:
    """The rules, in their order: the first that marks a place keeps it."""
    data = table("terms/avoid.toml")
    people, why = data["people"], data["why"]

    def made(row: dict[str, Any], name: str) -> re.Pattern[str] | None:
        text = row.get(name)
        if text is None:
            return None
        words = people[row["language"]]
        return re.compile(text.replace("{P}", words).replace("{D}", _BETWEEN))

    found = []
    for row in data["rule"]:
        pattern = made(row, "pattern")
        assert pattern is not None  # noqa: S101 - every rule has one
        reason = why[row["why"]]
        found.append(
            Rule(
                row["language"],
                pattern,
                row["suggest"],
                Bilingual(reason["es"], reason["en"]),
                made(row, "needs"),
                made(row, "unless"),
                made(row, "unless_here"),
            )
        )
    return (*found, *_published(people))


def _published(people: dict[str, str]) -> Iterator[Rule]:
    """The entries of published terminologies: whole words, wherever they stand."""
    sources = {row["slug"]: row for row in rows("terms/term_sources.csv")}
    for row in rows("terms/termbase.csv"):
        term = row["term"].replace("{P}", people[row["language"]])
        source = sources[row["source"]]
        why = Bilingual(f"Así lo pide: {source['es']}.", f"As asked by: {source['en']}.")
        yield Rule(
            row["language"],
            re.compile(rf"\b(?P<w>{term})\b"),
            row["suggest"],
            why,
            None,
            None,
            None,
        )


def plain(text: str) -> str:
    """Lower case without accents, letter for letter: every position stays."""
    return "".join(_plain(char) for char in text)


def _plain(char: str) -> str:
    base = unicodedata.normalize("NFD", char)[0].lower()
    return base if len(base) == 1 else char


def language_of(text: str, otherwise: str = "es") -> str:
    """Spanish or English, by its small words."""
    words = re.findall(r"[a-z]+", plain(text))
    spanish, english = sum(w in _SPANISH for w in words), sum(w in _ENGLISH for w in words)
    if spanish == english:
        return otherwise
    return "es" if spanish > english else "en"


def check(text: str) -> list[Mark]:
    """Every word to avoid in a text, in order."""
    whole = language_of(text)
    marks: list[Mark] = []
    for number, line in enumerate(text.splitlines(), start=1):
        marks += _line(number, line[:LONGEST], language_of(line, whole))
    return marks


def _line(number: int, line: str, language: str) -> list[Mark]:
    folded, quoted = plain(line), _quoted(line)
    taken: list[tuple[int, int]] = []
    marks = []
    for start, end in _sentences(line):
        sentence = folded[start:end]
        for rule, at, until in _matches(sentence, language):
            place = (start + at, start + until)
            if _covers(taken, place) or _covers(quoted, place) or _is_name(line, place):
                continue
            taken.append(place)
            marks.append(
                Mark(
                    number,
                    place[0],
                    line[place[0] : place[1]],
                    rule.suggest,
                    getattr(rule.why, language),
                )
            )
    return sorted(marks, key=lambda each: each.start)


def _matches(sentence: str, language: str) -> Iterator[tuple[Rule, int, int]]:
    for rule in rules():
        if rule.language != language:
            continue
        if rule.needs is not None and not rule.needs.search(sentence):
            continue
        if rule.unless is not None and rule.unless.search(sentence):
            continue
        for match in rule.pattern.finditer(sentence):
            if rule.unless_here is not None and rule.unless_here.search(match.group()):
                continue
            name = "w" if match.group("w") else "w2"
            yield rule, *match.span(name)


def _sentences(line: str) -> Iterator[tuple[int, int]]:
    """Places of the sentences: a full stop followed by a space and a capital ends one."""
    start = 0
    for match in re.finditer(
        r"(?<![.;!?])[.;!?]++[»”\"')]*+\s++(?=[«“\"'¿¡(]*[A-ZÁÉÍÓÚÑ¿¡])", line
    ):
        yield start, match.end()
        start = match.end()
    yield start, len(line)


def _quoted(line: str) -> list[tuple[int, int]]:
    """What others said, word for word, is theirs."""
    pattern = r"«[^»]*»|“[^”]*”|\"[^\"]*\"|(?<![\w])'[^']{2,}?'(?![\w])|‘[^’]{2,}’"
    return [match.span() for match in re.finditer(pattern, line)]


def _covers(places: list[tuple[int, int]], place: tuple[int, int]) -> bool:
    return any(start < place[1] and place[0] < end for start, end in places)


def _is_name(line: str, place: tuple[int, int]) -> bool:
    """Whether the words are part of an official title: capitals that no sentence asks for."""
    span = line[place[0] : place[1]]
    long_words = [word for word in re.findall(r"\w+", span) if len(word) > 3]
    if not long_words or not all(word[0].isupper() for word in long_words):
        return False
    if span.isupper():
        return False  # a heading, not a title
    first = not line[: place[0]].strip(" «“\"'¿¡-*•0123456789.)")
    if first or re.search(r"[.!?:]\s*$", line[: place[0]]):
        after = re.match(r"\W+(?:(?:de|del|la|las|los|y|of|the|and|in) )*(\w+)", line[place[1] :])
        return len(long_words) > 1 or bool(after and after.group(1)[0].isupper())
    return True
