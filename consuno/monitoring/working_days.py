"""Working days of a country: Monday to Friday without its public holidays.

Source of the holidays: the maintained library `holidays`, national ones only. A body for which
no country is on record counts Monday to Friday, and its pages say so.
"""

from __future__ import annotations

import datetime
from collections.abc import Container
from functools import cache

#: Days an institution has to reply to what the Secretariats found.
REPLY_DAYS = 10


@cache
def _holidays(country: str | None) -> Container[datetime.date]:
    """National holidays, worked out year by year as they are asked for."""
    # Imported here: it takes a while that most pages need not wait for.
    from holidays import country_holidays

    return country_holidays(country) if country else ()


def after(day: datetime.date, count: int, country: str | None) -> datetime.date:
    """Return the `count`-th working day after a day, in a country (ISO 3166-1 alpha-2) or in none."""
    free = _holidays(country)
    while count:
        day += datetime.timedelta(days=1)
        count -= day.weekday() < 5 and day not in free
    return day
