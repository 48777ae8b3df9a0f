"""What monitoring tells people of."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consuno.agenda.models import Commitment
from consuno.core.models import User
from consuno.core.notices import Line, notice
from consuno.core.policy import allowed
from consuno.directory.models import Body
from consuno.directory.standing import memberships, secretariat_of
from consuno.monitoring import policies
from consuno.monitoring.models import Cycle, Delivery, Extension, Obligation, Report


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
    if found.state != Report.State.RETURNED or not allowed(policies.may_save_report, reader, found):
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


_OBLIGATIONS = Obligation.objects.select_related("body", "commitment__meeting")


def _about(reader: User, found: Obligation) -> bool:
    """Whether this person still has to do with it: acts for the body, or watches over it."""
    acts = any(held.body_id == found.body_id for held in memberships(reader))
    return found.ended_on is None and (acts or secretariat_of(reader) is not None)


@notice(lambda: _OBLIGATIONS.all())
def deadline_near(reader: User, found: Obligation, due: str, rung: int) -> Line | None:
    """A deadline comes, is here, or has passed."""
    if not _about(reader, found) or found.due_on is None or found.due_on.isoformat() != due:
        return None
    if secretariat_of(reader) is None and found.deliveries.filter(withdrawn_at=None).exists():
        return None  # it was handed over: whether that is enough is for the Secretariats to say
    values = {"body": found.body, "item": found.commitment.label, "n": abs(rung)}
    if rung < 0:
        words = ngettext(
            "Falta %(n)s día para %(item)s (%(body)s)",
            "Faltan %(n)s días para %(item)s (%(body)s)",
            abs(rung),
        )
    elif rung == 0:
        words = _("Vence hoy %(item)s (%(body)s)")
    else:
        words = _("%(item)s venció hace %(n)s días (%(body)s)")
    return Line(words % values, found.get_absolute_url())


@notice(lambda: _OBLIGATIONS.all())
def report_due(reader: User, found: Obligation, due: str, rung: int) -> Line | None:
    """The reports of a cycle are due, or were."""
    if not _about(reader, found):
        return None
    values = {"body": found.body, "item": found.commitment.label}
    words = (
        _("Se acerca el día de informar de %(item)s (%(body)s)")
        if rung < 0
        else _("Pasó el día de informar de %(item)s (%(body)s)")
    )
    return Line(words % values, found.get_absolute_url())


@notice(lambda: Extension.objects.select_related("obligation__body", "obligation__commitment"))
def extension_waits(reader: User, found: Extension) -> Line | None:
    """A body asks for more time."""
    if found.state != Extension.State.PENDING or not memberships(reader):
        return None
    words = _("%(body)s pide más plazo para %(item)s") % {
        "body": found.obligation.body, "item": found.obligation.commitment.label,
    }  # fmt: skip
    return Line(words, found.obligation.get_absolute_url())


@notice(lambda: Extension.objects.select_related("obligation__body", "obligation__commitment"))
def extension_decided(reader: User, found: Extension) -> Line | None:
    """Those who decide it decided on more time."""
    words = _("Se decidió el plazo que se pidió para %(item)s") % {
        "item": found.obligation.commitment.label
    }
    return Line(words, found.obligation.get_absolute_url())


@notice(lambda: Delivery.objects.select_related("obligation__body", "obligation__commitment"))
def delivered(reader: User, found: Delivery) -> Line | None:
    """A body recorded a delivery."""
    if found.withdrawn_at or secretariat_of(reader) is None:
        return None
    words = _("%(body)s anotó una entrega de %(item)s") % {
        "body": found.obligation.body, "item": found.obligation.commitment.label,
    }  # fmt: skip
    return Line(words, f"{found.obligation.get_absolute_url()}#entregas")


@notice(lambda: Obligation.objects.select_related("body", "partner", "commitment"))
def partner_named(reader: User, found: Obligation) -> Line | None:
    """A body and an organisation of its country are to work on something together."""
    mine = {held.body_id for held in memberships(reader)}
    if found.partner is None or not mine & {found.body_id, found.partner_id}:
        return None
    words = _("%(partner)s acompaña a %(body)s en %(item)s") % {
        "partner": found.partner, "body": found.body, "item": found.commitment.label,
    }  # fmt: skip
    return Line(words, found.get_absolute_url())


@notice(lambda: Commitment.objects.select_related("meeting"))
def date_wanted(reader: User, found: Commitment, round: int) -> Line | None:  # noqa: A002
    """A date that was to be defined is still missing."""
    if found.due_on or found.closed_on or not memberships(reader):
        return None
    values = {"item": found.label, "n": round * 30}
    if found.deadline_kind == "event":
        words = _(
            "Falta decir qué reunión es el plazo de %(item)s: lleva más de %(n)s días sin fecha"
        )
        return Line(words % values, found.get_absolute_url())
    words = _("Falta fijar la fecha de %(item)s: lleva más de %(n)s días por definir")
    return Line(words % values, f"{found.get_absolute_url()}#fecha")


@notice(lambda: Report.objects.select_related("cycle", "obligation__body"))
def reported_by_note(reader: User, found: Report) -> Line | None:
    """A Secretariat wrote down what a body said by letter."""
    if not found.instrument or not allowed(policies.may_read_report, reader, found):
        return None
    words = _("Una Secretaría anotó lo que su institución dijo por nota en el ciclo %(cycle)s")
    return Line(words % {"cycle": found.cycle}, found.get_absolute_url())
