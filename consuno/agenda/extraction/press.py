"""What news and communiqués report that parties agreed among themselves.

Outside a record of a meeting running text binds nobody: officials hope, explain and promise. Only
two ways of writing count: several parties that agreed, decided or bound themselves to an act still
to be done, and the impersonal "it was agreed that". A lone speaker, however high, binds nobody.
"""

from __future__ import annotations

import re

from consuno.agenda.extraction.text import fold

_MANY_ES = (
    r"(?:los|las)(?: \w+){0,3}? (?:paises|gobiernos|estados|miembros|ministros|ministras|viceministros|cancilleres|delegados"
    r"|delegaciones|directores|secretarias|presidentes|mandatarios|jefes|autoridades|redes|entidades|instituciones"
    r"|organizaciones|partes|participantes|representantes|alcaldes|fiscales)\b[^.;:]{0,160}?"
)
_MANY_EN = (
    r"(?:the )?(?:\w+ ){0,3}?(?:countries|governments|states|members|ministers|vice-ministers|delegates|delegations|directors"
    r"|secretariats|presidents|leaders|heads|authorities|networks|bodies|institutions|organi[sz]ations|parties|participants"
    r"|representatives|mayors|prosecutors)\b[^.;:]{0,160}?"
)
_BOUND_ES = (
    r"\b(?:acordaron|decidieron|convinieron(?: en)?|resolvieron|se comprometieron(?: \w+){0,2} a|se obligaron[^.;]{0,20}? a"
    r"|pactaron|aprobaron)\b"
)
_BOUND_EN = r"\b(?:agreed|decided|resolved|pledged|undertook|committed themselves|committed|bound themselves)\b"
_REPORTS = re.compile(
    rf"^\W*{_MANY_ES}{_BOUND_ES}(?:[^.;]{{0,25}}?)\s(?:\w+(?:ar|er|ir)(?:se|los|las)?\b|que\b)"
    rf"|^\W*{_MANY_EN}{_BOUND_EN}(?:,? [\w ]{{0,25}}?,?)? (?:to|that)\b"
    r"|\bse (?:acordo|convino|resolvio|decidio)(?: \w+){0,2}? (?:que|\w+(?:ar|er|ir)(?:se)?)\b"
    r"|\bit was (?:agreed|decided|resolved) (?:that|to)\b"
)
_DENIED = re.compile(
    r"\bno (?:se )?(?:acord|decid|conv|resolv|comprom)|\b(?:did not|failed to|could not) (?:agree|decide)"
    r"|\b(?:habrian|podrian|estarian|reportedly|may have|might)\b|\?"
)


def reports_agreement(sentence: str) -> bool:
    """Whether a sentence of running text reports what several parties agreed to do."""
    folded = fold(sentence[:600])
    return bool(_REPORTS.search(folded)) and not _DENIED.search(folded)
