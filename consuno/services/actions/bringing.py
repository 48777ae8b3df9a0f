"""Bring a table of services: tried row by row, in whole or not at all, the same again changes nothing."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from consuno.core import audit, clock, jobs, locks
from consuno.core.models import User
from consuno.core.policy import Denied, allowed
from consuno.core.search import rebuild_search
from consuno.directory.models import Body
from consuno.services import policies
from consuno.services.actions.services import write
from consuno.services.models import Bringing, Service, Trait
from consuno.services.queries.bringing import Verdict, examine


@transaction.atomic
def begin_bringing(
    *, body: Body, file_name: str, rows: Sequence[dict[str, str]], notes: Sequence[str], by: User
) -> Bringing:
    """Keep the rows to be tried. Raises Denied."""
    policies.may_bring(by, body)
    made = Bringing.objects.create(
        body=body, file_name=file_name, rows=list(rows), notes=list(notes)[:200], by=by
    )
    audit.record("begin_bringing", made, by=by, on_behalf_of=body, rows=len(rows))
    return made


@transaction.atomic
def throw_away(*, bringing: Bringing, by: User) -> None:
    """Forget the rows. Raises Denied."""
    policies.may_finish(by, bringing)
    audit.record("throw_away", bringing, by=by, on_behalf_of=bringing.body)
    bringing.delete()


@transaction.atomic
def bring(*, bringing: Bringing, leave_out: Sequence[int], by: User) -> Bringing:
    """Write every row but those left out; none where any is wrong. Raises Denied."""
    found = Bringing.objects.select_for_update(of=("self",)).select_related("body__country")
    bringing = found.get(pk=bringing.pk)
    policies.may_finish(by, bringing)
    examined = examine(bringing, by)
    wanted = [each for each in examined.verdicts if each.row.number not in set(leave_out)]
    if any(each.row.problems for each in wanted):
        raise Denied(_("Hay filas con problemas: corríjalas en el archivo y súbalo otra vez."))
    confirms = {each.pk for each in examined.bodies if allowed(policies.may_confirm, by, each)}
    _make([each for each in wanted if each.known is None], confirms, by)
    for verdict in wanted:
        if verdict.known is not None and verdict.changes:
            _change(verdict, by if verdict.body.pk in confirms else None)
    bringing.made = sum(each.known is None for each in wanted)
    bringing.changed = sum(each.known is not None and each.changes for each in wanted)
    bringing.done_at, bringing.rows = clock.now(), []
    bringing.save()
    rebuild_search.later()
    audit.record(
        "bring_services", bringing, by=by, on_behalf_of=bringing.body, made=bringing.made,
        changed=bringing.changed, institutions=[each.code for each in examined.bodies],
    )  # fmt: skip
    return bringing


def _make(verdicts: list[Verdict], confirms: set[int], by: User) -> None:
    """All new services in few statements: a table may hold thousands."""
    made = [_new(each, by if each.body.pk in confirms else None) for each in verdicts]
    Service.objects.bulk_create(made, batch_size=200)
    traits = [
        Trait(service=service, vocabulary=vocabulary, slug=slug)
        for service, verdict in zip(made, verdicts, strict=True)
        for vocabulary, slugs in verdict.row.traits.items()
        for slug in slugs
    ]
    Trait.objects.bulk_create(traits, batch_size=500)


def _new(verdict: Verdict, confirmer: User | None) -> Service:
    row, body = verdict.row, verdict.body
    made = Service(body=body, country=body.country, **row.fields)
    if row.uid is not None:
        made.uid = row.uid
    if made.free_places is not None:
        made.free_on = clock.today()
    _confirm(made, confirmer)
    return made


def _confirm(service: Service, confirmer: User | None) -> None:
    """Whoever runs them and brings them says with it that they go on so."""
    if confirmer is not None:
        service.confirmed_on, service.confirmed_by = clock.today(), confirmer


def _change(verdict: Verdict, confirmer: User | None) -> None:
    fields: dict[str, Any] = verdict.row.fields | {"country": verdict.body.country}
    made = write(body=verdict.body, fields=fields, traits=verdict.row.traits, service=verdict.known)
    _confirm(made, confirmer)
    made.save(update_fields=["confirmed_on", "confirmed_by"])


#: Days after which a table that nobody brought is thrown away; its page says so.
KEPT_DAYS = 30


@jobs.job(cron="47 3 * * *")
def forget_bringings() -> None:
    """Throw away the tables that were begun and left."""
    oldest = clock.now() - datetime.timedelta(days=KEPT_DAYS)
    left = Bringing.objects.filter(done_at=None, at__lt=oldest).only("pk")
    locks.while_still(left, _forget)


def _forget(bringing: Bringing) -> None:
    audit.record("forget_bringing", bringing, by=None)
    bringing.delete()
