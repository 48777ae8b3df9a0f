"""What meetings tell people of."""

from __future__ import annotations

from django.utils.translation import gettext as _

from consuno.core.models import User
from consuno.core.notices import Line, notice
from consuno.core.policy import allowed
from consuno.meetings import policies
from consuno.meetings.models import Correction, Elevation, EventDeadline, Record, Sitting, Topic


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


@notice(lambda: Sitting.objects.select_related("record"))
def minutes_circulate(reader: User, found: Sitting) -> Line | None:
    """The minutes of a meeting go round; corrections may be asked for."""
    if not found.record.window_open or not allowed(policies.may_read_minutes, reader, found.record):
        return None
    words = _("Circula el acta de %(sitting)s: puede pedir correcciones")
    return Line(words % {"sitting": found}, found.record.get_absolute_url())


@notice(lambda: Sitting.objects.select_related("record"))
def minutes_approved(reader: User, found: Sitting) -> Line | None:
    """The minutes of a meeting are approved."""
    if not allowed(policies.may_read_minutes, reader, found.record):
        return None
    words = _("Se aprobó el acta de %(sitting)s") % {"sitting": found}
    return Line(words, found.record.get_absolute_url())


@notice(lambda: Record.objects.select_related("sitting"))
def leave_waits(reader: User, found: Record) -> Line | None:
    """The minutes wait for the leave of the Presidency."""
    if not policies.gives_leave(reader, found) or found.state != Record.State.LEAVE:
        return None
    words = _("El acta de %(sitting)s espera su venia para circular") % {"sitting": found.sitting}
    return Line(words, found.get_absolute_url())


@notice(lambda: Record.objects.select_related("sitting"))
def leave_given(reader: User, found: Record) -> Line | None:
    """The Presidency let the minutes circulate, or gave them back."""
    if not allowed(policies.may_read_minutes, reader, found):
        return None
    given = found.state != Record.State.DRAFT
    words = (
        _("La Presidencia dio su venia para el acta de %(sitting)s")
        if given
        else _("La Presidencia devolvió el acta de %(sitting)s")
    )
    return Line(words % {"sitting": found.sitting}, found.get_absolute_url())


@notice(lambda: Correction.objects.select_related("record__sitting"))
def correction_waits(reader: User, found: Correction) -> Line | None:
    """A body asks for a correction of the minutes."""
    if found.taken is not None or not allowed(policies.may_read_minutes, reader, found.record):
        return None
    words = _("Se pide una corrección del acta de %(sitting)s")
    return Line(words % {"sitting": found.record.sitting}, found.record.get_absolute_url())


@notice(lambda: Correction.objects.select_related("record__sitting"))
def correction_answered(reader: User, found: Correction) -> Line | None:
    """The Secretariats answered a correction."""
    if not allowed(policies.may_read_minutes, reader, found.record):
        return None
    words = _("Se respondió a su corrección del acta de %(sitting)s")
    return Line(words % {"sitting": found.record.sitting}, found.record.get_absolute_url())


@notice(lambda: EventDeadline.objects.select_related("commitment__meeting", "sitting"))
def event_tied(reader: User, found: EventDeadline) -> Line | None:
    """The other Secretariat said which meeting a deadline means."""
    if not allowed(policies.may_plan, reader):
        return None
    words = _("El plazo de %(item)s es ahora %(sitting)s") % {
        "item": found.commitment.label, "sitting": found.sitting,
    }  # fmt: skip
    return Line(words, found.commitment.get_absolute_url())


@notice(lambda: Topic.objects.select_related("country"))
def topic_raised(reader: User, found: Topic) -> Line | None:
    """A topic was raised at the table of a country."""
    if found.closed_on or not allowed(policies.may_read_topics, reader, found.country):
        return None
    words = _("Hay un tema nuevo en la mesa de %(country)s") % {"country": found.country}
    return Line(words, found.get_absolute_url())


_ELEVATIONS = Elevation.objects.select_related("topic__country", "origin__sitting")


@notice(lambda: _ELEVATIONS.all())
def elevated(reader: User, found: Elevation) -> Line | None:
    """Something was sent up to the meetings of a series."""
    if found.outcome_on or not allowed(policies.may_plan, reader):
        return None
    return Line(_("Se elevó un tema a %(series)s") % {"series": found.to}, found.get_absolute_url())


@notice(lambda: _ELEVATIONS.exclude(topic=None))
def sent_up_alone(reader: User, found: Elevation) -> Line | None:
    """Organisations of a country sent a topic up; its institutions may join, or answer at home."""
    country = found.topic.country if found.topic else None
    if country is None or found.joint or found.outcome_on:
        return None
    if not allowed(policies.may_read_topics, reader, country):
        return None
    return Line(
        _("La sociedad civil de su país elevó un tema a la región"), found.get_absolute_url()
    )


@notice(lambda: _ELEVATIONS.all())
def elevation_answered(reader: User, found: Elevation) -> Line | None:
    """What was sent up has its answer."""
    below: Elevation | None = found
    while below is not None and below.topic is None:
        below = getattr(below.origin, "elevated", None) if below.origin else None
    if below is not None and below.topic is not None:
        if not allowed(policies.may_read_topics, reader, below.topic.country):
            return None
        return Line(_("Llegó la respuesta a un tema elevado"), below.get_absolute_url())
    if not allowed(policies.may_plan, reader):
        return None
    return Line(_("Llegó la respuesta a un tema elevado"), found.get_absolute_url())
