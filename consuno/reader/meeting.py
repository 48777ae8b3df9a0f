"""The head of the paper: title, place, dates and bodies of the meeting, and the next one."""

from __future__ import annotations

import datetime
import re

from consuno.reader.blocks import Block
from consuno.reader.dates import When, read_dates
from consuno.reader.deadlines import language_dates
from consuno.reader.gazetteer import find_bodies
from consuno.reader.headings import read_heading
from consuno.reader.model import Meeting
from consuno.reader.periods import Anchor
from consuno.reader.text import fold, squeeze
from consuno.reader.tokens import tokenize

_HEAD = 12
_NEXT = re.compile(
    r"\b(?:proxima (?:reunion|sesion|asamblea|junta)|siguiente (?:reunion|sesion)|next (?:meeting|session)"
    r"|date of (?:the )?next meeting)\b"
)
_MONTH_FIRST = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december)"
    r"\s+\d{1,2}(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d|\bmm/dd\b|\b\d{1,2}/(?:1[3-9]|2\d|3[01])(?:/\d\d)?\b"
)
_FIGURES = re.compile(r"(?<![\w/.-])(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d{2})(?![\w/])")
_FIGURES_WITHIN, _OWN_DATE_WITHIN, _MONTHS = 200_000, 2, 12
_PLACE = re.compile(
    r"^(?:en la ciudad de\s+)?([A-ZÁÉÍÓÚÑ][\w.áéíóúñ]+(?: [\w.áéíóúñ]+){0,4}(?:, [A-ZÁÉÍÓÚÑ][\wáéíóúñ ]+)?)\.?$"
)
_PLACE_WORDS = 6
_PLACE_AND_DAY = re.compile(
    r"(?:^|, )([A-ZÁÉÍÓÚÑ][\wáéíóúñ.]*(?: [\wáéíóúñ.]+){0,4}(?:, [A-ZÁÉÍÓÚÑ][\wáéíóúñ. ]{2,30})?), "
    r"(?:a |el |los días )?(?:\d{1,2}(?:[°º]|\b)|(?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December) \d)"
)
_DAY_FIRST = re.compile(
    r"\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_PAST_WORDS = re.compile(
    r"\b(?:anterior|previous|last|adopted|adoptad|aprobad|resolucion|resolution|ley|act of)\b"
)


def read_anchor(
    blocks: list[Block], language: str, given: datetime.date | None, text: str
) -> Anchor:
    """The day of the meeting (as given, else read in the head) and of the next meeting."""
    loose = Anchor(None, None, bool(month_first(blocks, language, given, text)))
    day = given or _first_day(blocks, language, loose)
    anchor = Anchor(day, None, loose.month_first)
    return Anchor(day, _next_meeting(blocks, language, anchor), loose.month_first)


def month_first(
    blocks: list[Block], language: str, given: datetime.date | None, text: str
) -> bool | None:
    """Whether the figures of a paper name the month before the day; None where nothing tells.

    Its own date tells, where that is known; else the dates that can be read in one way only; else how
    an English paper writes its months. Spanish names the day first.
    """
    figures = [(int(each[1]), int(each[2])) for each in _FIGURES.finditer(text[:_FIGURES_WITHIN])]
    if given and given.month != given.day:
        for pair in figures[:_OWN_DATE_WITHIN]:
            if pair in {(given.month, given.day), (given.day, given.month)}:
                return pair == (given.month, given.day)
    month, day = (sum(pair[at] > _MONTHS for pair in figures) for at in (1, 0))
    if month != day:
        return month > day
    if language != "en":
        return False
    if any(_MONTH_FIRST.search(fold(block.text[:2000])) for block in blocks[:60]):
        return True
    return False if any(_DAY_FIRST.search(block.text[:2000]) for block in blocks[:60]) else None


def _full_dates(text: str, anchor: Anchor, language: str) -> list[When]:
    found = read_dates(fold(text[:1500]), anchor, language_dates(language))
    return [
        when
        for when in found
        if when.period.last
        and when.period.kind in {"day", "range"}
        and when.period.precision != "year"
        and when.period.relative_to is None
    ]


def _first_day(blocks: list[Block], language: str, loose: Anchor) -> datetime.date | None:
    """The first whole date in the head, else at the very end ("Dado en …, a 3 de mayo de 1962")."""
    for block in blocks[:_HEAD]:
        for when in _full_dates(block.text, loose, language):
            if not _PAST_WORDS.search(fold(block.text[max(0, when.start - 40) : when.start])):
                return when.period.last
    for block in reversed(blocks[-4:]):
        for when in _full_dates(block.text, loose, language):
            return when.period.last
    return None


def _next_meeting(blocks: list[Block], language: str, anchor: Anchor) -> datetime.date | None:
    for block in blocks[-12:]:
        mark = _NEXT.search(fold(block.text[:1500]))
        if mark is None:
            continue
        rest = block.text[mark.end() : mark.end() + 160]
        for when in _full_dates(rest, anchor, language):
            if anchor.meeting is None or (when.period.last and when.period.last > anchor.meeting):
                return when.period.last
    return None


def read_meeting(blocks: list[Block], language: str, anchor: Anchor, *, crm: bool) -> Meeting:
    """Title, place, dates and bodies named in the head."""
    head = [block for block in blocks[:6] if not block.footnote]
    if not head:
        return Meeting(dates=(anchor.meeting,) if anchor.meeting else ())
    title = squeeze(head[0].text)[:300]
    codes: dict[str, None] = {}
    for block in head:
        for mention in find_bodies(tokenize(block.text), crm=crm):
            codes.setdefault(mention.code)
    bodies = tuple(code for code in codes if code not in {"ST-LAST", "ST-BOTH"})
    return Meeting(title, _place(head), _meeting_days(head, language, anchor), bodies)


def _place(head: list[Block]) -> str:
    """The place before the date of the meeting, else a short line of its own that is no heading."""
    for block in head[:4]:
        match = _PLACE_AND_DAY.search(squeeze(block.text))
        if match:
            return match[1]
    for block in head[1:4]:
        match = _PLACE.match(squeeze(block.text))
        alone = (
            block.row is None and block.marker is None and len(block.text.split()) <= _PLACE_WORDS
        )
        if match and alone and not _is_section(block):
            return match[1]
    return ""


def _is_section(block: Block) -> bool:
    heading = read_heading(block, in_list=False)
    return heading is not None and heading.mode != "prose"


def _meeting_days(head: list[Block], language: str, anchor: Anchor) -> tuple[datetime.date, ...]:
    """Every day of the meeting; "20 y 21 de febrero" is two."""
    for block in head:
        for when in _full_dates(block.text, anchor, language):
            if when.period.last == anchor.meeting and when.period.edtf and anchor.meeting:
                begin = datetime.date.fromisoformat(when.period.edtf.split("/")[0])
                count = min((anchor.meeting - begin).days, 31)
                return tuple(begin + datetime.timedelta(days=step) for step in range(count + 1))
    return (anchor.meeting,) if anchor.meeting else ()
