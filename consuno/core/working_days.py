"""Working days of a country, or of several at once: Monday to Friday without its public holidays.

Source of the holidays: the maintained library `holidays`, national ones, with the days on which public offices
rest beside them: those of Canada's federation, the optional ones of Costa Rica (August, December) and the bank
days of Panama (Carnival). A body for which no country is on record counts Monday to Friday, and its pages say so.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Container
from functools import cache

#: Where more than what is public for everybody closes the offices.
_OFFICES = {"CA": ("public", "government"), "CR": ("public", "optional"), "PA": ("public", "bank")}


@cache
def _holidays(country: str | None) -> Container[datetime.date]:
    """National holidays, worked out year by year as they are asked for."""
    # Imported here: it takes a while that most pages need not wait for.
    from holidays import country_holidays

    return (
        country_holidays(country, categories=_OFFICES.get(country, ("public",))) if country else ()
    )


def after(day: datetime.date, count: int, country: str | None) -> datetime.date:
    """Return the `count`-th working day after a day, in a country (ISO 3166-1 alpha-2) or in none."""
    free = _holidays(country)
    while count:
        day += datetime.timedelta(days=1)
        count -= day.weekday() < 5 and day not in free
    return day


def free_somewhere(day: datetime.date, countries: Collection[str]) -> bool:
    """Whether a day is not a working day in at least one of these countries."""
    return day.weekday() >= 5 or any(day in _holidays(country) for country in countries)


def after_everywhere(day: datetime.date, count: int, countries: Collection[str]) -> datetime.date:
    """Return the `count`-th day after a day that is a working day in every one of these countries."""
    while count:
        day += datetime.timedelta(days=1)
        count -= not free_somewhere(day, countries)
    return day


def between(first: datetime.date, last: datetime.date, countries: Collection[str]) -> int:
    """How many days after the first and before the last are working days in all these countries."""
    days = (last - first).days
    return sum(
        not free_somewhere(first + datetime.timedelta(days=at), countries) for at in range(1, days)
    )
