"""Cutting a block into the pieces that may each bind: sentences, clauses, coordinate verbs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from consuno.reader import english_verbs, frames_en, frames_es, spanish_verbs
from consuno.reader.frames import plain
from consuno.reader.sentences import (
    Range,
    split_clauses,
    split_inline_list,
    split_sentences,
    trim,
)
from consuno.reader.subjects import read_subject
from consuno.reader.tokens import Token, tokenize

_SEQUEL = frozenset(
    "despues luego posteriormente ambos ambas que then subsequently later afterwards thereafter".split()
)
_JOINERS = frozenset("y e and while mientras but pero".split())
_LONG_CONJUNCT = 15
_RUN_IN = re.compile(
    r"(?P<title>[A-ZÁÉÍÓÚÑÜ][A-ZÁÉÍÓÚÑÜ0-9 ,'’&/()-]{2,80})(?:\.\s?[-–—]?|:|\s[-–—])\s+(?=\S)"
)


@dataclass(frozen=True, slots=True)
class Cut:
    """A piece of a block. ``opens`` it begins a list item; ``goes_on`` it follows a semicolon."""

    start: int
    end: int
    opens: bool = False
    goes_on: bool = False
    lead: bool = False


def run_in_title(text: str) -> int:
    """Where the text proper begins after a title in capitals ("212. MINUTES. The …")."""
    match = _RUN_IN.match(text)
    if match is None:
        return 0
    letters = [char for char in match["title"] if char.isalpha()]
    return match.end() if len(letters) >= 4 else 0


def cut_block(text: str, language: str, *, item: bool, start: int = 0) -> list[Cut]:
    """All pieces of a block's text from ``start`` on, in order."""
    cuts: list[Cut] = []
    members = split_inline_list(text, start, len(text))
    for number, (low, high) in enumerate(members):
        listed = len(members) > 1
        opens = (listed and number > 0) or (not listed and item)
        for sentence in split_sentences(text, low, high):
            lead = listed and number == 0 and sentence[1] >= high - 1
            cuts.extend(_cut_sentence(text, sentence, language, opens=opens, lead=lead))
            opens = False
    return cuts


def _cut_sentence(
    text: str, sentence: Range, language: str, *, opens: bool, lead: bool
) -> list[Cut]:
    cuts: list[Cut] = []
    for number, clause in enumerate(split_clauses(text, *sentence)):
        for place, (low, high) in enumerate(_coordinates(text, clause, language)):
            first = number == 0 and place == 0
            cuts.append(Cut(low, high, opens and first, not first, lead))
    return cuts


def _coordinates(text: str, clause: Range, language: str) -> list[Range]:
    """A clause cut before "y después trabajará", "and Luis will …", "… y crear …"."""
    tokens = tokenize(text[clause[0] : clause[1]])
    for index in range(3, len(tokens) - 2):
        if tokens[index].plain in _JOINERS and _new_act(tokens, index, language):
            at = clause[0] + tokens[index].start
            left = trim(text, clause[0], at)
            return [left, *_coordinates_once(text, (at, clause[1]), language)]
    return [clause]


def _coordinates_once(text: str, clause: Range, language: str) -> list[Range]:
    """The rest is not cut again: two acts in a sentence are common, three are a list."""
    return [trim(text, *clause)]


def _new_act(tokens: Sequence[Token], index: int, language: str) -> bool:
    after = index + 1
    if plain(tokens, after) in _SEQUEL and _verb_at(tokens, after + 1, language):
        return True
    if _second_infinitive(tokens, index, language):
        return True
    verb = next(
        (
            place
            for place in range(after + 1, min(after + 9, len(tokens)))
            if _verb_at(tokens, place, language)
        ),
        None,
    )
    if verb is None or not any(_verb_at(tokens, place, language) for place in range(1, index)):
        return False
    subject = read_subject(tokens, after, verb, language)
    return subject.actor and subject.span[0] == after


def _verb_at(tokens: Sequence[Token], index: int, language: str) -> bool:
    if index >= len(tokens):
        return False
    if language == "es":
        return spanish_verbs.future_lemma(tokens[index].low) is not None
    return tokens[index].plain in {"will", "shall"} or (
        tokens[index].plain == "to" and plain(tokens, index + 1) in english_verbs.work_bases()
        and tokens[index - 1].is_capital
    )  # fmt: skip


def _second_infinitive(tokens: Sequence[Token], index: int, language: str) -> bool:
    """ "Trabajar en … (a long first part) y crear …": two things to do in one bullet."""
    if language != "es":
        return False
    first = frames_es.open_clause(tokens)
    if index - first < _LONG_CONJUNCT or first >= len(tokens):
        return False
    if not spanish_verbs.is_infinitive(tokens[first].low) or not spanish_verbs.is_infinitive(
        tokens[index + 1].low
    ):
        return False
    between = tokens[first + 1 : index]
    return not any(spanish_verbs.is_infinitive(token.low) for token in between)


def find_act(
    tokens: Sequence[Token], scene: frames_es.Scene, language: str
) -> frames_es.Finding | None:
    """The grammar of the paper's language."""
    return frames_es.find(tokens, scene) if language == "es" else frames_en.find(tokens, scene)
