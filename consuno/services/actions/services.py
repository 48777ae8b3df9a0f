"""Write a service, say that it closes or opens, count its free places."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from consuno.core import audit, clock
from consuno.core.models import User
from consuno.core.search import index
from consuno.directory.models import Body
from consuno.services import policies
from consuno.services.models import Service, Trait
from consuno.services.queries.services import services
from consuno.services.search import of_service

#: What a form or an import writes of a service.
FIELDS = (
    "status", "programme", "name", "description", "minimum_age", "maximum_age", "sex", "asks_status",
    "documents", "cost", "cost_note", "how", "phone", "email", "url", "hours", "safe", "country",
    "area", "city", "address", "postal_code", "places", "free_places", "alert", "source", "as_of",
)  # fmt: skip


@transaction.atomic
def save_service(
    *, body: Body, fields: dict[str, Any], traits: dict[str, list[str]], by: User,
    service: Service | None = None, status: str = Service.Status.ACTIVE,
) -> Service:  # fmt: skip
    """Write a service of a body, or change one; whoever runs it and writes it confirms it as well.

    `fields` are of `FIELDS`, those left out stay; `traits` are words by vocabulary, all of them.
    Raises Denied.
    """
    policies.may_keep_service(by, body)
    if service is not None:
        service = Service.objects.select_for_update(of=("self",)).get(pk=service.pk)
    policies.must_fit(body, fields, traits)
    policies.must_be_its_own(fields.get("programme"), body)
    policies.must_be_a_status(status)
    made = write(body=body, fields=fields | {"status": status}, traits=traits, service=service)
    if policies.allowed(policies.may_confirm, by, body):
        made.confirmed_on, made.confirmed_by = clock.today(), by
        made.save(update_fields=["confirmed_on", "confirmed_by"])
    verb = "write_service" if service is None else "change_service"
    audit.record(verb, made, by=by, on_behalf_of=body)
    return made


def write(
    *, body: Body, fields: dict[str, Any], traits: dict[str, list[str]], service: Service | None
) -> Service:
    """Put the values where they belong, within the caller's transaction; no rule is asked."""
    found = service or Service(body=body)
    for name in FIELDS:
        if name in fields:
            setattr(found, name, fields[name])
    if "free_places" in fields:
        found.free_on = clock.today() if fields["free_places"] is not None else None
    found.modified_at = clock.now()
    found.forget_validation()
    found.save()
    set_traits(found, traits)
    return found


def set_traits(service: Service, traits: dict[str, list[str]]) -> None:
    """Let these be its words; a vocabulary that is not named keeps its own."""
    service.traits.filter(vocabulary__in=list(traits)).delete()
    Trait.objects.bulk_create(
        Trait(service=service, vocabulary=vocabulary, slug=slug)
        for vocabulary, slugs in traits.items()
        for slug in dict.fromkeys(slugs)
    )
    again = services().get(pk=service.pk)  # its words are part of how it is found
    index("servicio", str(service.pk), of_service(again))


@transaction.atomic
def set_status(*, service: Service, status: str, alert: str, by: User) -> Service:
    """It opens, closes for now, or exists no more; `alert` is what people should know. Raises Denied."""
    policies.may_keep_service(by, service.body)
    policies.must_be_a_status(status)
    was, service.status, service.alert = service.status, status, alert.strip()[:300]
    service.modified_at = clock.now()
    service.save(update_fields=["status", "alert", "modified_at"])
    audit.record("set_status", service, by=by, on_behalf_of=service.body, was=was, now=status)
    return service


@transaction.atomic
def count_places(*, service: Service, free: int | None, by: User) -> Service:
    """Say how many places are free today; None where it is not known. Raises Denied."""
    policies.may_confirm(by, service.body)
    policies.must_hold(service, free)
    service.free_places = free
    service.free_on = clock.today() if free is not None else None
    service.modified_at = clock.now()
    service.save(update_fields=["free_places", "free_on", "modified_at"])
    audit.record("count_places", service, by=by, on_behalf_of=service.body)
    return service
