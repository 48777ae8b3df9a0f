"""The items of a block that binds: by its words, by where it stands, and by what stands before."""

from __future__ import annotations

import re

from consuno.reader import courtesies, finite_en, frames_en, frames_es, spanish_verbs
from consuno.reader.acts import (
    complete,
    name_before_colon,
    read_act,
    read_attribute,
    read_tag,
    with_basis,
)
from consuno.reader.blocks import Block
from consuno.reader.cutting import Cut, cut_block, run_in_title
from consuno.reader.drafts import Draft
from consuno.reader.frames import Scene
from consuno.reader.model import Party
from consuno.reader.parties import name_parties, read_leader, read_suffix
from consuno.reader.pledges import pledge
from consuno.reader.presents import present
from consuno.reader.state import State
from consuno.reader.text import fold
from consuno.reader.tokens import tokenize

_ANAPHORA = re.compile(
    r"^\W*(?:dich[oa]s?|est[ea]|estos|estas|ell[oa]s?|el mismo|la misma|this|these|such|the said|they|it)\b"
)
_SAYS_WHO = re.compile(
    r"\b(?:llevad[oa]s? a cabo|a cargo|coordinad[oa]s?|ejecutad[oa]s?|carried out|led|undertaken|done)\b"
)
_ATTRIBUTE = re.compile(
    r"^\W*(?:plazo|fecha(?: limite)?|responsables?|encargad[oa]s?|vence|vencimiento|deadline|due(?: date)?|owner"
    r"|responsible|lead|by when|target date|timeline|when|who)\s*:"
)


def listed(state: State, block: Block) -> Draft:
    """The whole block as one item, because of where it stands."""
    kind = state.heading.kind or "agreement"
    start = run_in_title(block.text)
    end = len(block.text)
    begin, named = name_before_colon(block.text, start, state.paper)
    draft = Draft(
        block, [(start, end)], kind, "named-task" if named else "listed-agreement", state.section
    )
    complete(draft, block.text[start:end], state.paper)
    draft.responsible = (
        named or _wished_of(state, block.text) or named_at_end(state, block.text) or state.inherited
    )
    draft.theme = state.theme
    if begin != start:
        draft.ranges = [(start, end)]
    return draft


def _wished_of(state: State, text: str) -> tuple[Party, ...]:
    """ "Que cada país designe …": whom a list wishes to do it."""
    tokens = tokenize(text[:300])
    if state.paper.language != "es" or not tokens or tokens[0].plain != "que":
        return ()
    asked = len(tokens) > 3 and tokens[1].plain == "se"  # "Que se solicite a la OIM …"
    span = frames_es.dative(tokens, 3) if asked else frames_es.clause_subject(tokens, 0)
    return name_parties(text, tokens, span, state.paper.memory)


def named_at_end(state: State, text: str) -> tuple[Party, ...]:
    """Whom the end of an item names, in a bracket or as who leads it."""
    return read_suffix(text, state.paper.memory) or read_leader(text, state.paper.memory)


def acts_of(state: State, block: Block, *, item: bool) -> list[Draft]:
    """All drafts of an operative block, by its words or by where it stands."""
    start = run_in_title(block.text)
    tag = read_tag(block.text, start)
    begin = start + tag.end() if tag else start
    begin, named = name_before_colon(block.text, begin, state.paper)
    found: list[Draft] = []
    for cut in cut_block(block.text, state.paper.language, item=item, start=begin):
        scene = Scene(state.heading.kind or "agreement", cut.opens, state.paper.bare, record=True)
        draft = read_courteous(block, cut, scene, state)
        if draft is None and cut.opens:
            draft = _bare_verb(state, block, cut)
        draft = draft or present(state, block, cut)
        if draft is None:
            extend(state, found, cut)
            continue
        if not _names_the_doer(state, found, draft, cut):
            _settle(state, draft, named)
            link(state, found, draft, cut)
            found.append(draft)
    return found


