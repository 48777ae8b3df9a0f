"""From one piece of text to a draft: rule, parties, deadline and condition."""

from __future__ import annotations

import re
from dataclasses import replace

from consuno.reader.blocks import Block
from consuno.reader.context import Paper
from consuno.reader.cutting import Cut, find_act
from consuno.reader.deadlines import find_deadline, language_cues
from consuno.reader.drafts import Draft, Section
from consuno.reader.frames import Finding, Scene
from consuno.reader.guards import binds_nobody
from consuno.reader.model import Basis, Party
from consuno.reader.motions import is_motion, outcome
from consuno.reader.parties import (
    doers,
    name_parties,
    read_leader,
    read_suffix,
    remember,
    resolve_pronoun,
)
from consuno.reader.subjects import is_actor
from consuno.reader.text import fold, squeeze
from consuno.reader.tokens import Token, tokenize

_EACH = re.compile(r"^\W*(?:que\s+)?(?:cada|todos|todas|each|every|all)\b")
_TAG = re.compile(
    r"(?:\*{0,2})(?:action(?: item| point)?s?|accion|tarea|task|to-?do|acuerdo|acordado|agreed|decision"
    r"|resolved|resolution|decided|compromiso|a/i|ap|pendiente)\s*(?:n?[°º.o]*\s?#?\d+[\d./-]*)?\s*(?:\*{0,2})\s*"
    r"(?:\((?P<who>[^)]{2,60})\)|\[(?P<who2>[^\]]{2,60})\])?\s*(?::|—|–|\s-)\s*(?:\*{0,2})\s*"
)
_NAMED = re.compile(r"(?P<who>[^:;.()]{2,70}?)\s*+(?::|(?<=\s)[–—-])\s+(?=\S)")
#: "Luisa y Ana": no body, and no noun that does things, but two who do.
_TWO_NAMES = re.compile(r"[A-ZÁÉÍÓÚÑ]\w+ (?:y|e|and) [A-ZÁÉÍÓÚÑ]\w+")
_TAG_KINDS = {
    "decision": "decision", "resolved": "decision", "resolution": "decision", "decided": "decision",
}  # fmt: skip
_MAX_NAME_WORDS = 8


def read_tag(text: str, start: int) -> re.Match[str] | None:
    """ "ACTION:", "Acción 3 (JS) –": the tag at ``start``, or None."""
    return _TAG.match(fold(text[start : start + 160]))


def tag_kind(tag: str) -> str:
    """The kind a tag announces: decisions decide, all others are agreed actions."""
    return next(
        (kind for word, kind in _TAG_KINDS.items() if tag.strip(" *").startswith(word)), "agreement"
    )


def names_in_tag(tag: str, words: str, paper: Paper) -> tuple[Party, ...]:
    """ "ACCIÓN [IR, TU]:": the doers a tag carries in brackets."""
    match = _TAG.match(tag)
    place = next((name for name in ("who", "who2") if match and match[name]), None)
    if match is None or place is None:
        return ()
    return doers(words[match.start(place) : match.end(place)], paper.memory)


def name_before_colon(text: str, start: int, paper: Paper) -> tuple[int, tuple[Party, ...]]:
    """ "Ana: enviar el informe": where the task begins and who is named; (start, ()) if none."""
    match = _NAMED.match(text[start : start + 120])
    if match is None or len(match["who"].split()) > _MAX_NAME_WORDS:
        return start, ()
    if _TWO_NAMES.fullmatch(match["who"]):
        return start + match.end(), doers(match["who"], paper.memory)
    tokens = tokenize(match["who"])
    if not tokens or not is_actor(tokens, (0, len(tokens)), paper.language):
        return start, ()
    parties = name_parties(match["who"], tokens, (0, len(tokens)), paper.memory)
    return (start + match.end(), parties) if parties else (start, ())


def read_act(block: Block, cut: Cut, scene: Scene, paper: Paper, section: Section) -> Draft | None:
    """The draft that one piece of text makes by its own words, or None."""
    text = block.text[cut.start : cut.end]
    tokens = tokenize(text)
    finding = find_act(tokens, scene, paper.language) if tokens else None
    if finding is None or binds_nobody(text, paper.anchor):
        remember(tokens, paper.memory)
        return None
    kind, rule = finding.kind, finding.rule
    if is_motion(text):
        result = outcome(block.text, cut.start, cut.end)
        if result == "lost":
            return None
        if result == "carried" and kind in {"proposal", "decision"}:
            kind, rule = "decision", "motion-carried"
    draft = Draft(block, [(cut.start, cut.end)], kind, rule, section)
    draft.actionable = finding.actionable
    complete(draft, text, paper)
    dated = draft.deadline.resolved is not None or draft.deadline.kind == "recurrent"
    if finding.needs_date and not dated:
        remember(tokens, paper.memory)
        return None
    _set_parties(draft, finding, text, tokens, paper)
    remember(tokens, paper.memory)
    return draft


def complete(draft: Draft, text: str, paper: Paper) -> None:
    """Deadline and condition, read from the words."""
    draft.deadline = find_deadline(text, paper.anchor, paper.language)
    match = language_cues(paper.language).condition.search(fold(text[:1500]))
    if match:
        draft.condition = squeeze(text[match.start("cond") : match.end("cond")])


def read_attribute(draft: Draft, words: str, paper: Paper) -> None:
    """Take a deadline or doer written apart behind the item."""
    deadline = find_deadline(words, paper.anchor, paper.language)
    if deadline.kind != "none" and draft.deadline.kind == "none":
        draft.deadline = deadline
    if not draft.responsible:
        draft.responsible = read_suffix(words, paper.memory)


def _set_parties(
    draft: Draft, finding: Finding, text: str, tokens: list[Token], paper: Paper
) -> None:
    if finding.kind == "request":
        draft.responsible = name_parties(text, tokens, finding.target, paper.memory)
        draft.requester = name_parties(text, tokens, finding.subject, paper.memory)
    else:
        span = finding.agent or finding.subject
        draft.responsible = name_parties(text, tokens, span, paper.memory)
    draft.responsible = resolve_pronoun(draft.responsible, paper.memory.named)
    paper.memory.named = [*draft.requester, *draft.responsible] or paper.memory.named
    if not draft.responsible:
        draft.responsible = read_suffix(text, paper.memory) or read_leader(text, paper.memory)
    span = finding.target or finding.subject
    draft.distributive = is_distributive(draft, text, tokens, span)


def is_distributive(
    draft: Draft, text: str, tokens: list[Token], span: tuple[int, int] | None
) -> bool:
    """One instance for each: "cada", "todos los", or the countries as a class."""
    if any((party.body or "").endswith(":each") for party in draft.responsible):
        return True
    if span is None or not draft.responsible:
        return False
    if any(party.body == "PAISES-CRM" for party in draft.responsible):
        return True
    words = text[tokens[span[0]].start : tokens[min(span[1], len(tokens)) - 1].end]
    return bool(_EACH.match(fold(words)))


def with_basis(parties: tuple[Party, ...], basis: Basis) -> tuple[Party, ...]:
    """The same parties, known on other grounds."""
    return tuple(replace(party, basis=basis) for party in parties)
