"""Who is told of what happens to a text."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from consuno.consultation.models import Invitation, Proposal
from consuno.consultation.policies import SPEAKING
from consuno.core.models import User
from consuno.directory.models import Body, Membership, Role
from consuno.directory.models.body import NETWORK
from consuno.directory.queries import acting_for
from consuno.directory.standing import SECRETARIATS


def speakers(*bodies: Body) -> QuerySet[User]:
    """Who speaks today for these countries, or for the network: its Secretariat, its organisations."""
    countries = [each.country_id for each in bodies if each.is_state]
    networks = Body.objects.filter(
        parent__in=[each.pk for each in bodies if each.code == NETWORK], civil_society=True
    )
    held = Membership.objects.current().filter(
        Q(body__in=[each.pk for each in bodies])
        | Q(body__country__in=countries, body__civil_society=False)
        | Q(body__in=networks),
        role__in=SPEAKING,
    )
    if networks.exists():
        held = held | Membership.objects.current().filter(
            body__code=SECRETARIATS[1], role=Role.OFFICER
        )
    return User.objects.filter(is_active=True, memberships__in=held).distinct()


def everybody(proposal: Proposal) -> list[User]:
    """Who speaks for whoever was ever invited, both Secretariats and the Presidency. Four queries."""
    asked = Invitation.objects.filter(round__version__proposal=proposal).values("body")
    officers = acting_for(SECRETARIATS, [Role.OFFICER])
    presidency = acting_for(["PPT-CRM"], [Role.PRESIDENCY])
    told = [*speakers(*Body.objects.filter(pk__in=asked)), *officers, *presidency]
    return list({each.pk: each for each in told}.values())
