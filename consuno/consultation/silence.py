"""The hour at which silence ends: an exact moment, written in the time of a place.

Conditions of the reference (coordination, procedure, step 5): the Presidency orders it with the exact hour
and time zone, and it lasts at least ten days that are working days in all eleven countries.
"""

from __future__ import annotations

import datetime
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

#: Days that are working days in every country, between the day of the order and the day it ends.
SHORTEST = 10

#: Time zones of the eleven countries (IANA names), by a city that everybody knows.
ZONES = {
    "America/Belize": gettext_lazy("Belmopán"),
    "America/Toronto": gettext_lazy("Ottawa"),
    "America/St_Johns": gettext_lazy("San Juan de Terranova"),
    "America/Vancouver": gettext_lazy("Vancouver"),
    "America/Costa_Rica": gettext_lazy("San José"),
    "America/Santo_Domingo": gettext_lazy("Santo Domingo"),
    "America/El_Salvador": gettext_lazy("San Salvador"),
    "America/Guatemala": gettext_lazy("Ciudad de Guatemala"),
    "America/Tegucigalpa": gettext_lazy("Tegucigalpa"),
    "America/Mexico_City": gettext_lazy("Ciudad de México"),
    "America/Tijuana": gettext_lazy("Tijuana"),
    "America/Managua": gettext_lazy("Managua"),
    "America/Panama": gettext_lazy("Ciudad de Panamá"),
    "America/New_York": gettext_lazy("Washington"),
    "America/Los_Angeles": gettext_lazy("Los Ángeles"),
}


def moment(day: datetime.date, hour: datetime.time, zone: str) -> datetime.datetime:
    """The instant, in UTC, that a clock of that place shows then.

    An hour that comes twice, because clocks go back, is its second coming: nobody loses time. Raises
    ValueError for one that never comes, because clocks go forward over it.
    """
    local = datetime.datetime.combine(day, hour.replace(fold=1), tzinfo=ZoneInfo(zone))
    instant = local.astimezone(datetime.UTC)
    if instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None) != local.replace(tzinfo=None):
        raise ValueError(f"no {hour} on {day} in {zone}")
    return instant


def told(instant: datetime.datetime, zone: str) -> str:
    """Say an instant in the reader's language, by the clock of a place and with its distance from UTC."""
    local = instant.astimezone(ZoneInfo(zone))
    away = local.strftime("%z")
    return _("%(day)s a las %(hour)s, hora de %(place)s (UTC%(away)s)") % {
        "day": date_format(local.date(), "DATE_FORMAT"), "hour": f"{local:%H:%M}",
        "place": ZONES.get(zone, zone), "away": f"{away[:3]}:{away[3:5]}",
    }  # fmt: skip
