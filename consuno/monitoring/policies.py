"""Who may do what in the joint monitoring, and when. Each check raises `Denied` with its reason.

Source: minutes of San Salvador, lines 65 to 67 and 105: both Secretariats run the mechanism.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from consuno.agenda.models import Commitment
from consuno.agenda.policies import may_work_as_secretariat
from consuno.core.policy import Denied
from consuno.directory.models import Body
from consuno.directory.standing import memberships

__all__ = ["may_enter", "may_name_bodies", "may_work_as_secretariat"]


def may_enter(reader: Any) -> None:
    """Monitoring in course is read by those who act for a body; the public reads what is published."""
    if not memberships(reader):
        raise Denied(_("El seguimiento en curso lo leen las instituciones."), stranger=True)


def may_name_bodies(user: Any, commitment: Commitment, bodies: Sequence[Body]) -> None:
    """Each Secretariat by itself, of something that is owed, bodies that exist and can answer."""
    may_work_as_secretariat(user)
    if not commitment.owed:
        raise Denied(_("Solo se da seguimiento a lo que alguien debe."))
    if not bodies:
        raise Denied(_("Elija al menos una institución que responda."))
    for body in bodies:
        if body.kind == "group":
            raise Denied(_("%s es un grupo: elija las instituciones que responden por él.") % body)
        if body.closed_on:
            raise Denied(_("%s ya no existe.") % body)
