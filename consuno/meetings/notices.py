"""What meetings tell people of."""

from __future__ import annotations

from django.utils.translation import gettext as _

from consuno.core.models import User
from consuno.core.notices import Line, notice
from consuno.core.policy import allowed
from consuno.meetings import policies
from consuno.meetings.models import Sitting


def _line(reader: User, found: Sitting, words: str, *, stands: bool = True) -> Line | None:
    if stands == (found.state == Sitting.State.CANCELLED):
        return None
    if not allowed(policies.may_read_sitting, reader, found):
        return None
    return Line(words % {"sitting": found, "day": found.starts}, found.get_absolute_url())


@notice(lambda: Sitting.objects.all())
def invited(reader: User, found: Sitting) -> Line | None:
    """A body is invited; told to those who act for it."""
    return _line(reader, found, _("Se invita a su institución a %(sitting)s"))


@notice(lambda: Sitting.objects.all())
def sitting_moved(reader: User, found: Sitting) -> Line | None:
    """A meeting has other days."""
    return _line(reader, found, _("Cambió la fecha de %(sitting)s"))


@notice(lambda: Sitting.objects.all())
def sitting_cancelled(reader: User, found: Sitting) -> Line | None:
    """A meeting is not held."""
    return _line(reader, found, _("Se suspendió %(sitting)s"), stands=False)
