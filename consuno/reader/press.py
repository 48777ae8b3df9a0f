"""What news and communiqués report that parties agreed among themselves.

Outside a record of a meeting running text binds nobody: officials hope, explain and promise. Only
two ways of writing count: several parties that agreed, decided or bound themselves to an act still
to be done, and the impersonal "it was agreed that". A lone speaker, however high, binds nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from consuno.reader.gazetteer import find_bodies
from consuno.reader.text import fold
from consuno.reader.tokens import tokenize

_SEVERAL = 3

_MANY_ES = (
    r"(?:los|las)(?: \w+){0,3}? (?:paises|gobiernos|estados|miembros|ministros|ministras|viceministros"
    r"|cancilleres|delegados"
    r"|delegaciones|directores|secretarias|presidentes|mandatarios|jefes|autoridades|redes|entidades|instituciones"
    r"|organizaciones|partes|participantes|representantes|alcaldes|fiscales)\b[^.;:]{0,160}?"
)
_MANY_EN = (
    r"(?:the )?(?:\w+ ){0,3}?(?:countries|governments|states|members|ministers|vice-ministers|delegates"
    r"|delegations|directors"
    r"|secretariats|presidents|leaders|heads|authorities|networks|bodies|institutions|organi[sz]ations|parties|participants"
    r"|representatives|mayors|prosecutors)\b[^.;:]{0,160}?"
)
_BOUND_ES = (
    r"\b(?:acordaron|decidieron|convinieron(?: en)?|resolvieron|se comprometieron(?: \w+){0,2} a|se "
    r"obligaron[^.;]{0,20}? a"
    r"|pactaron|aprobaron)\b"
)
_BOUND_EN = r"\b(?:agreed|decided|resolved|pledged|undertook|committed themselves|committed|bound themselves)\b"
_REPORTS = re.compile(
    rf"^\W*{_MANY_ES}{_BOUND_ES}(?:[^.;]{{0,25}}?)\s(?:\w+(?:ar|er|ir)(?:se|los|las)?\b|que\b)"
    rf"|^\W*{_MANY_EN}{_BOUND_EN}(?:,? [\w ]{{0,25}}?,?)? (?:to|that)\b"
    r"|\bse (?:acordo|convino|resolvio|decidio)(?: \w+){0,2}? (?:que|\w+(?:ar|er|ir)(?:se)?)\b"
    r"|\bit was (?:agreed|decided|resolved) (?:that|to)\b"
)
_NEWS = re.compile(
    r"^\W*[a-z .,'’-]{3,60}(?:,|\()[^.]{0,40}(?:\d{1,2}\W+[a-z]{3,10}|\))[^a-z]{0,12}[-–—]"
    r"|^\W*[a-z .'’]{3,40}\((?:[a-z]+(?:/[a-z]+)?|\d[\d./-]+)\)[^a-z]{0,4}[-–—]"
    r"|\b(?:agencia|reuters|notimex|efe|afp|comunicado de prensa|press release|boletin de prensa|nota de prensa)\b"
)
#: Goes on with what was agreed just before: "También a crear …", "They also pledged to …".
_ALSO = re.compile(
    r"^\W*(?:(?:tambien|asimismo|ademas|igualmente),? a \w+(?:ar|er|ir)\b|(?:they )?also (?:agreed|pledged"
    r"|decided|undertook) to\b)"
)
_AMONG = re.compile(
    r"^\W*entre (?:ellas|ellos|estas|estos|las acciones|las medidas)[^.;]{0,30}(?:estan|figuran|se cuentan"
    r"|destacan) \w+(?:ar|er|ir)\b"
)
_WILL = re.compile(r"\b\w+(?:aran|eran|iran)\b|\bwill\b")
_DATELINE = re.compile(
    r"^\W*[a-z .'’-]{3,40}(?:,[^()]{0,25})?(?:\([^)]{2,40}\))?\W{0,4}\.?[-–—]\s+"
)
_LONG_AGO = re.compile(
    r"^\W*(?:(?:ya )?en|in|by|since|desde|hacia|around) (?:\w+ ){0,2}(?:19|20)\d\d\b|\b(?:then|entonces|that "
    r"year|ese ano)\b"
)
_DENIED = re.compile(
    r"\bno (?:se )?(?:acord|decid|conv|resolv|comprom)|\b(?:did not|failed to|could not) (?:agree|decide)"
    r"|\b(?:habrian|podrian|estarian|reportedly|may have|might)\b|\?"
)


def is_news(texts: Iterable[str]) -> bool:
    """Whether a text opens as news and press notes do: place, date or agency, then a dash."""
    return any(_NEWS.search(fold(text[:200])) for text in islice(texts, 6))


def goes_on(sentence: str) -> bool:
    """Whether a sentence goes on with what the one before reported as agreed."""
    folded = fold(sentence[:600])
    return bool(_ALSO.match(folded) or _AMONG.match(folded))


def reports_agreement(sentence: str) -> bool:
    """Whether a sentence of running text reports what several parties agreed to do."""
    tokens = tokenize(sentence[:600])
    named = [each for each in find_bodies(tokens, crm=True) if each.code.startswith("PAIS:")]
    if len({each.code for each in named}) >= _SEVERAL and named[0].first <= 1:
        # Three countries or more as one subject of a future: they undertook it together.
        after = fold(sentence[tokens[named[_SEVERAL - 1].last].end :][:200])
        if _WILL.search(after):
            return not _DENIED.search(fold(sentence))
    folded = _DATELINE.sub("", fold(sentence[:600]))
    return bool(_REPORTS.search(folded)) and not (
        _DENIED.search(folded) or _LONG_AGO.search(folded)
    )
