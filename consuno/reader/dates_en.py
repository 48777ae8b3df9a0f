"""How English writes dates, from "31 March 2013" and "March 31st, 2013" to "end of Q2"."""

from __future__ import annotations

import re

from consuno.reader import periods
from consuno.reader.dates import DIGITS, Builder, Pattern, day_of, group, year_of
from consuno.reader.numerals import number_words, read_number
from consuno.reader.periods import Anchor, Period

_MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7,
    "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sept": 9, "sep": 9,
    "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_ANY = "|".join(sorted(_MONTHS, key=len, reverse=True))
# "may" and "march" are also verbs: alone they need a preposition or a year beside them.
_SURE = "|".join(name for name in _MONTHS if name not in {"may", "march", "mar", "dec", "jan"})
_WEEK = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5,
    "sunday": 6, "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3,
    "fri": 4,
}  # fmt: skip
_WEEKDAYS = "|".join(sorted(_WEEK, key=len, reverse=True))
_FULL_WEEKDAYS = "|".join(name for name in _WEEK if len(name) > 5)
_WORD = number_words("en")
_DAY_WORDS = (
    "(?:twenty|thirty)[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
    "|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    "|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth"
    "|thirtieth"
)
_DAY = rf"(?:(?:{DIGITS})(?=\s?(?:st|nd|rd|th)?\b)|{_DAY_WORDS})"
_SUFFIX = r"(?:\s?(?:st|nd|rd|th)\b)?"
_YEAR = (
    r"(?:\s*,)?\s+(?:of\s+|in\s+)?(?:(?P<y>(?:1[89]|20)\d\d|'\d\d"
    rf"|(?:nineteen hundred|two thousand)(?: and)?(?:[- ](?:{_WORD})\b){{0,2}})\b"
    r"|(?P<this>(?:this|the (?:current|present)|the same) year\b)|(?P<next>(?:the )?next year\b"
    r"|(?:of )?the following year\b|next\b(?= *[,.;]|$)))"
)
_UNITS = ("day", "week", "month", "year")
_ORDINALS = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4,
    "last": 9, "final": 9,
}  # fmt: skip
_ORDINAL = "|".join(_ORDINALS)


def _day(match: re.Match[str], anchor: Anchor) -> Period | None:
    return periods.day(anchor, year_of(match, anchor), _MONTHS[match["m"]], day_of(match))


def _days(match: re.Match[str], anchor: Anchor) -> Period | None:
    first, final = day_of(match, "d1"), day_of(match, "d2")
    return periods.days(anchor, year_of(match, anchor), _MONTHS[match["m"]], first, final)


def _instant(match: re.Match[str], anchor: Anchor) -> Period | None:
    if anchor.meeting is None:
        return None
    moment = periods.add_months(
        anchor.meeting, bool(group(match, "nextmonth") or group(match, "next2"))
    )
    return periods.day(anchor, moment.year, moment.month, day_of(match))


def _between(match: re.Match[str], anchor: Anchor) -> Period | None:
    first, final = _MONTHS[match["m1"]], _MONTHS[match["m"]]
    days = day_of(match, "d1"), day_of(match, "d2")
    return periods.between(anchor, year_of(match, anchor), (first, days[0]), (final, days[1]))


def _last_day(match: re.Match[str], anchor: Anchor) -> Period:
    weekday = _WEEK.get(match["day"])
    working = match["day"].startswith(("working", "business"))
    year = year_of(match, anchor)
    return periods.last_of_month(anchor, year, _MONTHS[match["m"]], weekday, working=working)


def _fortnight(_match: re.Match[str], anchor: Anchor) -> Period:
    return periods.after(anchor, 2, "week")


def _months(match: re.Match[str], anchor: Anchor) -> Period | None:
    first, final = _MONTHS[match["m1"]], _MONTHS[match["m2"]]
    return periods.months(anchor, year_of(match, anchor), first, final)


def _part(match: re.Match[str], anchor: Anchor) -> Period:
    part = match["part"]
    until = 10 if part in {"early", "beginning", "start"} else 15 if part.startswith("mid") else 31
    return periods.part_of_month(anchor, year_of(match, anchor), _MONTHS[match["m"]], until)


def _week_of_month(match: re.Match[str], anchor: Anchor) -> Period:
    number = _ORDINALS[match["n"]]
    until = 31 if number > 4 else number * 7
    if match["unit"] == "half":
        until = 15 if number == 1 else 31
    return periods.part_of_month(anchor, year_of(match, anchor), _MONTHS[match["m"]], until)


def _quarter(match: re.Match[str], anchor: Anchor) -> Period | None:
    number = _ORDINALS.get(match["n"]) or int(match["n"])
    return periods.quarter(anchor, year_of(match, anchor), 4 if number == 9 else number)


