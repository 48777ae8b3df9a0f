"""The walk through a paper, block by block: which heading rules, which list is open, what it makes."""

from __future__ import annotations

import re

from consuno.reader import items, press, prose
from consuno.reader.acts import (
    read_act,
    with_basis,
)
from consuno.reader.assigned import addressed, assigned, attributed, named
from consuno.reader.blocks import Block
from consuno.reader.context import Paper
from consuno.reader.cutting import Cut, cut_block, run_in_title
from consuno.reader.drafts import ChallengeDraft, Draft, Section
from consuno.reader.frames import Scene
from consuno.reader.headings import (
    PROSE,
    Heading,
    join_titles,
    read_heading,
    read_opener,
    read_theme,
)
from consuno.reader.language import clear_language
from consuno.reader.model import Party
from consuno.reader.priorities import read_priority
from consuno.reader.rows import read_row
from consuno.reader.state import State
from consuno.reader.text import fold, squeeze

_THANKS = re.compile(
    r"\b(?:agradec\w+|gracias|thank\w*|felicit\w+|reconocimiento|gratitude|appreciation)\b"
)


def walk(blocks: list[Block], paper: Paper) -> State:
    """Walk the whole paper."""
    blocks = join_titles(blocks)
    state = State(paper, news=press.is_news(block.text for block in blocks))
    for index, block in enumerate(blocks):
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        _step(state, block, following, first=index == 0)
    return state


def _step(state: State, block: Block, following: Block | None, *, first: bool) -> None:
    if state.paper.mixed:
        state.paper.language = clear_language(block.text) or state.paper.language
    if block.footnote:
        state.mark(block, "footnote")
        return
    if block.row is not None:
        state.mark(block, "item")
        _keep(state, [read_row(block, block.row, state.paper, state.section)])
        return
    if block.marker is not None and block.marker.box:
        _task(state, block)
        return
    task = assigned(state, block) or named(state, block) or attributed(state, block)
    if task is not None:
        state.mark(block, "item")
        _keep(state, [task])
        return
    heading = None if _is_nested_lead(state, block, following) else _heading_of(state, block)
    if heading is not None:
        _enter(state, block, heading, first=first)
    elif state.heading.mode == "closed":
        _in_closed(state, block)
    elif state.heading.mode == "challenge":
        _in_challenges(state, block)
    else:
        _in_content(state, block)


def _task(state: State, block: Block) -> None:
    """A check box: done things are past, open ones are agreed wherever they stand."""
    if block.marker is None or block.marker.box == "done" or not state.paper.genre.lists:
        state.mark(block, "prose")
        return
    ruling, state.heading = state.heading, Heading("list", "agreement", state.heading.theme)
    _in_list(state, block)
    state.heading = ruling


def _heading_of(state: State, block: Block) -> Heading | None:
    in_list = state.heading.mode in {"list", "challenge"} and (state.heading.opener or state.listed)
    return read_heading(block, in_list=in_list)


def _is_nested_lead(state: State, block: Block, following: Block | None) -> bool:
    """A short label inside a priority list ("a. Temas:") is no heading."""
    return (
        state.heading.kind == "priority" and block.marker is not None and following is not None
        and block.marker.style in {"letter", "bullet"} and len(block.text.split()) <= 4
        and following.marker is not None and following.marker.family != block.marker.family
    )  # fmt: skip


def _enter(state: State, block: Block, heading: Heading, *, first: bool) -> None:
    """A heading takes over."""
    state.mark(block, "heading")
    state.closed_by = block.marker if heading.mode == "closed" else None
    # The first line is most often the title of the paper; a bare "Acuerdos" is a heading.
    if first and not heading.opener and len(block.text.split()) > 2:
        heading = PROSE
    if not state.paper.genre.lists and heading.mode != "closed":
        heading = PROSE
    numbered = block.marker is not None and block.marker.style in {"number", "roman", "multi"}
    nested = (
        heading.opener
        and state.heading.opener
        and block.marker is not None
        and state.listed
        and not numbered
    )
    if heading.opener:
        state.inherited = _opener_parties(state, block)
    else:
        state.inherited = ()
    if not nested:
        _new_section(state, block, heading, numbered=numbered)
    if heading.opener and not state.heading.opener:
        state.outer = state.heading
    if not heading.opener:
        state.outer = heading
    keeps_force = (
        heading.mode == "prose"
        and numbered
        and state.heading.mode == "list"
        and not state.heading.opener
    )
    state.heading = state.heading if keeps_force else heading
    state.nesting.clear()
    state.listed = False


