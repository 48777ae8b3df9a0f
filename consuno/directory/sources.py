"""When a source counts: a document that anybody may look up, with its date."""

from __future__ import annotations

import re

#: An address of the web, as references write it: with or without https.
_ADDRESS = re.compile(r"(?:https?://)?(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,10}(?:[/ (,;]|$)", re.I)
#: Names of what States and the Conference publish; a letter, a call or what somebody knows is none of these.
_PUBLISHED = re.compile(
    r"\b(?:acta de|ley(?:es)?|c[oó]digo|constituci[oó]n|decreto|reglamento|acuerdo (?:gubernativo|ministerial)"
    r"|gaceta|diario oficial|registro oficial|d\.?o\.?f\.?|convenci[oó]n|protocolo de|memorandos? de entendimiento"
    r"|act(?:,| of| \d+|$)|u\.?s\.?c\.?|cfr|statute|code|constitution|decree|regulations?|federal register"
    r"|official gazette)\b",
    re.I,
)


def counts(source: str, as_of: str) -> bool:
    """Whether a fact may look «con fuente»: its source is public and dated."""
    return bool(as_of) and bool(_ADDRESS.search(source) or _PUBLISHED.search(source))
