"""Calendar arithmetic of deadlines: days, months, quarters and what they resolve to.

Every function returns a ``Period``: an EDTF string and the last day it covers. A year the paper
leaves out is the first one that puts the period on or after the meeting.
"""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass, replace

from consuno.reader.model import DeadlineKind

_OLDEST, _NEWEST = 1800, 2200
#: How exact a day is that no calendar has (29 February 2027): its words stay, it is never resolved.
NO_SUCH_DAY = "no such day"
_SHORTEST_MONTH, _LONGEST_MONTH = 28, 31


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a date leans on: the day of the meeting, the next meeting, the order of figures.

    ``month_first`` is the habit of the United States: 3/31/2013.
    """

    meeting: datetime.date | None = None
    next_meeting: datetime.date | None = None
    month_first: bool = False


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the calendar: kind, EDTF, its last day, and how exact it is."""

    kind: DeadlineKind
    edtf: str | None
    last: datetime.date | None
    precision: str
    relative_to: str | None = None


def day(anchor: Anchor, year: int | None, month: int, number: int) -> Period | None:
    """A day of the month; None when there is no such number, `NO_SUCH_DAY` where only the month is short."""
    guessed = year is None
    if year is None:
        if anchor.meeting is None:
            return Period("day", f"XXXX-{month:02}-{number:02}", None, "day; year unknown")
        year = anchor.meeting.year
        if (month, number) < (anchor.meeting.month, anchor.meeting.day):
            year += 1
    try:
        last = datetime.date(year, month, number)
    except ValueError:
        written = 1 <= month <= 12 and _SHORTEST_MONTH < number <= _LONGEST_MONTH
        return Period("day", None, None, NO_SUCH_DAY) if written else None
    return Period("day", last.isoformat(), last, _precision("day", guessed))


def month(anchor: Anchor, year: int | None, number: int) -> Period:
    """A whole month."""
    guessed = year is None
    if year is None:
        if anchor.meeting is None:
            return Period("month", f"XXXX-{number:02}", None, "month; year unknown")
        year = anchor.meeting.year + (number < anchor.meeting.month)
    last = end_of_month(year, number)
    return Period("month", f"{year:04}-{number:02}", last, _precision("month", guessed))


def quarter(anchor: Anchor, year: int | None, number: int) -> Period | None:
    """A quarter of the year; EDTF writes quarters 33 to 36."""
    if not 1 <= number <= 4:
        return None
    guessed = year is None
    if year is None:
        if anchor.meeting is None:
            return Period("quarter", None, None, "quarter; year unknown")
        year = anchor.meeting.year + (number * 3 < anchor.meeting.month)
    last = end_of_month(year, number * 3)
    return Period("quarter", f"{year:04}-{32 + number}", last, _precision("quarter", guessed))


def months(anchor: Anchor, year: int | None, first: int, final: int) -> Period | None:
    """From one month to another, the year being that of the last."""
    if year is None and anchor.meeting is None:
        return Period("range", None, None, "range; year unknown")
    guessed = year is None
    if year is None and anchor.meeting is not None:
        year = anchor.meeting.year + (final < anchor.meeting.month)
    assert_year = year or _OLDEST
    begin = assert_year - (first > final)
    last = end_of_month(assert_year, final)
    edtf = f"{begin:04}-{first:02}/{assert_year:04}-{final:02}"
    return Period("range", edtf, last, _precision("range", guessed))


def days(anchor: Anchor, year: int | None, number: int, first: int, final: int) -> Period | None:
    """From one day to another of the same month."""
    last = day(anchor, year, number, final)
    if last is None or last.last is None:
        return replace(last, kind="range", precision="range; year unknown") if last else None
    if not 1 <= first <= final:
        return None
    begin = last.last.replace(day=first)
    return Period(
        "range", f"{begin}/{last.last}", last.last, last.precision.replace("day", "range")
    )


