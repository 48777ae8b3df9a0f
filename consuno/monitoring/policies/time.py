"""More time, and how what is owed ends."""

from __future__ import annotations

import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from consuno.agenda.models import Commitment
from consuno.core import clock
from consuno.core.policy import Denied
from consuno.directory.models import Role
from consuno.directory.standing import SECRETARIATS, memberships, secretariat_of
from consuno.monitoring.models import Extension, Obligation
from consuno.monitoring.policies.standing import (
    SENDING,
    acts_for,
    may_enter,
    may_work_as_secretariat,
)
from consuno.monitoring.workflow import EXTENSION

#: Forums above the Secretariats: a date they set, they change.
FORUMS = frozenset(("GRCM", "VICEMINISTROS"))
#: Who says so for a body.
DECIDING = SENDING | {Role.OFFICER}
#: Pauses of the reminders that one deadline of one body may have.
MOST_EXTENSIONS = 2


def may_ask_extension(user: Any, obligation: Obligation) -> None:
    """The body that owes it, while it is owed and has a deadline; twice, one at a time."""
    may_enter(user)
    if not acts_for(user, obligation.body, SENDING):
        raise Denied(_("Pide más plazo el punto focal de la institución que lo debe."))
    if obligation.ended_on or obligation.outcome:
        raise Denied(_("Esto ya no se debe."))
    if obligation.due_on is None:
        raise Denied(_("No tiene fecha: no hay plazo que alargar."))
    if obligation.extensions.filter(state=Extension.State.PENDING).exists():
        raise Denied(_("Ya pidió más plazo: falta que las Secretarías lo decidan."))
    if obligation.extensions.count() >= MOST_EXTENSIONS:
        raise Denied(_("Ya se pidió más plazo dos veces."))


def must_be_later(obligation: Obligation, wanted: datetime.date, reason: str) -> None:
    """More time is a later day than the one there is, with its reason."""
    if obligation.due_on is None or wanted <= max(obligation.due_on, clock.today()):
        raise Denied(_("Elija un día posterior al plazo y a hoy."))
    if not reason.strip():
        raise Denied(_("Escriba por qué hace falta más plazo: lo leerá quien lo decide."))


def deciders_of(commitment: Commitment) -> tuple[str, ...]:
    """Codes of the bodies whose yes a later date needs: the Presidency, of a date that it set; the
    forum that set the date, where it is one above the Secretariats; else both of them together.
    """
    if commitment.dated_by is not None:
        return (commitment.dated_by.code,)
    organ = commitment.meeting.organ
    return (organ.code,) if organ is not None and organ.code in FORUMS else SECRETARIATS


def decides_for(user: Any, extension: Extension) -> str:
    """Code of the body for which this person says yes or no: their own, or, by a note that a
    Secretariat holds, the forum that set the date. Raises Denied.
    """
    wanted = deciders_of(extension.obligation.commitment)
    own = [m.body.code for m in memberships(user) if m.body.code in wanted and m.role in DECIDING]
    if own:
        return own[0]
    may_work_as_secretariat(user)
    return wanted[0]


@EXTENSION.may("decide_extension")
def may_decide_extension(user: Any, extension: Extension) -> None:
    """Both Secretariats, or whoever set the date."""
    decides_for(user, extension)


def must_say_why(
    user: Any, extension: Extension, *, grants: bool, reason: str, instrument: str
) -> None:
    """A refusal says why; the word of a forum that a Secretariat holds, by which note."""
    code = decides_for(user, extension)
    secretariat = secretariat_of(user)
    noted = code not in SECRETARIATS and secretariat is not None
    if noted and not instrument.strip():
        raise Denied(_("Esa fecha la puso otra instancia: escriba con qué nota lo decidió."))
    if not grants and not reason.strip():
        raise Denied(_("Escriba por qué no se concede: lo leerá la institución."))


def may_say_outcome(user: Any, obligation: Obligation, outcome: str, reason: str) -> None:
    """Each Secretariat, of what binds, with its reason."""
    may_work_as_secretariat(user)
    if obligation.ended_on:
        raise Denied(_("Esta institución ya no responde por eso."))
    if outcome and outcome not in Commitment.Outcome.values:
        raise Denied(_("Elija qué fue de esto."))
    if not reason.strip():
        raise Denied(_("Escriba por qué: quedará en la historia."))
