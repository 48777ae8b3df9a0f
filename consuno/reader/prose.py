"""Running text: which of its sentences may bind, and which paragraphs stand as items all the same."""

from __future__ import annotations

import re

from consuno.reader import frames_en, frames_es, items, press, spanish_verbs
from consuno.reader.acts import (
    complete,
    name_before_colon,
    names_in_tag,
    read_act,
    read_tag,
    tag_kind,
    with_basis,
)
from consuno.reader.blocks import Block
from consuno.reader.cutting import Cut, cut_block
from consuno.reader.drafts import Draft
from consuno.reader.frames import Scene
from consuno.reader.language import clear_language
from consuno.reader.speakers import settle
from consuno.reader.state import State
from consuno.reader.text import fold
from consuno.reader.tokens import tokenize

#: "The Network heard …", "La Red recordó …": told at the meeting, whatever list it stands in.
_TOLD = re.compile(
    r"^\W*+(?:[\w’'-]++\W++){1,7}?(?:heard|recalled|noted|stressed|observed|reported|informed|explained|said|thanked"
    r"|welcomed|reiterated|underlined|recordo|recordaron|escucho|escucharon|informo|informaron|senalo|senalaron"
    r"|destaco|destacaron|reitero|reiteraron|subrayo|subrayaron|explico|explicaron|expuso|expusieron|agradecio"
    r"|agradecieron|dio a conocer|guardo un minuto|tomo nota|tomaron nota)\b"
)

_PAST = re.compile(
    r"\b(?:se (?:informo|presento|reviso|discutio|comento|analizo|dio lectura|leyo|converso)|was presented|was "
    r"discussed"
    r"|reported|presented|discussed|reviewed|informo|presento|none|ningun[oa]?|no hay|nil)\b"
)


def cuts_that_may_bind(state: State, block: Block, start: int) -> list[Cut]:
    """All sentences of a record; of any other text, what it reports that parties agreed."""
    cuts = cut_block(block.text, state.paper.language, item=block.marker is not None, start=start)
    if is_title(block.text):
        return []
    if state.paper.genre.record:
        return cuts
    if not state.news:
        return []
    return [cut for cut in cuts if press.reports_agreement(block.text[cut.start : cut.end])]


def is_title(text: str) -> bool:
    """Whether a line is printed in capitals, as titles are."""
    letters = [char for char in text[:80] if char.isalpha()]
    return len(letters) > 20 and sum(map(str.isupper, letters)) > len(letters) * 3 // 4


def goes_on(state: State, block: Block) -> list[Draft]:
    """News: the sentence after a reported agreement may add to it, by the same parties."""
    before = state.drafts[-1] if state.drafts else None
    if not state.news or before is None or not press.goes_on(block.text):
        return []
    end = block.text.find(". ") + 1 or len(block.text)
    draft = Draft(block, [(0, end)], before.kind, "reported-addition", state.section)
    complete(draft, block.text[:end], state.paper)
    draft.responsible = with_basis(before.responsible, "inherited")
    return [draft]


def is_numbered_task(state: State, block: Block) -> bool:
    """ "5.1 Crear un grupo de trabajo …": a numbered paragraph of minutes that opens with a task."""
    if block.marker is None or block.marker.style != "multi" or not state.paper.genre.record:
        return False
    tokens = tokenize(block.text[:80])
    verb = tokens[0].low if tokens else ""
    return (
        state.paper.language == "es"
        and spanish_verbs.is_infinitive(verb)
        and verb in spanish_verbs.WORK
    )


_MATTERS = re.compile(
    r"^\W*(?:puntos? (?:tratados?|abordados?|discutidos?)|temas? (?:tratados?|abordados?|discutidos?)|asuntos tratados"
    r"|desarrollo(?: de la (?:reunion|sesion))?|desahogo[^:]*|deliberaciones|discusion|discussion|matters discussed"
    r"|proceedings|items discussed|points discussed)\W*$"
)