def read_courteous(block: Block, cut: Cut, scene: Scene, state: State) -> Draft | None:
    """What a sentence binds by its own words, or behind the courtesy it opens with."""
    draft = read_act(block, cut, scene, state.paper, state.section)
    hidden = courtesies.hidden(block, cut, state.paper, state.section)
    if draft is None or draft.kind in {"note", "decision"}:
        return hidden or pledge(block, cut, state.paper, state.section) or draft
    if hidden and not draft.responsible:
        draft.responsible = hidden.responsible
    behind = courtesies.owner_behind(block.text[cut.start : cut.end], state.paper)
    draft.responsible = behind or draft.responsible
    return draft


def _bare_verb(state: State, block: Block, cut: Cut) -> Draft | None:
    """ "Elaborar un informe …", "Prepare a report …" at the head of an item."""
    text = block.text[cut.start : cut.end]
    tokens = tokenize(text)
    if state.paper.language == "es":
        first = frames_es.open_clause(tokens)
        fits = first < len(tokens) and spanish_verbs.is_infinitive(tokens[first].low)
    else:
        first = frames_en.open_clause(tokens)
        first += first < len(tokens) and tokens[first].plain == "to"
        fits = finite_en.is_base(tokens, first)
    if not fits:
        return None
    kind = state.heading.kind or "agreement"
    draft = Draft(block, [(cut.start, cut.end)], kind, "infinitive-at-item", state.section)
    complete(draft, text, state.paper)
    draft.responsible = named_at_end(state, text) or state.inherited
    return draft


def extend(state: State, found: list[Draft], cut: Cut) -> None:
    """A clause after a semicolon that binds nobody itself belongs to the one before.

    So does "Plazo: 16 de marzo." or "Responsable: Ana.", which is then read again as one.
    """
    if not found:
        return
    last = found[-1]
    words = last.block.text[cut.start : cut.end]
    attribute = _ATTRIBUTE.match(fold(words)) is not None
    if cut.goes_on or attribute:
        last.ranges[-1] = (last.ranges[-1][0], cut.end)
    if attribute:
        read_attribute(last, words, state.paper)


def _names_the_doer(state: State, found: list[Draft], draft: Draft, cut: Cut) -> bool:
    """ "Dicho mecanismo será llevado a cabo por X" only says who: it completes the item."""
    text = fold(draft.block.text[cut.start : cut.end])
    if not (
        found and draft.rule == "passive-future" and draft.responsible and _ANAPHORA.match(text)
    ):
        return False
    if not _SAYS_WHO.search(text) or found[-1].responsible:
        return False
    found[-1].ranges.append((cut.start, cut.end))
    found[-1].responsible = draft.responsible
    return True


def _settle(state: State, draft: Draft, named: tuple[Party, ...]) -> None:
    draft.theme = state.theme
    if not draft.responsible:
        draft.responsible = named or (
            state.inherited if draft.kind != "request" or state.heading.kind == "request" else ()
        )


def link(state: State, found: list[Draft], draft: Draft, cut: Cut) -> None:
    """Anaphora and sequels depend on, or inherit from, what stands before."""
    text = fold(draft.block.text[cut.start : cut.end])
    previous = found[-1] if found else (state.drafts[-1] if state.drafts else None)
    if previous is None:
        return
    sequel = draft.deadline.relative_to == "previous item"
    if sequel or (_ANAPHORA.match(text) and found):
        draft.depends_on = previous
    if cut.goes_on and found and not draft.responsible and draft.rule.startswith("future"):
        draft.responsible = with_basis(previous.responsible, "inherited")
        draft.distributive = previous.distributive


_SETTLES = re.compile(
    r"^\W*(?:que |to )?(?:aprobar|adoptar|ratificar|designar|nombrar|elegir|aceptar|rechazar|autorizar|declarar|fijar"
    r"|establecer que|mantener|determinar|disponer|decid\w*|resolv\w*|approv\w*|adopt\w*|ratif\w*|appoint\w*|elect\w*"
    r"|accept\w*|reject\w*|authori[sz]\w*|declar\w*|endors\w*|keep|maintain|fix)\b"
)


def weigh_decision(draft: Draft) -> None:
    """Under "DECIDEN:" an act still to be done is agreed; only what settles a matter is decided."""
    if draft.kind != "decision" or draft.rule not in {"infinitive-at-item", "listed-agreement"}:
        return
    if not _SETTLES.match(fold(draft.text[:80])):
        draft.kind, draft.actionable = "agreement", True
