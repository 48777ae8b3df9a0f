"""Begin and end what a person does for a body."""

from __future__ import annotations

import datetime

from django.db import transaction

from consuno.core import accounts, audit, clock, second_factor
from consuno.core.models import User
from consuno.directory import policies
from consuno.directory.models import Body, Membership, Role


@transaction.atomic
def appoint(
    *,
    user: User,
    body: Body,
    role: Role,
    by: User | None,
    starts: datetime.date | None = None,
    ends: datetime.date | None = None,
    instrument: str = "",
) -> Membership:
    """Make a person act for a body, unless they do already."""
    current = Membership.objects.current().filter(user=user, body=body, role=role).first()
    if current:
        return current
    # Ended and given again within a day: the same row, open again.
    made, _new = Membership.objects.update_or_create(
        user=user,
        body=body,
        role=role,
        starts=starts or clock.today(),
        defaults={"ends": ends, "instrument": instrument},
    )
    audit.record("appoint", made, by=by, body=body.code, role=role)
    return made


@transaction.atomic
def end_membership(*, membership: Membership, by: User) -> None:
    """End it now: yesterday is its last day, so that the next request no longer finds it.

    One that began today leaves no day behind it, only its entry in the record of acts.
    """
    policies.may_end_membership(by, membership)
    membership.ends = clock.today() - datetime.timedelta(days=1)
    membership.save(update_fields=["ends"])
    audit.record(
        "end_membership", membership, by=by, body=membership.body.code, role=membership.role
    )


@transaction.atomic
def remove_second_factor(*, membership: Membership, by: User) -> None:
    """Let somebody who lost their telephone set another one; they are told by letter."""
    policies.may_secure(by, membership)
    accounts.end_sessions(of=membership.user, by=by)
    second_factor.remove(membership.user)
    audit.record("remove_second_factor", membership.user, by=by, body=membership.body.code)


@transaction.atomic
def end_sessions(*, membership: Membership, by: User) -> int:
    """Sign a person out everywhere (a stolen telephone); return of how many places."""
    policies.may_secure(by, membership)
    return accounts.end_sessions(of=membership.user, by=by)
