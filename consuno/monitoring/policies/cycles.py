"""Who answers, cycles and their scorecards: acts of both Secretariats."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from consuno.agenda.models import Commitment
from consuno.core import clock
from consuno.core.policy import Denied
from consuno.directory.models import Body
from consuno.directory.standing import memberships, secretariat_of
from consuno.monitoring.models import Cycle, Obligation
from consuno.monitoring.policies.standing import may_enter, may_work_as_secretariat
from consuno.monitoring.workflow import CYCLE


def may_name_bodies(user: Any, commitment: Commitment, bodies: Sequence[Body]) -> None:
    """Each Secretariat by itself, of something that is owed, bodies that exist and can answer."""
    may_work_as_secretariat(user)
    if not commitment.owed and not commitment.cycles.filter(opened_on=None).exists():
        raise Denied(_("Solo se da seguimiento a lo que alguien debe."))
    if not bodies:
        raise Denied(_("Elija al menos una institución que responda."))
    for body in bodies:
        if body.kind == "group":
            raise Denied(_("%s es un grupo: elija las instituciones que responden por él.") % body)
        if body.closed_on:
            raise Denied(_("%s ya no existe.") % body)


@CYCLE.may("draft_cycle")
def may_draft_cycle(user: Any, cycle: Cycle | None) -> None:
    """Either Secretariat: a new one, or one that is not open."""
    may_work_as_secretariat(user)


def must_follow_each_other(days: Sequence[datetime.date]) -> None:
    """Reports, reviews and publication in their order, the first on a day to come."""
    if days[0] <= clock.today():
        raise Denied(_("Los informes se piden para un día que no ha llegado."))
    if list(days) != sorted(set(days)):
        raise Denied(_("Primero se informa, después se valora y al final se publica."))


def may_cover(items: Sequence[Commitment]) -> None:
    """Of what is owed and of the priorities, at least one; nothing that is closed (line 105)."""
    if not items:
        raise Denied(_("Elija al menos una cosa de la que se informe."))
    for each in items:
        if each.closed_on or not (each.owed or each.kind == Commitment.Kind.PRIORITY):
            raise Denied(
                _("A %s no se le da seguimiento: no se debe ni es prioridad.") % each.label
            )


@CYCLE.may("confirm_cycle")
def may_confirm_cycle(user: Any, cycle: Cycle) -> None:
    """Either Secretariat."""
    may_work_as_secretariat(user)


def must_be_as_read(cycle: Cycle, revision: int) -> None:
    """Its days, what it covers and who answers, as they were read."""
    if cycle.revision != revision:
        raise Denied(_("La otra Secretaría cambió el ciclo mientras usted lo leía."))


def must_know_who_answers(cycle: Cycle) -> None:
    """Nobody can be asked while it is not known who answers for something that the cycle covers."""
    bound = Obligation.objects.current().values("commitment")
    unknown = cycle.covers.exclude(pk__in=bound).count()
    if unknown:
        raise Denied(
            ngettext(
                "Falta decidir quién responde por %(n)s compromiso.",
                "Falta decidir quién responde por %(n)s compromisos.",
                unknown,
            )
            % {"n": unknown}
        )


@CYCLE.may("sign_off")
def may_sign_off(user: Any, cycle: Cycle) -> None:
    """Either Secretariat, of a cycle in which nobody can report any more."""
    may_work_as_secretariat(user)
    CYCLE.must_allow("sign_off", cycle)
    if clock.today() <= cycle.reports_due:
        raise Denied(_("Las instituciones todavía pueden informar."))


def must_be_ready(same: object, unassessed: int, replying: int) -> None:
    """What is signed is what was read; all that came is assessed, and who may reply has had their days."""
    if not same:
        raise Denied(_("El borrador cambió mientras usted lo leía. Léalo otra vez."))
    if unassessed:
        words = ngettext(
            "Falta valorar %(n)s informe enviado.",
            "Falta valorar %(n)s informes enviados.",
            unassessed,
        )
        raise Denied(words % {"n": unassessed})
    if replying:
        words = ngettext(
            "De %(n)s informe la institución todavía puede responder.",
            "De %(n)s informes la institución todavía puede responder.",
            replying,
        )
        raise Denied(words % {"n": replying})


def must_say_something_new(cycle: Cycle, sha256: str) -> None:
    """The same text is published once."""
    if cycle.scorecards.filter(sha256=sha256).exists():
        raise Denied(_("Esto mismo ya está publicado."))


def may_read_draft(reader: Any, cycle: Cycle) -> None:
    """Both Secretariats; and the GRCM, once the day of publication passed and one has not signed."""
    may_enter(reader)
    if secretariat_of(reader) is not None:
        return
    late = clock.today() > cycle.publishes_on and not cycle.scorecards.exists()
    if late and any(held.body.code == "GRCM" for held in memberships(reader)):
        return
    raise Denied(_("El borrador lo leen las Secretarías hasta que ambas lo firmen."))
