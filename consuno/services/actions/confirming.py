"""Whoever runs a service says every 90 days that it goes on as it is."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q

from consuno.core import audit, clock, jobs
from consuno.core.locks import exclusively
from consuno.core.models import User
from consuno.directory.models import Body
from consuno.directory.policies.facts import KEEPING
from consuno.directory.queries import acting_for
from consuno.services import letters, policies
from consuno.services.models import Asking, Service
from consuno.services.models.service import FRESH_FOR

#: Days before its confirmation runs out on which a letter asks, and between letters.
ASK_BEFORE = datetime.timedelta(days=14)
ASK_EVERY = datetime.timedelta(days=7)


@transaction.atomic
def confirm_services(*, services: Iterable[Service], by: User) -> int:
    """Say that these go on as they are. Returns how many. Raises Denied: of another institution."""
    found = list(services)
    for service in found:
        policies.may_confirm(by, service.body)
    return _confirm(found, by)


def _confirm(services: list[Service], by: User) -> int:
    now = clock.now()
    for service in services:
        service.confirmed_on, service.confirmed_by, service.modified_at = clock.today(), by, now
        service.save(update_fields=["confirmed_on", "confirmed_by", "modified_at"])
        audit.record("confirm_service", service, by=by, on_behalf_of=service.body)
    return len(services)


@transaction.atomic
def confirm_by_link(*, asking: Asking, services: Iterable[Service], by: User) -> int:
    """The same, by the link of a letter: it works once, for the services of that body only.

    `by` is whom the letter was for. Returns how many. Raises Denied.
    """
    asking = Asking.objects.select_for_update(of=("self",)).select_related("body", "user").get(
        pk=asking.pk
    )  # fmt: skip
    policies.may_use(asking)
    asking.used_at = clock.now()
    asking.save(update_fields=["used_at"])
    return _confirm([each for each in services if each.body_id == asking.body_id], by)


@jobs.job(cron="15 11 * * *")
def ask_to_confirm() -> None:
    """Ask, two weeks before a confirmation runs out and then weekly while nobody answers for a month."""
    today = clock.today()
    soon = today - FRESH_FOR + ASK_BEFORE
    due = Service.objects.filter(status="active", body__closed_on=None, confirmed_on__lte=soon)
    due = due.filter(confirmed_on__gte=today - FRESH_FOR - datetime.timedelta(days=30))
    due = due.filter(Q(asked_on=None) | Q(asked_on__lte=today - ASK_EVERY))
    for body in Body.objects.filter(pk__in=due.values("body")):
        _ask(body, list(due.filter(body=body).values_list("pk", flat=True)))


@transaction.atomic
def _ask(body: Body, keys: list[int]) -> None:
    exclusively(f"ask_to_confirm {body.pk}")
    waiting = Service.objects.filter(pk__in=keys).exclude(asked_on=clock.today())
    if not waiting.update(asked_on=clock.today()):
        return  # another worker asked
    for person in acting_for([body.code], list(KEEPING)):
        made = Asking.objects.create(body=body, user=person)
        letters.services_to_confirm.post(person, asking=made.pk)
