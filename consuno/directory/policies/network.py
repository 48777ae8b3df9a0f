"""Who sees whom: the contact of a body, the people who speak for it, by the rule of each country."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from consuno.core.policy import Denied
from consuno.core.vocabularies import words
from consuno.directory.models import Body, Country, Membership
from consuno.directory.policies.bodies import administers, may_read_people, sees
from consuno.directory.standing import memberships, secretariat_of

Shown = Country.Shown


def may_read_contact(reader: Any, body: Body) -> None:
    """Everybody reads that of an institution; that of an organisation of civil society, whom the rule
    of its country lets: in some, being known as its focal point puts people at risk.
    """
    if not body.civil_society or sees(reader, body):
        return
    if not body.shown or not _lets(reader, body):
        raise Denied(
            _("Esa organización no muestra su contacto."), stranger=not memberships(reader)
        )


def _lets(reader: Any, body: Body) -> bool:
    rule = body.country.civil_society_shown if body.country else Shown.MEMBERS
    held = memberships(reader)
    if rule == Shown.ALL:
        return True
    if rule == Shown.MEMBERS:
        return bool(held)
    if rule == Shown.NEIGHBOURS:
        return any(
            each.body.civil_society or each.body.country_id == body.country_id for each in held
        )
    return any(each.body.civil_society for each in held)


def may_read_posts(reader: Any, body: Body) -> None:
    """The person in a post: those who act for a body, where they may read its contact."""
    if not memberships(reader):
        raise Denied(_("Las personas las ven las instituciones."), stranger=True)
    may_read_contact(reader, body)


def may_set_rule(user: Any) -> None:
    """The Secretariat of the network: it answers for the safety of its organisations."""
    secretariat = secretariat_of(user)
    if secretariat is None or not secretariat.civil_society:
        raise Denied(_("Lo decide la Secretaría de la RROCM."), stranger=not memberships(user))


def must_be_a_rule(rule: str) -> None:
    """One of the rules there are."""
    if rule not in Shown.values:
        raise Denied(_("Elija a quién se muestran."))


def may_charge(user: Any, membership: Membership, matter: str) -> None:
    """Its administrator says which special topic somebody has in charge."""
    if not administers(user, membership.body):
        may_read_people(user, membership.body)
        raise Denied(_("Lo dice la administración de su institución."))
    if matter and matter not in words("matters"):
        raise Denied(_("Elija un asunto de la lista."))
