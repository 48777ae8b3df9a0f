"""How an item stands in time: derived from its deadline and today, never stored.

Each state is given twice, in Python for a record and as a query; a test holds them together.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SOON_DAYS = 30


@dataclass(frozen=True, slots=True)
class Timing:
    """A state in time: its name in addresses, its words, its icon and tint."""

    slug: str
    label: str | Promise
    icon: str
    holds: Callable[[datetime.date], Q]


def _soon(today: datetime.date) -> datetime.date:
    return today + datetime.timedelta(days=SOON_DAYS)


#: Both Secretariats closed it, on that day or before.
_CLOSED = Q(closed_on__isnull=False)
_OPEN = Q(closed_on__isnull=True)

OVERDUE = Timing("vencido", _("Vencido"), "overdue", lambda today: _OPEN & Q(due_on__lt=today))
DUE_SOON = Timing(
    "pronto", _("Vence pronto"), "soon",
    lambda today: _OPEN & Q(due_on__range=(today, _soon(today))),
)  # fmt: skip
AHEAD = Timing("en-plazo", _("En plazo"), "ahead", lambda today: _OPEN & Q(due_on__gt=_soon(today)))
UNDATED = Timing(
    "sin-fecha",
    _("Sin fecha"),
    "undated",
    lambda today: _OPEN & Q(due_on__isnull=True) & ~Q(deadline_kind="recurrent"),
)
RECURRENT = Timing(
    "permanente",
    _("Permanente"),
    "recurrent",
    lambda today: _OPEN & Q(due_on__isnull=True, deadline_kind="recurrent"),
)
CLOSED = Timing("cerrado", _("Cerrado"), "done", lambda today: _CLOSED)
TIMINGS = (OVERDUE, DUE_SOON, AHEAD, UNDATED, RECURRENT, CLOSED)
BY_SLUG = {timing.slug: timing for timing in TIMINGS}


def timing_of(
    due_on: datetime.date | None,
    deadline_kind: str,
    today: datetime.date,
    closed_on: datetime.date | None = None,
) -> Timing:
    """Return how a deadline stands on a day; what was closed stands in time no more."""
    if closed_on is not None:
        return CLOSED
    if due_on is None:
        return RECURRENT if deadline_kind == "recurrent" else UNDATED
    if due_on < today:
        return OVERDUE
    return DUE_SOON if due_on <= _soon(today) else AHEAD
