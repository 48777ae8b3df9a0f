"""Which meetings there are, for whoever reads."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from consuno.agenda.models import Commitment
from consuno.core import clock
from consuno.directory.models import Body
from consuno.directory.standing import memberships
from consuno.meetings.models import Delegation, EventDeadline, Sitting


def sittings(*, reader: Any) -> QuerySet[Sitting]:
    """Those this reader may read, the latest first."""
    found = Sitting.objects.select_related("country", "meeting")
    return found if memberships(reader) else found.filter(public=True)


def coming(*, reader: Any) -> list[Sitting]:
    """Those that are not over, the next first."""
    return list(sittings(reader=reader).filter(ends__gte=clock.today()).order_by("starts", "pk"))


def past(*, reader: Any) -> QuerySet[Sitting]:
    """Those that are over."""
    return sittings(reader=reader).filter(ends__lt=clock.today())


def delegations(sitting: Sitting) -> list[Delegation]:
    """Who is invited, in the order of the directory."""
    return list(sitting.delegations.select_related("body__country"))


def mine(reader: Any, sitting: Sitting) -> list[Delegation]:
    """The delegations for which this reader may speak, if the policy lets them."""
    bodies = {held.body_id for held in memberships(reader)}
    return [each for each in delegations(sitting) if each.body_id in bodies]


def events(sitting: Sitting) -> tuple[list[EventDeadline], list[Commitment]]:
    """The deadlines that are this meeting, and those that are a meeting nobody has named yet."""
    tied = list(sitting.deadlines.select_related("commitment__meeting"))
    loose = Commitment.objects.filter(
        deadline_kind="event", owed=True, closed_on=None, event_deadline=None
    )
    return tied, list(loose.select_related("meeting")[:50])


def usual_guests(sitting: Sitting) -> list[Body]:
    """Who is usually invited: the countries' migration offices and both networks' bodies; for a
    national table, what is of its country.
    """
    bodies = Body.objects.filter(closed_on=None)
    if sitting.country_id:
        return list(bodies.filter(country=sitting.country_id).exclude(kind="country"))
    usual = bodies.filter(kind__in=("migration", "secretariat", "network"))
    return list(usual.exclude(invented=True) | bodies.filter(code="PPT-CRM"))
