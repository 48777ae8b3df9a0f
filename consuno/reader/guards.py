"""Sentences that look binding and are not: the past, the hypothetical, the question, the quote."""

from __future__ import annotations

import re

from consuno.reader.periods import Anchor
from consuno.reader.text import fold

_HISTORY = re.compile(
    r"\b(?:(?:reunion|sesion|asamblea) (?:anterior|pasada|previa)|ultima (?:reunion|sesion|asamblea)"
    r"|ano pasado|mes pasado|anos anteriores|habia[n]? (?:sido )?\w+[ai]do|anteriormente|en su momento|en aquel\w*"
    r"|(?:previous|last|earlier|preceding) (?:meeting|session|year|month|conference|assembly)|previously"
    r"|had (?:been )?(?:already )?\w+ed|hace (?:\w+ )?(?:anos|meses)|(?:years|months) ago|at that time|back in"
    r"|(?:aprob\w+|ley[oe]\w*|lectura)[^.;]{0,40}\bactas?\b|minutes (?:of [^.;]{0,60})?were (?:read|approved"
    r"|adopted|confirmed)"
    r"|reunion del mes de|meeting of (?:january|february|march|april|may|june|july|august|september|october"
    r"|november|december))\b"
)
_YEAR = re.compile(
    r"^\W*(?:(?:ya|already|but|pero|and|y)\s+)?(?:en|in|since|desde|during|durante)\s+(?:\w+\s+){0,3}?"
    r"((?:1[89]|20)\d\d)\b"
)
_HYPOTHETICAL = re.compile(
    r"^\W*(?:si |if |in case |de haber|ojala|perhaps |maybe |quiza|tal vez|had |were )|\bno se (?:acordo|llego a"
    r"|decidio|aprobo|adopto)"
    r"|\bno (?:agreement|decision|action) (?:was|were|is|has)|\bnot (?:agreed|approved|adopted|carried|decided)\b"
    r"|\b(?:moci[oo]n|motion|propuesta|proposal)\b[^.]{0,60}\b(?:rechazad|rechazo|retir|lost\b|defeated|rejected|withdrawn|failed)"
    r"|\bno (?:fue|fueron|ha sido) aprobad|\bwas (?:lost|defeated|rejected|withdrawn)\b"
)
_LAW_QUOTE = re.compile(
    r"\b(?:articulo|article|art\.?|clausula|clause|ley|act|rule|reglamento|statute|bylaw|convention|convencion|section)\b"
    r"[^.:]{0,60}\b(?:establece|dispone|dice|senala|estipula|preve|provides|states|stipulates|reads|requires)\b"
)
_PRINCIPLE = re.compile(
    r"^\W*(?:rechaz\w+|repudi\w+|conden\w+|reject\w*|condemn\w*) (?:toda?s?|cualquier|energicamente|firmemente"
    r"|all|any|every|firmly)\b"
)
#: What somebody pointed out is no duty of theirs.
_POINTED_OUT = re.compile(
    r"\b(?:hizo|hicieron|hace[n]?) (?:ver|notar|constar) que\b|\bpointed out that\b"
)
_OPEN_QUOTE = ("«", "“", '"')


def binds_nobody(sentence: str, anchor: Anchor) -> bool:
    """Whether the sentence tells of the past, supposes, asks, or quotes a law."""
    text = sentence[:1200]
    folded = fold(text)
    if text.rstrip().endswith("?") or text.lstrip().startswith(_OPEN_QUOTE) or "¿" in text:
        return True
    if _PRINCIPLE.match(folded) or _HYPOTHETICAL.search(folded) or _LAW_QUOTE.search(folded):
        return True
    if _POINTED_OUT.search(folded):
        return True
    return is_history(folded, anchor)


def is_history(folded: str, anchor: Anchor) -> bool:
    """Whether the sentence is about an earlier meeting or year."""
    if _HISTORY.search(folded[:400]):
        return True
    year = _YEAR.search(folded[:120])
    return bool(year and anchor.meeting and int(year[1]) < anchor.meeting.year)
