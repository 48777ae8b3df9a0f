"""Who may do what with people and bodies. Each check raises `Denied` with its reason.

Accounts come from institutions: the Secretariat in charge names the first administrator of a body,
who then manages its people.
"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from consuno.core.models import User
from consuno.core.policy import Denied
from consuno.directory.models import Body, Invitation, Membership, Role
from consuno.directory.roles import duties_of
from consuno.directory.standing import memberships, secretariat_of


def administers(user: Any, body: Body) -> bool:
    """Say whether this person is an administrator of the body or of one above it."""
    codes = {m.body_id for m in memberships(user) if m.role == Role.ADMINISTRATOR}
    above: Body | None = body
    while codes and above is not None:
        if above.pk in codes:
            return True
        above = above.parent
    return False


def watches(user: Any, body: Body) -> bool:
    """Say whether this person is an officer of the Secretariat in charge of the body."""
    secretariat = secretariat_of(user)
    return secretariat is not None and secretariat.civil_society == body.civil_society


def sees(reader: Any, body: Body) -> bool:
    """Say whether this reader may know the name of an organisation that hides it."""
    return (
        secretariat_of(reader) is not None
        or any(held.body_id == body.pk for held in memberships(reader))
        or administers(reader, body)
    )


def may_read_body(reader: Any, body: Body) -> None:
    """A hidden organisation has no page, not even one that refuses."""
    if not body.listed and not sees(reader, body):
        raise Denied("", stranger=True)


def may_list(user: Any, body: Body) -> None:
    """Only an organisation itself allows its name to be shown, or takes that back."""
    may_read_body(user, body)
    if not administers(user, body):
        may_read_people(user, body)
        raise Denied(_("Solo la propia organización decide si su nombre se muestra."))
    if not body.civil_society:
        raise Denied(_("El nombre de una institución pública es público."))


def may_read_people(user: Any, body: Body) -> None:
    """Names are for colleagues of the same body, its administrators and its Secretariat."""
    may_read_body(user, body)
    colleague = any(m.body_id == body.pk for m in memberships(user))
    if not (colleague or administers(user, body) or watches(user, body)):
        raise Denied(
            _("Las personas de esta institución las ven ella misma y su Secretaría."),
            stranger=not memberships(user),
        )


def may_invite(user: Any, body: Body) -> None:
    """Its administrator invites; its Secretariat does while it has no administrator."""
    if body.closed_on:
        may_read_people(user, body)
        raise Denied(_("Esta institución ya no existe."))
    if administers(user, body):
        return
    may_read_people(user, body)
    if not watches(user, body):
        raise Denied(_("Invita la administración de su institución."))
    if Membership.objects.current().filter(body=body, role=Role.ADMINISTRATOR).exists():
        raise Denied(_("Esta institución ya tiene administración: es ella quien invita."))


def may_invite_as(user: Any, body: Body, role: str) -> None:
    """The role exists in that kind of body, and a Secretariat names only the administrator."""
    may_invite(user, body)
    if role not in [duty.role for duty in duties_of(body)]:
        raise Denied(_("Esa función no existe en esta institución."))
    if role != Role.ADMINISTRATOR and not administers(user, body):
        raise Denied(_("La Secretaría nombra solo a la administración, que invita a los demás."))


def may_change_invitation(user: Any, invitation: Invitation) -> None:
    """Send again, take back or show its link: whoever might have invited, while it is open."""
    may_invite_as(user, invitation.body, invitation.role)
    if invitation.accepted_at:
        raise Denied(_("Esta invitación ya se aceptó."))
    if invitation.withdrawn_at:
        raise Denied(_("Esta invitación ya se retiró."))


def may_accept(user: User | None, invitation: Invitation) -> None:
    """Only while it is open, and only by whom it was meant for."""
    if not invitation.pending:
        raise Denied(_("Esta invitación ya no vale: pida otra a su institución."))
    if user is not None and user.email != invitation.email:
        raise Denied(_("Esta invitación es para otra dirección de correo que la de su cuenta."))
    if user is None and User.objects.filter(email=invitation.email, is_active=True).exists():
        raise Denied(_("Ya tiene una cuenta: entre con ella para aceptar."))


def may_end_membership(user: Any, membership: Membership) -> None:
    """The administrator ends it; no body is left by itself without any administrator."""
    if not administers(user, membership.body):
        may_read_people(user, membership.body)
        raise Denied(_("Lo termina la administración de su institución."))
    if not membership.is_current:  # its last day is history
        raise Denied(_("Esa persona ya no actúa por su institución."))
    if membership.role != Role.ADMINISTRATOR or membership.user_id != user.pk:
        return
    others = Membership.objects.current().filter(body=membership.body, role=Role.ADMINISTRATOR)
    if not others.exclude(pk=membership.pk).exists():
        raise Denied(_("Es usted su única administración: invite antes a quien le suceda."))


def may_succeed(successor: User | None, membership: Membership, *, open_work: bool) -> None:
    """What is open goes to somebody who acts for the same body in the same role, or will."""
    if successor is None:
        if open_work:
            raise Denied(_("Tiene trabajo abierto: elija quién lo sigue."))
        return
    colleagues = Membership.objects.current().filter(body=membership.body, user=successor)
    if successor.pk == membership.user_id or not colleagues.exists():
        raise Denied(_("Solo puede seguirlo alguien que actúe por la misma institución."))


def may_secure(user: Any, membership: Membership) -> None:
    """Take away a lost second factor, end sessions: its administrator, for somebody else."""
    if not administers(user, membership.body):
        may_read_people(user, membership.body)
        raise Denied(_("Lo hace la administración de su institución."))
    if membership.user_id == user.pk:
        raise Denied(_("Lo suyo se cambia en «Su cuenta»."))
    if not membership.is_current:
        raise Denied(_("Esa persona ya no actúa por su institución."))


def may_change_body(user: Any, body: Body) -> None:
    """Its Secretariat, or an administrator of its country's bodies, while it exists."""
    may_read_body(user, body)
    _may_keep(user, civil_society=body.civil_society, country=body.country_id)
    if body.closed_on:
        raise Denied(_("Esta institución ya no existe."))


