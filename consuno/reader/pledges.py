"""Undertakings in other words: "dijo estar dispuesta a", "quedó en", "asumió la tarea de", "was ready to"."""

from __future__ import annotations

import re

from consuno.reader.acts import complete
from consuno.reader.blocks import Block
from consuno.reader.context import Paper
from consuno.reader.cutting import Cut
from consuno.reader.drafts import Draft, Section
from consuno.reader.guards import binds_nobody
from consuno.reader.model import Party
from consuno.reader.parties import name_parties
from consuno.reader.speakers import speaker_of
from consuno.reader.text import fold
from consuno.reader.tokens import tokenize

_SAID = r"(?:dij\w+|declar\w+|afirm\w+|manifest\w+|expres\w+|confirm\w+|indic\w+|anunci\w+)"
_PLEDGE = re.compile(
    rf"^\W*(?P<who>[^.;:]{{0,90}}?)\s?\b(?:(?:{_SAID} )?(?:(?:que )?(?:esta\w*|estar) dispuest[oa]s?"
    rf"|{_SAID} su (?:plena |total )?(?:disposicion|disponibilidad|voluntad)) (?:a|de|para) (?=\w+[aei]r)"
    r"|quedo (?:en|de) (?=\w+[aei]r)|quedaron (?:en|de) (?=\w+[aei]r)|quedamos (?:en|de) (?=\w+[aei]r)"
    r"|asum\w+ (?:la tarea|el compromiso|la responsabilidad|el encargo) de (?=\w+[aei]r)"
    r"|(?:(?:said|stated|indicated|confirmed) (?:that )?(?:it|he|she|they|(?:his|her|its|their) \w+) )?"
    r"(?:is|are|was|were|stands|stood) (?:ready|willing|prepared) to "
    r"|(?:took|take|takes) (?:on|upon \w+) the task of |promised to )"
)
_THAT = re.compile(r"(?:,| que| that)$")


def pledge(block: Block, cut: Cut, paper: Paper, section: Section) -> Draft | None:
    """What a sentence undertakes in such words, or None."""
    text = block.text[cut.start : cut.end]
    found = _PLEDGE.match(fold(text))
    if found is None or binds_nobody(text, paper.anchor):
        return None
    draft = Draft(block, [(cut.start, cut.end)], "offer", "se-compromete", section)
    complete(draft, text[found.end() :], paper)
    draft.responsible = _who(text[found.start("who") : found.end("who")], block, cut, paper)
    return draft


def _who(words: str, block: Block, cut: Cut, paper: Paper) -> tuple[Party, ...]:
    words = _THAT.sub("", words.rstrip())
    tokens = tokenize(words)
    if tokens:
        return name_parties(words, tokens, (0, len(tokens)), paper.memory)
    spoke = speaker_of(block.text, cut, paper.memory)
    return (spoke,) if spoke else ()
