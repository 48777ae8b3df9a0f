"""The local partner of the RROCM beside each country's body (San Salvador, line 83)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from consuno.core.policy import Denied
from consuno.directory.models import Body
from consuno.directory.standing import secretariat_of
from consuno.monitoring.models import Obligation
from consuno.monitoring.policies.standing import may_enter


def may_name_partner(user: Any, obligation: Obligation) -> None:
    """The Secretariat of civil society, beside a body of a country's government."""
    may_enter(user)
    secretariat = secretariat_of(user)
    if secretariat is None or not secretariat.civil_society:
        raise Denied(_("La socia local la nombra la Secretaría de la RROCM."))
    body = obligation.body
    if body.civil_society or not body.country_id:
        raise Denied(_("Solo la institución de un país tiene una socia local."))
    if obligation.ended_on:
        raise Denied(_("Esta institución ya no responde por eso."))


def must_be_local(obligation: Obligation, partner: Body) -> None:
    """An organisation of civil society, of that country, that exists."""
    same = partner.country_id == obligation.body.country_id
    if not partner.civil_society or not same or partner.closed_on:
        raise Denied(_("La socia es una organización de la sociedad civil del mismo país."))
