"""Who plans meetings, answers invitations and writes down who came."""

from __future__ import annotations

import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from consuno.agenda.models import Commitment
from consuno.core import clock
from consuno.core.policy import Denied
from consuno.directory.models import Body
from consuno.directory.policies.secretariats import acting_secretariat
from consuno.directory.standing import memberships
from consuno.meetings.models import Delegation, Record, Sitting
from consuno.meetings.series import all_series
from consuno.meetings.workflow import SITTING
from consuno.monitoring.policies import REPORTING, acts_for


def may_work_as_secretariat(user: Any) -> Body:
    """Return the Secretariat: both plan the meetings."""
    return acting_secretariat(user, _("Las reuniones las llevan las dos Secretarías Técnicas."))


def may_read_sitting(reader: Any, sitting: Sitting) -> None:
    """Everybody when it is public; else those who act for a body."""
    if not sitting.public and not memberships(reader):
        raise Denied(_("Esta reunión la leen las instituciones."), stranger=True)


def may_plan(user: Any, sitting: Sitting | None = None) -> None:
    """Either Secretariat, until the minutes are on the agenda."""
    may_work_as_secretariat(user)
    if sitting is not None and sitting.meeting_id:
        raise Denied(_("El acta de esta reunión ya está aprobada: no cambia."))


def must_be_a_meeting(
    series: str, starts: datetime.date, ends: datetime.date, country: object
) -> None:
    """Of a known series, its days in order; a national table is of a country."""
    if series not in all_series():
        raise Denied(_("Elija qué reunión es."))
    if ends < starts:
        raise Denied(_("El último día es anterior al primero."))
    if (series == "mesa") != (country is not None):
        raise Denied(_("Una mesa nacional es de un país; las otras reuniones, de toda la región."))


def must_stand(sitting: Sitting) -> None:
    """A meeting that was cancelled takes no more answers."""
    SITTING.must_allow("invite", sitting)


def must_tell_all(sitting: Sitting, closed: int) -> None:
    """A meeting becomes public before its minutes circulate, with no item of a closed one."""
    if Record.objects.filter(sitting=sitting).exclude(state=Record.State.DRAFT).exists():
        raise Denied(_("El acta ya circula como la de una reunión reservada: no se hace pública."))
    if closed:
        raise Denied(
            _(
                "Su agenda trata %(n)s puntos de reuniones reservadas, y el acta de una reunión"
                " pública la leen todos: quítelos antes de hacerla pública."
            )
            % {"n": closed}
        )


@SITTING.may("invite")
def may_invite(user: Any, sitting: Sitting) -> None:
    """Whoever plans it, while it stands."""
    may_plan(user, sitting)


@SITTING.may("cancel_sitting")
def may_cancel(user: Any, sitting: Sitting, reason: str = "-") -> None:
    """Either Secretariat, saying why, while it is planned."""
    may_plan(user, sitting)
    SITTING.must_allow("cancel_sitting", sitting)
    if not reason.strip():
        raise Denied(_("Escriba por qué se suspende: lo leerán los invitados."))


def may_answer(user: Any, delegation: Delegation) -> None:
    """Those who report for the body that is invited, before the meeting."""
    may_read_sitting(user, delegation.sitting)
    if not acts_for(user, delegation.body, REPORTING):
        raise Denied(_("Responde la institución invitada."))
    must_stand(delegation.sitting)
    if delegation.sitting.over:
        raise Denied(_("La reunión ya pasó."))


def may_tie(user: Any, commitment: Commitment, sitting: Sitting) -> None:
    """Either Secretariat, of a deadline whose words are a meeting, to one that stands."""
    may_plan(user)
    if commitment.deadline_kind != "event":
        raise Denied(_("El plazo de este compromiso no es una reunión."))
    must_stand(sitting)


@SITTING.may("count_delegations")
def may_count(user: Any, sitting: Sitting) -> None:
    """Either Secretariat, from the first day of the meeting on."""
    may_plan(user, sitting)
    SITTING.must_allow("count_delegations", sitting)
    if sitting.starts > clock.today():
        raise Denied(_("La reunión todavía no ha empezado."))
