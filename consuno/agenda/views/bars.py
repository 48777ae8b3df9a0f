"""Stacked bars: what is owed in each theme, by how it stands in time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from consuno.agenda.models import Theme
from consuno.agenda.queries.board import Filters, Tally
from consuno.agenda.timing import TIMINGS, Timing

WIDTH = 100.0


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a bar; x and width in hundredths of the drawing."""

    timing: Timing
    count: int
    x: str
    width: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One theme. The longest bar fills the width, so that lengths compare between themes."""

    label: str | Promise
    url: str
    tally: Tally
    segments: list[Segment] = field(default_factory=list)


def bars(rows: Iterable[tuple[Theme | None, Tally]]) -> list[Bar]:
    """Draw the tallies of the themes to one scale."""
    rows = list(rows)
    longest = max((tally.total for _theme, tally in rows), default=0) or 1
    return [
        Bar(
            theme.name if theme else _("Sin tema"),
            Filters().but(theme=theme.pk) if theme else "?",
            tally,
            _segments(tally, longest),
        )
        for theme, tally in rows
    ]


def _segments(tally: Tally, longest: int) -> list[Segment]:
    drawn, x = [], 0.0
    for timing, count in tally.parts:
        width = WIDTH * count / longest
        drawn.append(Segment(timing, count, f"{x:.2f}", f"{width:.2f}"))
        x += width
    return drawn


def legend(rows: Iterable[Bar]) -> list[Timing]:
    """The states that occur in these bars, in their order."""
    seen = {segment.timing.slug for bar in rows for segment in bar.segments}
    return [timing for timing in TIMINGS if timing.slug in seen]
