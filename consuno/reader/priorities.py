"""Lists of priorities: every member counts, binding or not, with its place in the tree."""

from __future__ import annotations

import itertools
import re

from consuno.reader.acts import read_act, with_basis
from consuno.reader.blocks import Block
from consuno.reader.cutting import Cut, cut_block
from consuno.reader.drafts import Draft
from consuno.reader.frames import Scene
from consuno.reader.gazetteer import find_bodies
from consuno.reader.items import link
from consuno.reader.model import Party, SegmentKind
from consuno.reader.nesting import Family
from consuno.reader.parties import name_parties
from consuno.reader.spanish_verbs import is_infinitive
from consuno.reader.state import State
from consuno.reader.text import fold
from consuno.reader.tokens import tokenize

_LABELS = (
    ("topic", re.compile(r"^\W*(?:temas?|topicos?|contenidos?|topics?|themes?|contents?|areas?)\W*$")),
    ("audience", re.compile(r"^\W*(?:dirigid[oa]s? a|destinatari[oa]s?|para|audiencia|publico|aimed at|addressed "
                            r"to|audience|for)\W*$")),
)  # fmt: skip
_THROUGH = re.compile(
    r"\b(?:a traves de|por medio de|por parte de|mediante|entre|through|by means of|between|among)\s+"
)
_NOMINAL_ACT = re.compile(r"^\w+(?:miento|miento de)$")


def read_priority(state: State, block: Block, family: Family) -> list[Draft]:
    """The drafts of one block of a priority list."""
    label = _label(block.text)
    if label is not None:
        state.nesting.levels[-1].label = label
        state.mark(block, "label", len(state.nesting.levels) - 1)
        return []
    facet = state.nesting.label
    if facet and _is_act(block.text, audience=facet == "audience"):
        state.nesting.leave_label()
        if block.marker is not None:
            state.nesting.enter(block.marker)
        facet = None
    drafts = _drafts(state, block)
    parent = _parent(state, block)
    for draft in drafts:
        draft.parent, draft.priority_list = parent, True
        _place(state, draft, facet, family)
    _remember(state, block, drafts, parent)
    kind: SegmentKind = "group" if drafts and drafts[0].facet == "group" else "item"
    state.mark(block, kind, len(state.nesting.levels) - 1)
    return drafts


def _label(text: str) -> str | None:
    if not text.rstrip().endswith(":"):
        return None
    folded = fold(text)
    return next((name for name, pattern in _LABELS if pattern.match(folded)), None)


def _is_act(text: str, *, audience: bool) -> bool:
    """A member that says what to do has left the list of topics or audiences."""
    first = text.split()[0].strip("·•-*.,:").lower() if text.split() else ""
    return is_infinitive(first) or (audience and fold(first).endswith(("miento", "cion", "sion")))


def _drafts(state: State, block: Block) -> list[Draft]:
    """Undertakings by their own words; otherwise the whole member is one priority."""
    paper = state.paper
    bound: list[Draft] = []
    cuts = cut_block(block.text, paper.language, item=True)
    for cut in cuts:
        scene = Scene("priority", cut.opens or bool(bound), paper.bare, record=True)
        draft = read_act(block, cut, scene, paper, state.section)
        if draft is None or draft.rule not in {
            "future-with-actor",
            "must",
            "in-charge",
            "future-in-list",
        }:
            continue
        if draft.rule == "future-in-list" and not (bound and cut.goes_on):
            continue
        link(state, bound, draft, cut)
        if cut.goes_on and bound and not draft.responsible:
            draft.responsible = with_basis(bound[-1].responsible, "inherited")
            draft.distributive = bound[-1].distributive
        bound.append(draft)
    if bound:
        return bound
    return [_priority(state, block, low, high) for low, high in _members(block.text, cuts)]


def _members(text: str, cuts: list[Cut]) -> list[tuple[int, int]]:
    """One range, or two where a long first act is followed by "y crear …"."""
    for before, cut in itertools.pairwise(cuts):
        words = text[cut.start : cut.end].split(None, 2)
        if (
            cut.goes_on
            and len(words) > 1
            and words[0] in {"y", "e"}
            and is_infinitive(words[1].lower())
        ) and not text[before.start : before.end].endswith(";"):
            return [(0, before.end), (cut.start, len(text))]
    return [(0, len(text))]


def _priority(state: State, block: Block, low: int, high: int) -> Draft:
    draft = Draft(block, [(low, high)], "priority", "listed-priority", state.section)
    draft.responsible = _through(state, block.text[low:high])
    return draft


def _through(state: State, text: str) -> tuple[Party, ...]:
    """Doers of a nominal item: "a través de X, Y y Z", "entre Gobierno – Sociedad Civil"."""
    match = _THROUGH.search(fold(text))
    if match is None:
        return ()
    stop = re.compile(r"\b(?:para|for|to|con el fin)\b|[:;.]").search(fold(text), match.end())
    phrase = text[match.end() : stop.start() if stop else len(text)]
    tokens = tokenize(phrase)
    if not find_bodies(tokens, crm=state.paper.memory.crm):
        return ()
    found: list[Party] = []
    for mention in find_bodies(tokens, crm=state.paper.memory.crm):
        span = (mention.first, mention.last + 1)
        found.extend(name_parties(phrase, tokens, span, state.paper.memory))
    return tuple(dict.fromkeys(found))


def _parent(state: State, block: Block) -> Draft | None:
    """The item above; a one-word member is a sub-type of the longer member before it."""
    level = state.nesting.levels[-1] if state.nesting.levels else None
    if level and level.item and len(block.text.split()) == 1 and len(level.item.text.split()) > 1:
        return level.item
    return state.nesting.parent


def _remember(state: State, block: Block, drafts: list[Draft], parent: Draft | None) -> None:
    level = state.nesting.levels[-1]
    if drafts and not (parent is not None and parent is level.item):
        level.item = drafts[0]


def _place(state: State, draft: Draft, facet: str | None, family: Family) -> None:
    draft.theme = state.theme
    if facet:
        draft.facet, draft.actionable, draft.rule = facet, False, "listed-facet"
    elif draft.kind == "priority":
        lettered = family[0] in {"letter", "roman"}
        outermost = len(state.nesting.levels) == 1
        draft.facet = "group" if lettered and outermost else "item" if outermost else "subitem"
        if draft.facet == "subitem" and draft.parent and draft.parent.facet == "group":
            draft.facet = "item"
        if draft.facet == "group":
            draft.theme = _group_theme(draft.text)
    if draft.parent is not None:
        group = draft.parent if draft.parent.facet == "group" else draft.parent.parent
        if group is not None and group.facet == "group":
            draft.theme = group.theme
        if not draft.responsible and draft.facet not in {"topic", "audience"}:
            draft.responsible = with_basis(draft.parent.responsible, "inherited")


def _group_theme(text: str) -> str:
    """ "Poblaciones LGBTI (…)" is about "poblaciones LGBTI"."""
    theme = text.split("(", 1)[0].strip(" .;:")
    return theme[:1].lower() + theme[1:] if not theme[:2].isupper() else theme
