"""Begin and end what a person does for a body."""

from __future__ import annotations

import datetime

from django.db import transaction

from consuno.core import accounts, audit, clock, registry, second_factor
from consuno.core.models import User
from consuno.directory import policies
from consuno.directory.actions.keys import take_key
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
    take_key(membership=membership, by=by)


@transaction.atomic
def see_off(*, membership: Membership, successor: User | None, by: User) -> int:
    """Somebody leaves a body: every role there ends, and all they had in hand goes to another.

    The successor, who acts for the same body, receives the roles as well, save administration.
    Returns how many things were passed on. Raises Denied when there is something and nobody.
    """
    policies.may_end_membership(by, membership)
    leaving, body = membership.user, membership.body
    work = registry.open_work(leaving, body)
    policies.may_succeed(successor, membership, open_work=bool(work))
    for held in body.memberships.current().filter(user=leaving):
        if successor is not None and held.role != Role.ADMINISTRATOR:
            follower = appoint(user=successor, body=body, role=Role(held.role), by=by)
            if held.matter and not follower.matter:  # the topic they had in charge goes along
                Membership.objects.filter(pk=follower.pk).update(matter=held.matter)
        end_membership(membership=held, by=by)
    passed = 0
    if successor is not None:
        passed = registry.pass_on_work(body=body, leaving=leaving, to=successor, by=by)
    accounts.end_sessions(of=leaving, by=by)
    audit.record("see_off", membership, by=by, body=body.code, passed_on=passed)
    return passed


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
