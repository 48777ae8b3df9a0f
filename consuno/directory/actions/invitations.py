"""Invite a person to act for a body, and accept."""

from __future__ import annotations

import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from consuno.core import accounts, audit, clock, mail
from consuno.core.locks import exclusively
from consuno.core.models import User
from consuno.core.policy import Denied
from consuno.directory import letters, notices, policies
from consuno.directory.actions.people import appoint
from consuno.directory.models import Body, Invitation, Role


@transaction.atomic
def invite(
    *, body: Body, email: str, role: str, language: str, by: User,
    ends: datetime.date | None = None, instrument: str = "",
) -> Invitation:  # fmt: skip
    """Make an invitation and post its letter; the same one, if it is still open, is returned.

    Raises Denied unless `by` may invite to this role, or when that person already has it.
    """
    policies.may_invite_as(by, body, role)
    email = email.lower()
    exclusively(f"invite {body.pk} {role} {email}")  # a second click finds the first
    if body.memberships.current().filter(user__email=email, role=role).exists():
        raise Denied(_("Esa persona ya tiene esa función."))
    for open_one in Invitation.objects.filter(
        body=body, email=email, role=role, accepted_at=None, withdrawn_at=None
    ):
        if open_one.pending:
            return open_one
    made = Invitation.objects.create(
        body=body,
        email=email,
        role=role,
        language=language,
        ends=ends,
        instrument=instrument,
        by=by,
    )
    audit.record("invite", made, by=by, body=body.code, role=role)
    _post(made)
    return made


@transaction.atomic
def send_again(*, invitation: Invitation, by: User) -> Invitation:
    """Make a new link, good for another seven days; the earlier one dies."""
    invitation = Invitation.objects.select_for_update().get(pk=invitation.pk)
    policies.may_change_invitation(by, invitation)
    invitation.issue += 1
    invitation.issued_at = clock.now()
    invitation.save(update_fields=["issue", "issued_at"])
    audit.record("send_invitation_again", invitation, by=by)
    _post(invitation)
    return invitation


@transaction.atomic
def withdraw_invitation(*, invitation: Invitation, by: User) -> None:
    """Take it back: its link says so from now on."""
    invitation = Invitation.objects.select_for_update().get(pk=invitation.pk)
    policies.may_change_invitation(by, invitation)
    invitation.withdrawn_at = clock.now()
    invitation.save(update_fields=["withdrawn_at"])
    audit.record("withdraw_invitation", invitation, by=by)


@transaction.atomic
def accept_invitation(
    *, invitation: Invitation, by: User | None, name: str = "", password: str | None = None
) -> User:
    """Give the person what they were invited to, and return them.

    `by` is who is signed in; None makes the account (or reopens that of someone who had left) with
    this name and password. Raises Denied when the link is no longer good or is for someone else,
    ValidationError when the password is too weak.
    """
    invitation = Invitation.objects.select_for_update().get(pk=invitation.pk)
    policies.may_accept(by, invitation)
    person = by or accounts.open_account(
        email=invitation.email, name=name, password=password, by=None
    )
    membership = appoint(
        user=person, body=invitation.body, role=Role(invitation.role), by=person,
        ends=invitation.ends, instrument=invitation.instrument,
    )  # fmt: skip
    invitation.accepted_at, invitation.membership = clock.now(), membership
    invitation.save(update_fields=["accepted_at", "membership"])
    audit.record("accept_invitation", invitation, by=person)
    if invitation.by is not None:
        notices.invitation_accepted.tell([invitation.by], about=invitation)
    return person


def _post(invitation: Invitation) -> None:
    if mail.configured():
        letters.invitation.post(invitation)
