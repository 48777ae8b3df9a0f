"""Contacts of bodies, topics in charge, and whom each country's organisations are shown to."""

from __future__ import annotations

from django.db import transaction

from consuno.core import audit, clock
from consuno.core.models import User
from consuno.directory import policies
from consuno.directory.models import Body, Contact, Country, Membership


@transaction.atomic
def write_contact(
    *, body: Body, email: str, phone: str, web: str, hours: str, source: str, by: User
) -> Contact:
    """Write where a body is reached; what was validated of it before counts no more. Raises Denied."""
    policies.may_keep_fact(by, body)
    policies.must_be_sourced(source)
    contact = Contact.objects.filter(body=body).first() or Contact(body=body)
    contact.email, contact.phone, contact.web, contact.hours = email, phone, web, hours
    contact.source, contact.as_of = source.strip()[:300], clock.today().isoformat()
    contact.forget_validation()
    contact.save()
    audit.record("write_contact", contact, by=by, on_behalf_of=body)
    return contact


@transaction.atomic
def charge(*, membership: Membership, matter: str, by: User) -> Membership:
    """Say which special topic somebody has in charge, or none. Raises Denied."""
    policies.may_charge(by, membership, matter)
    membership.matter = matter
    membership.save(update_fields=["matter"])
    audit.record("charge", membership, by=by, on_behalf_of=membership.body, matter=matter)
    return membership


@transaction.atomic
def show_civil_society(*, country: Country, rule: str, by: User) -> Country:
    """Say to whom the contacts of a country's organisations are shown. Raises Denied."""
    policies.may_set_rule(by)
    policies.must_be_a_rule(rule)
    was, country.civil_society_shown = country.civil_society_shown, rule
    country.save(update_fields=["civil_society_shown"])
    audit.record("show_civil_society", country, by=by, was=was, now=rule)
    return country
