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
#: After so many days past its deadline, of what nobody ever recorded anything is said: that there is no news.
SILENT_DAYS = 365


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


def silent_before(today: datetime.date) -> datetime.date:
    """The last deadline that passed so long ago that silence is said and not lateness."""
    return today - datetime.timedelta(days=SILENT_DAYS)


def _heard(today: datetime.date) -> Q:
    """Whether anybody had recorded by that day what became of it."""
    return Q(heard_on__isnull=False, heard_on__lte=today)


OVERDUE = Timing(
    "vencido", _("Vencido"), "overdue",
    lambda today: _OPEN & Q(due_on__lt=today) & (Q(due_on__gte=silent_before(today)) | _heard(today)),
)  # fmt: skip
#: Nobody knows whether it was done: to call it late would accuse whoever did it.
SILENT = Timing(
    "sin-noticia", _("Sin noticia"), "silent",
    lambda today: _OPEN & Q(due_on__lt=silent_before(today)) & ~_heard(today),
)  # fmt: skip
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
TIMINGS = (OVERDUE, SILENT, DUE_SOON, AHEAD, UNDATED, RECURRENT, CLOSED)
BY_SLUG = {timing.slug: timing for timing in TIMINGS}


def timing_of(
    due_on: datetime.date | None,
    deadline_kind: str,
    today: datetime.date,
    closed_on: datetime.date | None = None,
    heard_on: datetime.date | None = None,
) -> Timing:
    """Return how a deadline stands on a day; what was closed stands in time no more.

    `heard_on` is the first day on which somebody recorded what became of it.
    """
    if closed_on is not None:
        return CLOSED
    if due_on is None:
        return RECURRENT if deadline_kind == "recurrent" else UNDATED
    if due_on < today:
        heard = heard_on is not None and heard_on <= today
        return OVERDUE if heard or due_on >= silent_before(today) else SILENT
    return DUE_SOON if due_on <= _soon(today) else AHEAD
