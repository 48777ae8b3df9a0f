"""The extractor's one entry: it reads blocks, walks them, and freezes what was found."""

from __future__ import annotations

import datetime
import re

from consuno.reader.blocks import Block, build_blocks
from consuno.reader.context import Paper
from consuno.reader.drafts import ChallengeDraft, Draft
from consuno.reader.genre import read_genre
from consuno.reader.language import detect_language, is_mixed, lacks_accents
from consuno.reader.letters import normalise
from consuno.reader.meeting import read_anchor, read_meeting
from consuno.reader.model import Challenge, Extraction, Item, Segment, SegmentKind, Span
from consuno.reader.parties import Memory, is_adhoc_paper, is_crm_paper
from consuno.reader.possible import look
from consuno.reader.possible.scorer import Scorer
from consuno.reader.refs import number_drafts
from consuno.reader.text import quote
from consuno.reader.walk import walk


def extract(
    text: str,
    *,
    date: datetime.date | None = None,
    language: str = "auto",
    scorer: Scorer | None = None,
) -> Extraction:
    """Read minutes.

    ``text`` is the paper as plain text or Markdown. ``date`` is the day of the meeting; without
    it the head of the paper is asked. ``language`` is ``es``, ``en`` or ``auto``. ``scorer`` says
    which other sentences to look at; without it, the one that ships. Pure, offline,
    linear in the length of the text; never raises on any text. Places are those of the text with its
    letters normalised (`letters.normalise`), whose lines are the same.
    """
    text = normalise(text)
    tongue = language if language in {"es", "en"} else detect_language(text)
    blocks = build_blocks(text)
    anchor = read_anchor(blocks, tongue, date, text)
    crm = is_crm_paper(text)
    genre = read_genre(blocks)
    paper = Paper(
        tongue,
        anchor,
        genre,
        text,
        Memory(crm=crm, adhoc=is_adhoc_paper(text)),
        lacks_accents(text, tongue),
    )
    paper.mixed = language == "auto" and is_mixed(re.split(r"(?<=[.;])\s+|\n", text))
    state = walk(blocks, paper)
    number_drafts(state.drafts)
    items = tuple(_item(text, draft) for draft in state.drafts)
    challenges = tuple(
        _challenge(text, number, draft) for number, draft in enumerate(state.challenges, start=1)
    )
    return Extraction(
        meeting=read_meeting(blocks, tongue, anchor, crm=crm),
        challenges=challenges,
        items=items,
        language=tongue,
        segments=_segments(state.roles),
        possible=look(blocks, genre, _told(items, challenges), scorer),
    )


def _told(items: tuple[Item, ...], challenges: tuple[Challenge, ...]) -> list[Span]:
    """Where the rules found something; a note binds nobody, and may hide who does."""
    found: list[Item | Challenge] = [item for item in items if item.kind != "note"]
    found += challenges
    return [span for each in found for span in each.spans]


def _spans(draft: Draft) -> tuple[Span, ...]:
    return tuple(span for pair in draft.ranges for span in draft.block.locate(*pair))


def _item(text: str, draft: Draft) -> Item:
    spans = _spans(draft)
    return Item(
        ref=draft.ref,
        kind=draft.kind,
        text=quote(text, spans),
        lines=draft.block.lines_of(spans),
        spans=spans,
        rule=draft.rule,
        theme=draft.theme,
        parent=draft.parent.ref if draft.parent else None,
        responsible=draft.responsible,
        requester=draft.requester,
        condition=draft.condition,
        deadline=draft.deadline,
        distributive=draft.distributive,
        actionable=draft.actionable,
        depends_on=(draft.depends_on.ref,) if draft.depends_on else (),
        facet=draft.facet,
    )


def _challenge(text: str, number: int, draft: ChallengeDraft) -> Challenge:
    block = draft.block
    spans = block.locate(0, len(block.text))
    return Challenge(f"D{number}", quote(text, spans), draft.theme, block.lines_of(spans), spans)


def _segments(roles: list[tuple[Block, SegmentKind, int]]) -> tuple[Segment, ...]:
    return tuple(
        Segment(piece.line, piece.start, piece.end, kind, level)
        for block, kind, level in roles
        for piece in block.pieces
    )