def is_next_title(state: State, block: Block) -> bool:
    """A short line numbered on from the title that closed: "1. Present" … "2. Matters arising"."""
    if _MATTERS.match(fold(block.text[:80])):
        return True
    closing, here = state.closed_by, block.marker
    if closing is None or here is None or here.style != closing.style:
        return False
    if here.label.isdecimal() and closing.label.isdecimal():
        later = int(here.label) > int(closing.label)
    else:
        later = here.label != closing.label
    return later and len(block.text.split()) <= 14 and not block.text.endswith((".", ";", ","))


def stands_as_item(state: State, block: Block, parent: Draft | None) -> bool:
    """Whether a list member without a binding verb is an item all the same."""
    words = block.text.split()
    if block.marker is None or parent is not None or len(words) < 3 or block.text.endswith(":"):
        return False
    language = state.paper.language
    tokens = tokenize(block.text)
    uses = (
        frames_es.uses_of(tokens[0], bare=True)
        if language == "es"
        else frames_en.uses_of(tokens[0])
    )
    if any(use.family in {"note", "report"} for use in uses):
        return False
    opening = fold(block.text[:200])
    return state.heading.mode == "list" and not (_PAST.search(opening) or _TOLD.match(opening))


def bound_by(state: State, block: Block, cut: Cut, before: list[Draft]) -> list[Draft]:
    """What one sentence of running text binds, or adds to what stands ``before`` it in its block."""
    text = block.text[cut.start : cut.end]
    if state.paper.mixed:
        state.paper.language = clear_language(text) or state.paper.language
    tag = read_tag(text, 0)
    if text.rstrip().endswith(":") or cut.lead:
        return []
    if tag:
        return _tagged(state, block, cut, tag.end(), tag.group())
    scene = Scene(None, cut.opens, state.paper.bare, record=True)
    draft = items.read_courteous(block, cut, scene, state) or _says_more(state, block, cut, before)
    if draft is None or draft.kind == "note":
        items.extend(state, before, cut)
        return []
    if not state.paper.genre.record and draft.kind == "decision":
        # News tell what was decided to be done; what was decided and done is no news.
        draft.kind, draft.actionable = "agreement", True
    settle(draft, block, cut, state.paper.memory)
    draft.theme = state.theme
    items.link(state, before, draft, cut)
    return [draft]


def _says_more(state: State, block: Block, cut: Cut, before: list[Draft]) -> Draft | None:
    """ "… anunció que su país abrirá … y que dará cuenta …": the second thing said, by the same."""
    text = block.text[cut.start : cut.end]
    tokens = tokenize(text[:60])
    future = len(tokens) > 2 and spanish_verbs.future_lemma(tokens[2].low)
    if not before or not future or [token.plain for token in tokens[:2]] != ["y", "que"]:
        return None
    draft = Draft(block, [(cut.start, cut.end)], before[-1].kind, before[-1].rule, state.section)
    complete(draft, text, state.paper)
    draft.responsible = with_basis(before[-1].responsible, "anaphora")
    return draft


def _tagged(state: State, block: Block, cut: Cut, offset: int, tag: str) -> list[Draft]:
    inner = Cut(cut.start + offset, cut.end, opens=True)
    start, named = name_before_colon(block.text, inner.start, state.paper)
    kind = tag_kind(tag)
    scene = Scene(kind, True, state.paper.bare, record=True)  # type: ignore[arg-type]  # noqa: FBT003
    draft = read_act(block, Cut(start, cut.end, opens=True), scene, state.paper, state.section)
    if draft is None:
        draft = Draft(block, [(inner.start, cut.end)], kind, "action-tag", state.section)  # type: ignore[arg-type]
        complete(draft, block.text[inner.start : cut.end], state.paper)
    draft.ranges = [(inner.start, cut.end)]
    words = block.text[cut.start : cut.end]
    draft.responsible = draft.responsible or named or names_in_tag(tag, words, state.paper)
    draft.responsible = draft.responsible or items.named_at_end(state, words)
    draft.theme = state.theme
    return [draft]