def between(
    anchor: Anchor, year: int | None, first: tuple[int, int], final: tuple[int, int]
) -> Period | None:
    """From a day of one month to a day of another, each as (month, day); the year is the last one's."""
    end = day(anchor, year, *final)
    if end is None or end.last is None:
        return end
    try:
        begin = datetime.date(end.last.year - (first > final), *first)
    except ValueError:
        return Period("range", None, None, NO_SUCH_DAY)
    precision = end.precision.replace("day", "range")
    return Period("range", f"{begin}/{end.last}", end.last, precision)


def last_of_month(
    anchor: Anchor,
    year: int | None,
    number: int,
    weekday: int | None = None,
    *,
    working: bool = False,
) -> Period:
    """The last day of a month, the last Friday in it (Monday is 0), or the last that is no weekend."""
    whole = month(anchor, year, number)
    if whole.last is None:
        return whole
    last = whole.last
    while (weekday is not None and last.weekday() != weekday) or (working and last.weekday() > 4):
        last -= datetime.timedelta(days=1)
    return Period("day", last.isoformat(), last, whole.precision.replace("month", "day"))


def whole_year(year: int) -> Period:
    """A calendar year."""
    return Period("range", f"{year:04}", datetime.date(year, 12, 31), "year")


def part_of_month(anchor: Anchor, year: int | None, number: int, until: int) -> Period:
    """Early, mid or late in a month; ``until`` is the last day meant (31: the month's last)."""
    whole = month(anchor, year, number)
    if whole.last is None or until >= whole.last.day:
        return whole
    return replace(whole, last=whole.last.replace(day=until))


def after(anchor: Anchor, amount: int, unit: str, *, working: bool = False) -> Period:
    """``amount`` of "day", "week", "month" or "year" from the meeting."""
    start = anchor.meeting
    if start is None:
        return Period("relative", None, None, "relative; meeting undated", "meeting")
    try:
        if unit == "day" and working:
            last = add_working_days(start, amount)
        elif unit in {"day", "week"}:
            last = start + datetime.timedelta(days=amount * (7 if unit == "week" else 1))
        else:
            last = add_months(start, amount * (12 if unit == "year" else 1))
    except (OverflowError, ValueError):
        return Period("relative", None, None, "relative", "meeting")
    return Period("relative", last.isoformat(), last, "relative", "meeting")


def weekday(anchor: Anchor, number: int, *, before: bool = False) -> Period:
    """The first such day of the week after the meeting (Monday is 0), or the day before it."""
    if anchor.meeting is None:
        return Period("day", None, None, "day; meeting undated", "meeting")
    ahead = (number - anchor.meeting.weekday() - 1) % 7 + 1
    last = anchor.meeting + datetime.timedelta(days=ahead - before)
    return Period("day", last.isoformat(), last, "day", "meeting")


def end_of_month(year: int, number: int) -> datetime.date:
    """Last day of a month."""
    return datetime.date(year, number, calendar.monthrange(year, number)[1])


def add_months(start: datetime.date, amount: int) -> datetime.date:
    """The same day so many months on, or the month's last."""
    index = start.year * 12 + start.month - 1 + amount
    year, number = divmod(index, 12)
    return datetime.date(year, number + 1, min(start.day, calendar.monthrange(year, number + 1)[1]))


def add_working_days(start: datetime.date, amount: int) -> datetime.date:
    """Monday to Friday; feast days differ by country and are left to people."""
    weeks, rest = divmod(amount, 5)
    moment = start + datetime.timedelta(weeks=weeks)
    while rest:
        moment += datetime.timedelta(days=1)
        rest -= moment.weekday() < 5
    return moment


def full_year(digits: str, anchor: Anchor) -> int | None:
    """Four figures as they are; two figures in the century nearest the meeting."""
    if not digits.isdecimal():
        return None
    year = int(digits)
    if len(digits) == 4:
        return year if _OLDEST <= year <= _NEWEST else None
    if len(digits) != 2:
        return None
    near = anchor.meeting.year if anchor.meeting else 2000
    return min(
        (century + year for century in (1800, 1900, 2000, 2100)), key=lambda y: abs(y - near)
    )


def _precision(name: str, guessed: bool) -> str:  # noqa: FBT001
    return f"{name}; year inferred" if guessed else name
