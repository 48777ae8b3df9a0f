"""Minutes in, candidate commitments out: a pure function of the text.

The grammar is explained in docs/explanation/reader.md; every item names its rule (``RULES``).
"""

from consuno.reader.extract import extract
from consuno.reader.letters import normalise
from consuno.reader.model import (
    COMMITMENT_KINDS,
    Challenge,
    Deadline,
    Extraction,
    Item,
    Meeting,
    Party,
    Possible,
    Segment,
    Span,
)
from consuno.reader.rules import RULES, Rule

__all__ = [
    "COMMITMENT_KINDS",
    "RULES",
    "Challenge",
    "Deadline",
    "Extraction",
    "Item",
    "Meeting",
    "Party",
    "Possible",
    "Rule",
    "Segment",
    "Span",
    "extract",
    "normalise",
]
