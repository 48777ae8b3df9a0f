"""Counters of security, atomic and never forgotten before their time.

A cache may drop what it likes when it is full, and reads before it writes: whoever fills it, or asks at once, gets
past every limit. Here a count is one statement that returns the number, in a table that only time empties.

Callers count before they act, outside their own transaction: an act that fails has been tried all the same.
"""

from __future__ import annotations

import math
from hashlib import sha256
from typing import NamedTuple

from django.conf import settings
from django.db import connection
from django.db.models import F
from django.utils.translation import ngettext

from consuno.core import clock, jobs, primitives
from consuno.core.models import Counter

#: One statement on both databases: a count that ended begins anew.
_COUNT = """
INSERT INTO core_counter AS kept (name, number, value, ends) VALUES (%(name)s, 1, '', %(ends)s)
ON CONFLICT (name) DO UPDATE SET
  number = CASE WHEN kept.ends <= %(now)s THEN 1 ELSE kept.number + 1 END,
  ends = CASE WHEN kept.ends <= %(now)s THEN excluded.ends ELSE kept.ends END
RETURNING number, ends
"""
_TAKE = """
INSERT INTO core_counter AS kept (name, number, value, ends) VALUES (%(name)s, 1, %(value)s, %(ends)s)
ON CONFLICT (name) DO UPDATE SET number = 1, value = excluded.value, ends = excluded.ends
WHERE kept.ends <= %(now)s
RETURNING number
"""


class Count(NamedTuple):
    """How many in this window, and in how many seconds the window ends."""

    number: int
    left: int

    @property
    def wait(self) -> str:
        """When to come back, in words."""
        minutes = max(1, math.ceil(self.left / 60))
        if minutes <= 60:
            return ngettext(
                "Vuelva dentro de %(n)d minuto.", "Vuelva dentro de %(n)d minutos.", minutes
            ) % {"n": minutes}
        hours = math.ceil(minutes / 60)
        return ngettext("Vuelva dentro de %(n)d hora.", "Vuelva dentro de %(n)d horas.", hours) % {
            "n": hours
        }


def now() -> int:
    """Seconds since 1970."""
    return int(clock.now().timestamp())


def named(*words: str | int) -> str:
    """Return the name under which a count is kept; it tells nothing to who reads the table."""
    key = sha256(b"consuno.counters" + settings.SECRET_KEY.encode()).digest()
    return primitives.tag(key, "\0".join(map(str, words)).encode()).hex()


def count(*words: str | int, seconds: int) -> Count:
    """Count one more of this, in windows of so many seconds that begin with their first; return where it stands."""
    at = now()
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, {"name": named(*words), "now": at, "ends": at + seconds})
        number, ends = cursor.fetchone()
    return Count(number, max(0, ends - at))


def counted(*words: str | int) -> bool:
    """Whether this was counted in a window that has not ended."""
    return Counter.objects.filter(name=named(*words), ends__gt=now()).exists()


def take(name: str, *, value: str = "", seconds: int) -> bool:
    """Take a name that nobody holds until it ends; of many at once exactly one gets it."""
    at = now()
    with connection.cursor() as cursor:
        cursor.execute(_TAKE, {"name": name, "value": value, "now": at, "ends": at + seconds})
        return cursor.fetchone() is not None


def take_back(*words: str | int) -> None:
    """Count one less: what was counted did not happen."""
    Counter.objects.filter(name=named(*words), number__gt=0).update(number=F("number") - 1)


def forget(*words: str | int) -> None:
    """Let this count begin anew."""
    Counter.objects.filter(name=named(*words)).delete()


@jobs.job(cron="*/20 * * * *")
def forget_counts() -> None:
    """Take away the counts that ended."""
    Counter.objects.filter(ends__lte=now()).delete()
