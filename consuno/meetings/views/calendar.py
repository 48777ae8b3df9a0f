"""The meetings as a calendar to subscribe to."""

from __future__ import annotations

import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from consuno.core import clock
from consuno.core.text import one_line
from consuno.meetings.models import Sitting
from consuno.meetings.queries.sittings import sittings


def calendar(request: HttpRequest) -> HttpResponse:
    """What this reader may read; a program that subscribes signs in nowhere and gets what is public."""
    # Imported here: no other page needs it.
    from icalendar import Calendar, Event

    made = Calendar()
    made.add("prodid", "-//Consuno//reuniones//ES")
    made.add("version", "2.0")
    made.add("x-wr-calname", _("Reuniones de la CRM y la RROCM"))
    for each in sittings(reader=request.user):
        event = Event()
        event.add("uid", f"{each.slug}@consuno")
        event.add("dtstamp", clock.now())
        event.add("dtstart", each.starts)
        event.add("dtend", each.ends + datetime.timedelta(days=1))
        event.add("summary", one_line(each.title))
        event.add("location", one_line(each.place))
        event.add("url", settings.SITE_URL + each.get_absolute_url())
        cancelled = each.state == Sitting.State.CANCELLED
        event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
        made.add_component(event)
    response = HttpResponse(made.to_ical(), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="reuniones.ics"'
    return response
