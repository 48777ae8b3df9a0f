"""Write a programme, or take it away: its services stay."""

from __future__ import annotations

from django.db import transaction

from consuno.core import audit, clock
from consuno.core.bilingual import Bilingual
from consuno.core.models import User
from consuno.directory.models import Body
from consuno.services import policies
from consuno.services.models import Programme, Service


@transaction.atomic
def save_programme(
    *, body: Body, name: Bilingual, description: Bilingual, by: User,
    programme: Programme | None = None,
) -> Programme:  # fmt: skip
    """Write a programme of a body, or change one. Raises Denied."""
    policies.may_keep_service(by, body)
    Body.objects.select_for_update().get(pk=body.pk)  # two of the same name are not written at once
    policies.must_be_a_programme(body, name, programme)
    made = programme or Programme(body=body)
    made.name, made.description = name, description
    made.save()
    verb = "write_programme" if programme is None else "change_programme"
    audit.record(verb, made, by=by, on_behalf_of=body)
    return made


@transaction.atomic
def end_programme(*, programme: Programme, by: User) -> None:
    """Take it away; its services go on without it. Raises Denied."""
    body = programme.body
    policies.may_keep_service(by, body)
    Service.objects.filter(programme=programme).update(programme=None, modified_at=clock.now())
    audit.record("end_programme", programme, by=by, on_behalf_of=body)
    programme.delete()
