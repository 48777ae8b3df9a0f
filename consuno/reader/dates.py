"""The reader of dates: runs a language's patterns over a sentence and keeps the longest reads.

Patterns work on folded text (lower case, no accents), so places found are places in the
sentence. A pattern with a builder that answers None has read something that is no date.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from consuno.reader.numerals import read_number
from consuno.reader.periods import Anchor, Period, day, full_year

Builder = Callable[[re.Match[str], Anchor], Period | None]
Pattern = tuple[re.Pattern[str], Builder]

SHORT = "day; year inferred; figures"
DIGITS = r"[0-9lio]{1,2}"
# Day, month and year in figures, in any of the usual orders and separators.
_NUMERIC = re.compile(
    r"(?<![\w/.-])(?P<a>\d{1,2})\s?(?P<sep>[/.-])\s?(?P<b>\d{1,2})\s?(?P=sep)\s?(?P<c>\d{4}|\d{2})"
    r"(?![\w/]|[.-]\d)"
)
_ISO = re.compile(
    r"(?<![\w/.-])(?P<c>\d{4})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<a>\d{1,2})(?![\w/])"
)
_ROMAN = re.compile(
    r"(?<![\w/.-])(?P<a>\d{1,2})\s?[/.-]\s?(?P<b>x|xi{1,2}|ix|iv|vi{0,3}|i{1,3})\s?[/.-]\s?"
    r"(?P<c>\d{4}|\d{2})(?!\w)"
)
_SHORT = re.compile(r"(?<![\w/.,-])(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?![\w/%]|[.,-]\d)")
_ROMAN_MONTHS = {
    name: number
    for number, name in enumerate(
        ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"), start=1
    )
}


#: What makes a number an ordinal: "1.º", "1o.", "1er"; an "o" after other figures is an old zero.
_ORDINAL_MARK = re.compile(r"^(?:(\d{1,2})\.?\s?(?:[°º]|(?:ero|er|ro)\b)|(1)o)\.?$")


@dataclass(frozen=True, slots=True)
class When:
    """A date read in a sentence, with its place there."""

    start: int
    end: int
    period: Period


def read_dates(folded: str, anchor: Anchor, patterns: Iterable[Pattern]) -> list[When]:
    """Every date in ``folded``, left to right; where reads overlap the earlier pattern wins."""
    found: list[When] = []
    taken = bytearray(len(folded) + 1)
    for pattern, build in (*_FIGURES, *patterns, *_LAST):
        for match in pattern.finditer(folded):
            start, end = match.span()
            if start == end or any(taken[start:end]):
                continue
            period = build(match, anchor)
            if period is not None:
                taken[start:end] = b"\x01" * (end - start)
                found.append(When(start, end, period))
    return sorted(found, key=lambda when: when.start)


def group(match: re.Match[str], name: str) -> str:
    """A named group, or an empty string where the pattern has none or it took no part."""
    return match.groupdict().get(name) or ""


def day_of(match: re.Match[str], name: str = "d") -> int:
    """The day a group names, in figures or words; 0 when it is none."""
    return read_number(_ORDINAL_MARK.sub(r"\1\2", group(match, name).strip())) or 0


def year_of(match: re.Match[str], anchor: Anchor) -> int | None:
    """The year a match names: group ``y``, or the meeting's where it says "of this year"."""
    if group(match, "this"):
        return anchor.meeting.year if anchor.meeting else None
    if group(match, "next"):
        return anchor.meeting.year + 1 if anchor.meeting else None
    words = (group(match, "y") or group(match, "y2") or group(match, "y3")).strip(" '")
    if not words:
        return None
    if words.isdecimal():
        return full_year(words, anchor)
    number = read_number(words)
    return number if number and 1800 <= number <= 2200 else None


def _numeric(match: re.Match[str], anchor: Anchor) -> Period | None:
    first, second = int(match["a"]), int(match["b"])
    year = full_year(match["c"], anchor)
    if year is None:
        return None
    if match.re is not _ISO and (second > 12 or (anchor.month_first and first <= 12)):
        first, second = second, first
    return day(anchor, year, second, first) if 1 <= second <= 12 else None


def _short(match: re.Match[str], anchor: Anchor) -> Period | None:
    """Day and month without a year ("11/15"); only a date column or a firm cue vouches for it."""
    first, second = int(match["a"]), int(match["b"])
    if second > 12 or (anchor.month_first and first <= 12):
        first, second = second, first
    period = day(anchor, None, second, first) if 1 <= second <= 12 else None
    return replace(period, precision=SHORT) if period and period.edtf else None


def _roman(match: re.Match[str], anchor: Anchor) -> Period | None:
    year = full_year(match["c"], anchor)
    number = _ROMAN_MONTHS[match["b"]]
    return day(anchor, year, number, int(match["a"])) if year else None


_FIGURES: tuple[Pattern, ...] = (
    (_ISO, _numeric),
    (_NUMERIC, _numeric),
    (_ROMAN, _roman),
)
_LAST: tuple[Pattern, ...] = ((_SHORT, _short),)
