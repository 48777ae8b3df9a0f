"""Words made comparable: fold, stem, synonyms. Pure, and the same on both databases.

Source of the method: stems with accents taken off and «final z is c» find plurals that each
database's own stemmer misses (juez, jueces).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

import snowballstemmer

from consuno.core.text import fold
from consuno.domain import rows

_WORD = re.compile(r"[a-z0-9]+")
STOP = frozenset(
    """a al ante bajo con contra de del desde donde e el ella ellas ellos en entre es esa ese eso esta
    este esto ha hay la las le les lo los mas me mi muy no nos o para pero por que quien se ser si
    sin sobre son su sus tambien un una unas unos y ya como cual cuando
    an and are as at be by for from has have in into is it its of on or that the their them there
    they this to was were what when where which who will with how""".split()
)
#: Longest word that is kept, in letters.
LONGEST = 40


@cache
def _stemmers() -> dict[str, snowballstemmer.basestemmer.BaseStemmer]:
    return {"es": snowballstemmer.stemmer("spanish"), "en": snowballstemmer.stemmer("english")}


@lru_cache(maxsize=200_000)
def stem(word: str, language: str) -> str:
    """The stem of a folded word."""
    if language == "es" and word.endswith("z"):
        word = word[:-1] + "c"
    found = fold(_stemmers()[language].stemWord(word))
    if language == "es":  # what Spanish leaves apart: víctima, víctimas; refugiado, refugiar
        found = re.sub(r"(?:aci|ici|uci)?on(?:es)?$", "", found) if len(found) > 6 else found
        found = found[:-1] + "c" if found.endswith("z") else found
    return found[:LONGEST]


def words(text: str) -> list[str]:
    """The folded words of a text that say something."""
    return [word[:LONGEST] for word in _WORD.findall(fold(text)) if word not in STOP]


def tokens(title: str, text: str, language: str) -> str:
    """What the index keeps: each stem once, those of the title also with «0» before them."""
    heads = {stem(word, language) for word in words(title)}
    body = {stem(word, language) for word in words(text)} | heads
    return " ".join(sorted(body | {f"0{token}" for token in heads}))


@cache
def _synonyms() -> dict[str, frozenset[str]]:
    """Words that mean the same, in both languages: `consuno/domain/terms/synonyms.csv`."""
    found: dict[str, set[str]] = {}
    for row in rows("terms/synonyms.csv"):
        group = {fold(word.strip()) for word in row["words"].split(";")}
        for word in group:
            found.setdefault(word, set()).update(group)
            for language in ("es", "en"):
                found.setdefault(f"{language}:{stem(word, language)}", set()).update(group)
    return {word: frozenset(group) for word, group in found.items()}


def alternatives(word: str) -> list[str]:
    """Stems that a word of a question may stand as: its own in both languages, its synonyms'."""
    own = [stem(word, "es"), stem(word, "en")]
    same: set[str] = set(_synonyms().get(word, ()))
    for language in ("es", "en"):
        same |= _synonyms().get(f"{language}:{stem(word, language)}", frozenset())
    single = sorted(each for each in same if " " not in each)
    return list(dict.fromkeys([*own, *_stems(single)]))


def _stems(found: Iterable[str]) -> list[str]:
    return [stem(word, language) for word in found for language in ("es", "en")]