def _half(match: re.Match[str], anchor: Anchor) -> Period | None:
    number = 2 if _ORDINALS[match["n"]] > 1 else 1
    year = year_of(match, anchor)
    return periods.months(anchor, year, number * 6 - 5, number * 6)


def _month(match: re.Match[str], anchor: Anchor) -> Period | None:
    return periods.month(anchor, year_of(match, anchor), _MONTHS[match["m"]])


def _year_end(match: re.Match[str], anchor: Anchor) -> Period | None:
    year = year_of(match, anchor) or (anchor.meeting.year if anchor.meeting else None)
    return periods.whole_year(year) if year else None


def _year(match: re.Match[str], anchor: Anchor) -> Period | None:
    year = year_of(match, anchor)
    return periods.whole_year(year) if year else None


def _month_end(match: re.Match[str], anchor: Anchor) -> Period | None:
    if anchor.meeting is None:
        return None
    moment = periods.add_months(
        anchor.meeting, bool(group(match, "nextmonth") or group(match, "next2"))
    )
    return periods.month(anchor, moment.year, moment.month)


def _week_end(match: re.Match[str], anchor: Anchor) -> Period | None:
    if anchor.meeting is None:
        return Period("relative", None, None, "relative; meeting undated", "meeting")
    ahead = 6 - anchor.meeting.weekday() + (7 if group(match, "nextweek") else 0)
    return periods.after(anchor, max(ahead, 0), "day")


def _weekday(match: re.Match[str], anchor: Anchor) -> Period:
    """ "Before Friday" ends on Thursday: a day so near is meant as it is said."""
    before = match.string[: match.start()].endswith("before ")
    return periods.weekday(anchor, _WEEK[match["w"]], before=before)


_FROM_NOW = re.compile(
    r"(?:this|the present|today|the) (?:meeting|date|session|minutes)|today|now|hence"
)


def _term(match: re.Match[str], anchor: Anchor) -> Period | None:
    amount = read_number(match["n"])
    if not amount:
        return None
    unit = next(unit for unit in _UNITS if match["unit"].startswith(unit))
    since = group(match, "since").strip(" ,")
    if since and (since.startswith(("before", "prior", "ahead")) or not _FROM_NOW.search(since)):
        return Period("relative", None, None, "relative", since)
    working = bool(group(match, "kind"))
    return periods.after(anchor, amount, unit, working=working)


