"""The agenda as it was on a day."""

from __future__ import annotations

import datetime
from itertools import groupby

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from consuno.agenda.queries.as_of import AsOf
from consuno.core import clock
from consuno.core.fields import DayField
from consuno.core.pages import page_of

PER_PAGE = 50


def day_of(text: str) -> datetime.date:
    """Return the day an address names (ISO 8601); raises Http404 for none, or one to come."""
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError as error:
        raise Http404 from error
    if day > clock.today() or day.year < 1990:
        raise Http404(_("Ese día todavía no ha llegado."))
    return day


def choose(request: HttpRequest) -> HttpResponse:
    """Go to the day chosen; today where none was, or one that makes no sense."""
    try:
        day = day_of(DayField().clean(request.GET.get("dia", "")).isoformat())
    except (Http404, ValidationError):
        day = clock.today()
    return redirect("agenda:as_of", day.isoformat())


def as_of(request: HttpRequest, day: str) -> HttpResponse:
    """What was owed that day and how it stood; or, if asked, all that the agenda held."""
    then = AsOf(day_of(day), reader=request.user)
    everything = request.GET.get("que") == "todo"
    tally = then.tally()
    page = page_of(
        then.keys(owed=not everything), request.GET.get("pagina"), per_page=PER_PAGE, fetch=then.rows,
        count=None if everything else sum(count for _timing, count in tally),
    )  # fmt: skip
    context = {
        "day": then.day,
        "tally": tally,
        "everything": everything,
        "page": page,
        "groups": [(name, list(rows)) for name, rows in groupby(page, lambda item: item.meeting)],
        "none_word": "",
        "latest": clock.today(),
    }
    return render(request, "agenda/as_of.html", context)
