"""Who has a vault, who holds an organisation's key, and who signs for it.

Architecture, section 6: casework roles are asked for a passphrase; keepers and the Secretariats' officers at
the one act that needs theirs.
"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from consuno.core import clock
from consuno.core.models import Endorsement, Key, MemberWrap, Recovery, User
from consuno.core.policy import Denied
from consuno.core.vault import locks, organisations, pins, trust
from consuno.directory.models import Body, Membership, Role
from consuno.directory.policies.bodies import administers, may_read_people
from consuno.directory.standing import CARE, memberships, secretariat_of

#: Who has something to keep in a vault: stories, a part of a key, or a signature.
VAULTED = CARE | {Role.KEEPER, Role.OFFICER}


def may_have_vault(user: Any) -> None:
    """Those who work with people, keep a part of a key or sign for a Secretariat."""
    if not any(held.role in VAULTED for held in memberships(user)):
        raise Denied(
            _("La bóveda es de quienes atienden a personas, resguardan una clave o firman por una Secretaría."),
            stranger=not memberships(user),
        )  # fmt: skip


def cares(user: Any, body: Body) -> bool:
    """Whether this person works with people for the body."""
    return any(held.body_id == body.pk and held.role in CARE for held in memberships(user))


def keeps(user: Any, body: Body) -> bool:
    """Whether this person keeps a part of the body's key."""
    return any(held.body_id == body.pk and held.role == Role.KEEPER for held in memberships(user))


def may_read_keys(user: Any, body: Body) -> None:
    """How the keys of a body stand: its people, its administrators, its Secretariat."""
    may_read_people(user, body)


def may_found(user: Any, body: Body) -> None:
    """Somebody who works with people there makes the first key, once three keepers have theirs."""
    may_read_keys(user, body)
    if not cares(user, body):
        raise Denied(_("La crea una persona de atención de la organización."))
    if organisations.current(body.code):
        raise Denied(_("La organización ya tiene su clave."))
    must_have_keepers(body)


def keepers(body: Body) -> list[Membership]:
    """Its keepers of today, the first named first."""
    found = Membership.objects.current().filter(body=body, role=Role.KEEPER)
    return list(found.select_related("user").order_by("pk"))


def must_have_keepers(body: Body) -> list[Key]:
    """Three people keep the key, each with their own passphrase: two of them give it back."""
    people = [each.user_id for each in keepers(body)]
    found = list(
        Key.objects.filter(kind=Key.Kind.PERSON, retired_on=None, user__in=people).order_by("pk")
    )
    if len(found) < 3:
        raise Denied(
            _("Faltan personas que resguarden la clave: son tres, y cada una crea antes su bóveda.")
        )
    return found[:3]


def may_use_key(user: Any, body: Body) -> None:
    """Works with people there today, and holds the key; whoever lost the role does not, key or no key."""
    may_read_keys(user, body)
    if not cares(user, body):
        raise Denied(_("La clave es de las personas de atención de la organización."))
    if not MemberWrap.objects.filter(
        key__owner=body.code, key__retired_on=None, member__user=user
    ).exists():
        raise Denied(
            _("Todavía no tiene la clave de su organización: se la da una colega desde su bóveda.")
        )


def may_give_key(user: Any, body: Body, to: User) -> None:
    """From one who has it to a colleague who works with people there and has a vault."""
    may_use_key(user, body)
    if not cares(to, body):
        raise Denied(_("Esa persona no atiende a nadie en la organización."))


def may_rotate(user: Any, body: Body) -> None:
    """Whoever holds it; the keepers of today get the new one in parts."""
    may_use_key(user, body)
    must_have_keepers(body)


def standing_to_endorse(user: Any, key: Key) -> Endorsement.Standing:
    """As what this person signs a key: for its organisation, or for their Secretariat."""
    body = Body.objects.get(code=key.owner)
    secretariat = secretariat_of(user)
    if keeps(user, body):
        return Endorsement.Standing.OFFICER
    if secretariat is None:
        raise Denied(
            _("La firman quienes resguardan la clave y las dos Secretarías."),
            stranger=not memberships(user),
        )
    return Endorsement.Standing(secretariat.code)


def may_endorse(user: Any, key: Key) -> None:
    """Once for each: first the organisation, then the Secretariats, in any order."""
    standing = standing_to_endorse(user, key)
    missing = trust.lacking(key)
    if key.retired_on:
        raise Denied(_("Esa clave ya no se usa."))
    if standing not in missing:
        raise Denied(_("Ya está firmada por esa parte."))
    if standing != Endorsement.Standing.OFFICER and Endorsement.Standing.OFFICER in missing:
        raise Denied(_("Antes la firma la propia organización."))
    others = [each for each in key.endorsements.all() if each.standing != standing]
    if any(each.signer.user_id == user.pk for each in others):
        raise Denied(_("Ya la firmó usted por otra parte: firman personas distintas."))
    must_be_pinned(user, standing)


def must_be_pinned(user: Any, standing: Endorsement.Standing) -> None:
    """A Secretariat's signature counts only where the server's own file says that this key signs for it."""
    own = locks.current(user)
    if standing in trust.PINNED and own and not pins.counts(own, standing, clock.today()):
        raise Denied(
            _("Su firma todavía no cuenta: quien administra el servidor compara con usted la huella de su bóveda "
              "y la anota («consuno signers»)."),
        )  # fmt: skip


def may_ask_recovery(user: Any, body: Body) -> None:
    """Somebody who works with people there and does not hold the key."""
    may_read_keys(user, body)
    if not cares(user, body):
        raise Denied(_("La piden las personas de atención de la organización."))
    if organisations.current(body.code) is None:
        raise Denied(_("La organización todavía no tiene clave."))
    if MemberWrap.objects.filter(
        key__owner=body.code, key__retired_on=None, member__user=user
    ).exists():
        raise Denied(_("Ya tiene la clave."))


def may_recover(user: Any, body: Body) -> None:
    """Whoever keeps a part, and only for somebody else."""
    may_read_keys(user, body)
    if not keeps(user, body):
        raise Denied(_("La devuelven dos de las personas que la resguardan."))


#: Why a part is not given.
NO_PART = _("No tiene una parte de esta clave que dar aquí, o ya la dio, o la petición venció.")


def must_have_vault(user: User) -> Key:
    """The person's own key."""
    found = locks.current(user)
    if found is None:
        raise Denied(_("Esa persona todavía no tiene su bóveda."))
    return found


def must_be_anothers(user: User, recovery: Recovery) -> None:
    """Nobody gives a key back to themselves."""
    if recovery.member.user_id == user.pk:
        raise Denied(_("La pidió usted: la dan otras dos personas."))


def manages_keys(user: Any, body: Body) -> bool:
    """Whether the body's keys are this person's concern at all."""
    return cares(user, body) or keeps(user, body) or administers(user, body)