def _hours(match: re.Match[str], anchor: Anchor) -> Period | None:
    return periods.after(anchor, -(-int(match["n"]) // 24), "day")


def _half_of_this_year(match: re.Match[str], anchor: Anchor) -> Period | None:
    if anchor.meeting is None:
        return None
    first = _ORDINALS.get(match["n"]) == 1
    return periods.months(anchor, anchor.meeting.year, *((1, 6) if first else (7, 12)))


def _tomorrow(_match: re.Match[str], anchor: Anchor) -> Period:
    return periods.after(anchor, 1, "day")


def _compile(pattern: str, build: Builder) -> Pattern:
    return re.compile(rf"(?<!\w){pattern}(?!\w)"), build


ENGLISH_DATES: tuple[Pattern, ...] = (
    _compile(
        rf"(?P<d1>{DIGITS}){_SUFFIX}\s+(?:of\s+)?(?P<m1>{_ANY})\s*(?:-|–|to|and|until)\s*"
        rf"(?P<d2>{DIGITS}){_SUFFIX}\s+(?:of\s+)?(?P<m>{_ANY})\b(?:{_YEAR})?",
        _between,
    ),
    _compile(
        rf"(?P<m1>{_ANY})\.?\s+(?P<d1>{DIGITS}){_SUFFIX}\s*(?:-|–|to|and|until)\s*"
        rf"(?P<m>{_ANY})\.?\s+(?P<d2>{DIGITS})\b{_SUFFIX}(?:{_YEAR})?",
        _between,
    ),
    _compile(
        rf"last\s+(?P<day>{_FULL_WEEKDAYS}|(?:(?:working|business)\s+)?day)\s+(?:of|in)\s+(?P<m>{_ANY})\b"
        rf"(?:{_YEAR})?",
        _last_day,
    ),
    _compile(r"(?:a|one)\s+fortnight", _fortnight),
    _compile(
        rf"(?P<d1>{DIGITS}){_SUFFIX}\s*(?:-|–|to|and|&)\s*(?P<d2>{DIGITS}){_SUFFIX}\s+(?:of\s+)?"
        rf"(?P<m>{_ANY})\b\.?(?:{_YEAR})?",
        _days,
    ),
    _compile(
        rf"(?P<m>{_ANY})\.?\s+(?P<d1>{DIGITS}){_SUFFIX}\s*(?:-|–|to|and|&)\s*(?P<d2>{DIGITS})\b"
        rf"{_SUFFIX}(?:{_YEAR})?",
        _days,
    ),
    _compile(
        rf"(?:(?:{_WEEKDAYS})\.?\s*,?\s+)?(?:the\s+)?(?P<d>{_DAY}){_SUFFIX}(?:\s+day)?\s*"
        rf"(?:of\s+|-|\s)?\s*(?P<m>{_ANY})\b\.?(?:\s?[/-]\s?(?P<y2>\d{{4}}|\d\d)\b|{_YEAR})?",
        _day,
    ),
    _compile(
        rf"(?:(?:{_WEEKDAYS})\.?\s*,?\s+)?(?P<m>{_ANY})\.?\s+(?:the\s+)?(?P<d>{_DAY}){_SUFFIX}"
        rf"(?![:/]\d)(?:{_YEAR})?",
        _day,
    ),
    _compile(
        rf"(?P<d>{DIGITS}){_SUFFIX}\s+(?:inst(?:ant)?|(?P<nextmonth>prox(?:imo)?|next(?:\s+month)?))\.?",
        _instant,
    ),
    _compile(
        rf"(?P<part>early|beginning|start|mid|middle|late|end)(?:\s+(?:of|in)\s+|-|\s+)(?P<m>{_ANY})\b"
        rf"(?:{_YEAR})?",
        _part,
    ),
    _compile(
        rf"(?P<n>{_ORDINAL})\s+(?P<unit>week|half)\s+(?:of|in)\s+(?P<m>{_ANY})\b(?:{_YEAR})?",
        _week_of_month,
    ),
    _compile(rf"(?:(?:{_ORDINAL})\s+and\s+)?(?P<n>{_ORDINAL})\s+quarters?(?:{_YEAR})?", _quarter),
    _compile(r"q\.?\s?(?P<n>[1-4])(?:[\s/-]*(?:of\s+)?(?P<y>(?:19|20)\d\d))?", _quarter),
    _compile(rf"(?P<n>{_ORDINAL})\s+(?:half|semester)(?:{_YEAR})", _half),
    _compile(rf"(?P<n>{_ORDINAL})\s+half\s+of\s+(?:the|this)\s+year", _half_of_this_year),
    _compile(r"(?P<n>\d{1,3})\s+hours", _hours),
    _compile(
        rf"(?:between\s+|from\s+)?(?P<m1>{_ANY})(?:\s+(?:and|to|until)\s+|\s?[-–]\s?)(?P<m2>{_ANY})\b"
        rf"(?:{_YEAR})?",
        _months,
    ),
    _compile(rf"(?P<m>{_ANY})\b\.?{_YEAR}", _month),
    _compile(rf"(?P<m>{_SURE})", _month),
    _compile(
        r"(?<=\b(?:in|by|of) )(?P<m>may|march)(?= *(?:[.,;:)]|$|and\b|or\b|at\b|to\b|for\b))",
        _month,
    ),
    _compile(r"(?<=before |during )(?P<m>may|march)", _month),
    _compile(rf"(?:the\s+)?(?:end|close)\s+of(?:\s+the\s+year)?{_YEAR}", _year_end),
    _compile(r"(?:the\s+)?(?:end of the (?:calendar )?year|year[- ]end|end of year)", _year_end),
    _compile(r"(?:end of the month|month[- ]end|this month)", _month_end),
    _compile(r"(?:end of (?P<nextmonth>next month)|(?P<next2>next month))", _month_end),
    _compile(r"(?:(?:end of )?(?P<nextweek>next week))", _week_end),
    _compile(r"(?:end of (?:the|this) week|this week)", _week_end),
    _compile(rf"(?P<w>{_FULL_WEEKDAYS})", _weekday),
    _compile(
        rf"(?P<n>\d{{1,3}}|(?:{_WORD})(?:[- ](?:{_WORD}))?)\s*(?:\(\s*\w+\s*\)\s*)?"
        r"(?:calendar\s+|consecutive\s+)?(?P<kind>(?:working|business)\s+)?(?P<unit>days?|weeks?|months?"
        r"|years?)'?(?P<since>'?,?\s+(?:time\s+)?(?:of|from|after|following|before|prior to|ahead of)"
        r"\s+[^.;,]{0,60})?",
        _term,
    ),
    _compile(r"tomorrow", _tomorrow),
    _compile(r"(?P<y>(?:19|20)\d\d)(?![/-]\d)", _year),
)