def _new_section(state: State, block: Block, heading: Heading, *, numbered: bool) -> None:
    if heading.mode == "final":
        state.section, state.theme = Section("F", heading.theme), heading.theme
    elif numbered and block.marker is not None:
        state.section = Section(block.marker.label.upper(), heading.theme)
        state.theme = heading.theme
    elif heading.opener and heading.theme is None:
        state.theme = state.section.theme or state.theme
    elif heading.theme is not None or not heading.opener:
        state.sections += 1
        state.section = Section(str(state.sections), heading.theme)
        state.theme = heading.theme


def _opener_parties(state: State, block: Block) -> tuple[Party, ...]:
    scene = Scene(record=True, bare=state.paper.bare)
    cut = Cut(0, len(block.text))
    draft = read_act(block, cut, scene, state.paper, state.section)
    found = draft.responsible if draft else ()
    return with_basis(found or addressed(block.text, state.paper.memory), "inherited")


def _in_closed(state: State, block: Block) -> None:
    """Attendance, agendas, annexes: nothing binds until the next title or running text."""
    if prose.is_next_title(state, block):
        state.mark(block, "heading")
        state.heading, state.closed_by, state.theme = PROSE, None, read_theme(block.text)
        return
    long = len(block.text.split()) >= 18 and block.text.rstrip().endswith(".")
    if long and block.marker is None and not state.heading.theme:
        state.heading = PROSE
        _in_content(state, block)
    else:
        state.mark(block, "prose")


def _in_challenges(state: State, block: Block) -> None:
    if block.marker is None and not (
        state.listed is False and len(block.text.split()) < 40 and state.heading.opener
    ):
        state.heading = state.outer
        _in_content(state, block)
        return
    state.listed = True
    state.mark(block, "challenge")
    state.challenges.append(ChallengeDraft(block, state.theme))


def _in_content(state: State, block: Block) -> None:
    if (
        state.heading.opener
        and state.listed
        and block.marker is None
        and state.heading.mode == "list"
    ):
        state.heading, state.listed = state.outer, False
        state.nesting.clear()
        state.inherited = ()
    if state.heading.mode in {"list", "final"}:
        _in_list(state, block)
    else:
        _in_prose(state, block)


def _in_list(state: State, block: Block) -> None:
    """A block under a heading that announces agreements, priorities, actions …"""
    item = block.marker is not None or (state.heading.mode == "list" and not state.listed)
    if block.marker is not None:
        state.listed = True
        level = state.nesting.enter(block.marker)
    if state.heading.kind == "priority":
        if block.marker is not None:
            _keep(state, read_priority(state, block, level.family))
        return
    parent = state.nesting.parent if block.marker is not None else None
    drafts = items.acts_of(state, block, item=item)
    if not drafts and item and prose.stands_as_item(state, block, parent):
        drafts = [items.listed(state, block)]
    for draft in drafts:
        draft.parent = parent
        if parent is not None and not draft.responsible:
            draft.responsible = with_basis(parent.responsible, "inherited")
    if block.marker is not None:
        level.item = drafts[0] if drafts else None
    state.mark(block, "item" if drafts else "prose", max(len(state.nesting.levels) - 1, 0))
    _keep(state, drafts)


def _in_prose(state: State, block: Block) -> None:
    """Running text binds only in a record of a meeting, or behind a tag."""
    theme = read_theme(block.text)
    if theme and len(theme.split()) <= 12:
        state.theme = theme
    start = run_in_title(block.text)
    drafts: list[Draft] = []
    for cut in prose.cuts_that_may_bind(state, block, start):
        drafts.extend(prose.bound_by(state, block, cut, drafts))
    if not drafts and prose.is_numbered_task(state, block):
        drafts = [items.listed(state, block)]
    drafts = drafts or prose.goes_on(state, block)
    state.mark(
        block, "item" if drafts else "thanks" if _THANKS.search(fold(block.text)) else "prose"
    )
    _keep(state, drafts)
    opener = read_opener(block.text)
    if opener and state.paper.genre.lists:
        state.outer = state.heading if not state.heading.opener else state.outer
        state.inherited = _opener_parties_of_last(state, block)
        state.heading, state.listed = opener, False
        state.nesting.clear()


def _opener_parties_of_last(state: State, block: Block) -> tuple[Party, ...]:
    cuts = cut_block(block.text, state.paper.language, item=False)
    scene = Scene(record=True, bare=state.paper.bare)
    draft = read_act(block, cuts[-1], scene, state.paper, state.section) if cuts else None
    return with_basis(draft.responsible, "inherited") if draft else ()


def _keep(state: State, drafts: list[Draft]) -> None:
    for draft in drafts:
        if squeeze(draft.text):
            items.weigh_decision(draft)
            state.drafts.append(draft)
