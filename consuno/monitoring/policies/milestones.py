"""The steps a body sets itself on the way to what it owes."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from consuno.core.policy import Denied
from consuno.monitoring.models import Milestone, Obligation
from consuno.monitoring.policies.standing import SENDING, acts_for, may_enter

#: Steps that one body may set for one commitment.
MOST_MILESTONES = 20


def may_set_milestones(user: Any, obligation: Obligation) -> None:
    """Those who send its reports, while it is owed."""
    may_enter(user)
    if not acts_for(user, obligation.body, SENDING):
        raise Denied(_("Los hitos los fija el punto focal de la institución que responde."))
    if obligation.ended_on or obligation.outcome:
        raise Denied(_("Esto ya no se debe."))


def must_be_a_step(obligation: Obligation, title: str, weight: int) -> None:
    """It has a name of its own and a weight, and there are not too many."""
    if not title.strip():
        raise Denied(_("Escriba en qué consiste el hito."))
    if not 1 <= weight <= 100:
        raise Denied(_("El peso va de 1 a 100."))
    there = obligation.milestones.filter(dropped_on=None)
    if there.filter(title__iexact=title.strip()).exists():
        raise Denied(_("Ya hay un hito con ese nombre."))
    if there.count() >= MOST_MILESTONES:
        raise Denied(_("Se fijan hasta %(n)s hitos.") % {"n": MOST_MILESTONES})


def must_stand(milestone: Milestone) -> None:
    """A step is given up once."""
    if milestone.dropped_on:
        raise Denied(_("Ese hito ya se retiró."))


def must_be_a_share(percent: int) -> None:
    """How far a step is goes from nothing to all of it."""
    if not 0 <= percent <= 100:
        raise Denied(_("Cada hito va de 0 a 100 por ciento."))
