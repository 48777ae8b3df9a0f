"""What monitoring tells people of."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from consuno.core.models import User
from consuno.core.notices import Line, notice
from consuno.core.policy import allowed
from consuno.directory.models import Body
from consuno.directory.standing import memberships
from consuno.monitoring import policies
from consuno.monitoring.models import Cycle, Report


@notice(lambda: Cycle.objects.all())
def cycle_waits(reader: User, found: Cycle) -> Line | None:
    """The other Secretariat drafted a cycle, or changed its days."""
    if found.open or not allowed(policies.may_work_as_secretariat, reader):
        return None
    words = _("El ciclo %(cycle)s espera que su Secretaría lo confirme") % {"cycle": found}
    return Line(words, found.get_absolute_url())


@notice(lambda: Cycle.objects.all())
def update_asked(reader: User, found: Cycle, body: str) -> Line | None:
    """A body is asked to report; told to those who act for it."""
    held = next((held for held in memberships(reader) if held.body.code == body), None)
    if held is None:
        return None
    words = _("Se pide a %(body)s su informe del ciclo %(cycle)s") % {
        "body": held.body,
        "cycle": found,
    }
    return Line(words, f"{found.get_absolute_url()}?cuerpo={body}")


@notice(lambda: Cycle.objects.all())
def post_is_vacant(reader: User, found: Cycle, body: str) -> Line | None:
    """Nobody can be asked for a body: told to whoever can name somebody."""
    if not memberships(reader):
        return None
    words = _("Nadie puede informar por %(body)s en el ciclo %(cycle)s: nombre a alguien") % {
        "body": str(Body.objects.get(code=body)), "cycle": found,
    }  # fmt: skip
    return Line(words, reverse("directory:people", args=[body]))


@notice(lambda: Report.objects.select_related("cycle", "obligation__body"))
def report_came_back(reader: User, found: Report) -> Line | None:
    """A report was returned to whoever wrote it."""
    if found.state != Report.State.RETURNED or not allowed(policies.may_report, reader, found):
        return None
    words = _("Un informe del ciclo %(cycle)s fue devuelto") % {"cycle": found.cycle}
    return Line(words, found.get_absolute_url())


@notice(lambda: Report.objects.select_related("cycle", "obligation__body"))
def report_to_validate(reader: User, found: Report) -> Line | None:
    """A report waits for the validator of its institution."""
    if not allowed(policies.may_validate, reader, found):
        return None
    words = _("Un informe del ciclo %(cycle)s espera su validación") % {"cycle": found.cycle}
    return Line(words, found.get_absolute_url())


@notice(lambda: Report.objects.select_related("cycle", "obligation__body"))
def report_assessed(reader: User, found: Report) -> Line | None:
    """Both Secretariats assessed a report; its institution may reply."""
    if not allowed(policies.may_read_report, reader, found):
        return None
    words = _("Las Secretarías valoraron un informe del ciclo %(cycle)s") % {"cycle": found.cycle}
    return Line(words, found.get_absolute_url())


@notice(lambda: Cycle.objects.all())
def sign_off_waits(reader: User, found: Cycle) -> Line | None:
    """The other Secretariat signed a scorecard off."""
    if not allowed(policies.may_sign_off, reader, found):
        return None
    words = _("El boletín del ciclo %(cycle)s espera la firma de su Secretaría") % {"cycle": found}
    return Line(words, reverse("monitoring:draft_scorecard", args=[found.code]))
