"""The one place that asks what time it is, so that tests can travel."""

import datetime

from django.utils import timezone


def now() -> datetime.datetime:
    """Return this moment, aware, in UTC."""
    return timezone.now()  # noqa: TID251


def today() -> datetime.date:
    """Return today in the time zone of the installation (the ST-CRM's, by default)."""
    return timezone.localdate()


def day(moment: datetime.datetime) -> datetime.date:
    """The day of a moment where the installation is: at six in the evening in San Salvador UTC has tomorrow's."""
    return timezone.localdate(moment)