def may_add_body(user: Any) -> None:
    """A Secretariat, or an administrator of a country's body."""
    if secretariat_of(user) is None and not _countries_administered(user):
        raise Denied(
            _("Agregan instituciones las Secretarías y las administraciones de cada país."),
            stranger=not memberships(user),
        )


def may_add_body_as(user: Any, *, civil_society: bool, country: str | None) -> None:
    """Each adds what it answers for."""
    may_add_body(user)
    _may_keep(user, civil_society=civil_society, country=country)


#: What countries hold in turn: an organ's presidency, the seat of a Secretariat.
HELD = (Body.Kind.ORGAN, Body.Kind.SECRETARIAT)


def may_record_mandate(user: Any, office: Body) -> None:
    """The Secretariat in charge of the office records who holds it."""
    may_change_body(user, office)
    if not watches(user, office):
        raise Denied(_("Los mandatos los registra la Secretaría Técnica."))


def _may_keep(user: Any, *, civil_society: bool, country: str | None) -> None:
    secretariat = secretariat_of(user)
    if secretariat is not None and secretariat.civil_society == civil_society:
        return
    if country and not civil_society and country in _countries_administered(user):
        return
    raise Denied(
        _("Lo cambia su Secretaría, o la administración de una institución de su país."),
        stranger=not memberships(user),
    )


def _countries_administered(user: Any) -> set[str]:
    """Countries of whose State bodies this person is an administrator."""
    return {
        held.body.country_id
        for held in memberships(user)
        if held.role == Role.ADMINISTRATOR and held.body.country_id and not held.body.civil_society
    }
