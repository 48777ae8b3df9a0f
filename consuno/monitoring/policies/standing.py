"""Who acts for which body in the joint monitoring."""

from __future__ import annotations

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from consuno.core.policy import Denied
from consuno.directory.models import Body, Role
from consuno.directory.policies.secretariats import acting_secretariat
from consuno.directory.standing import memberships

#: Who writes a report for a body: a Secretariat's officer what it owes itself, the Presidency too.
REPORTING = frozenset(
    (Role.FOCAL_POINT, Role.ALTERNATE, Role.DRAFTER, Role.OFFICER, Role.PRESIDENCY)
)


#: Who sends it: a drafter writes and another sends.
SENDING = REPORTING - {Role.DRAFTER}


def may_work_as_secretariat(user: Any) -> Body:
    """Return the Secretariat: both watch over what is owed."""
    return acting_secretariat(user, _("El seguimiento lo llevan las dos Secretarías Técnicas."))


def may_enter(reader: Any) -> None:
    """Monitoring in course is read by those who act for a body; the public reads what is published."""
    if not memberships(reader):
        raise Denied(_("El seguimiento en curso lo leen las instituciones."), stranger=True)


def may_report_for(user: Any, body: Body) -> None:
    """Those who write the reports of a body."""
    may_enter(user)
    must_report_for(user, body, REPORTING)


def must_report_for(user: Any, body: Body, roles: frozenset[Role]) -> None:
    """A person holds one of these posts in the body that reports."""
    must_act_for(
        user,
        body,
        roles,
        _("Informa el punto focal de la institución, su suplente o quien redacta."),
    )


def reports_for(user: Any, body: Body) -> bool:
    """Whether a person writes the reports of a body."""
    return acts_for(user, body, REPORTING)


def sends_for(user: Any, body: Body) -> bool:
    """Whether a person sends the reports of a body, and not only drafts them."""
    return acts_for(user, body, SENDING)


def must_act_for(user: Any, body: Body, roles: frozenset[Role], refusal: str | Promise) -> None:
    """A person holds one of these posts in the body; whoever does not hears the refusal of that act."""
    if not acts_for(user, body, roles):
        raise Denied(refusal)


def acts_for(user: Any, body: Body, roles: frozenset[Role]) -> bool:
    """Whether a person holds one of these posts in the body."""
    return any(held.body_id == body.pk and held.role in roles for held in memberships(user))
