"""Bodies come, change their names, merge and end; every step has its day and its source."""

from __future__ import annotations

import datetime
import re
import unicodedata

from django.db import transaction
from django.utils.translation import gettext as _

from consuno.core import audit, clock
from consuno.core.bilingual import Bilingual
from consuno.core.models import User
from consuno.core.policy import Denied
from consuno.directory import policies
from consuno.directory.actions.people import appoint
from consuno.directory.models import Body, BodyChange, Country, Mandate, Role
from consuno.directory.models.body import NETWORK

Kind = BodyChange.Kind


@transaction.atomic
def add_body(
    *, name: Bilingual, short: Bilingual, kind: str, country: Country | None, civil_society: bool,
    on: datetime.date, source: str, by: User,
) -> Body:  # fmt: skip
    """Add a body with its source; its code is made from its short name. Raises Denied."""
    code = country.code if country else None
    policies.may_add_body_as(by, civil_society=civil_society, country=code)
    made = Body.objects.create(
        code=_free_code(short, code), kind=kind, name=name, short=short, country=country,
        civil_society=civil_society, confirmed=True, source=source, as_of=on.isoformat(),
        listed=not (civil_society and kind == Body.Kind.ORGANISATION),
        order=500, parent=Body.objects.filter(code=NETWORK).first() if civil_society else None,
    )  # fmt: skip
    _note(made, Kind.ADDED, on, source, by)
    return made


@transaction.atomic
def rename_body(
    *, body: Body, name: Bilingual, short: Bilingual, on: datetime.date, source: str, by: User
) -> Body:
    """Change its name; the earlier one stays in its history. The source confirms the new one."""
    body = Body.objects.select_for_update().get(pk=body.pk)
    policies.may_change_body(by, body)
    _note(body, Kind.RENAMED, on, source, by)
    body.name, body.short = name, short
    body.confirmed, body.source, body.as_of = True, source, on.isoformat()
    body.save(update_fields=["name", "short", "confirmed", "source", "as_of"])
    return body


@transaction.atomic
def merge_body(*, body: Body, into: Body, on: datetime.date, source: str, by: User) -> None:
    """End a body whose place another takes: its people act for that one from now on.

    What it owed stays as the minutes say, and is found under the other as well.
    """
    body = Body.objects.select_for_update().get(pk=body.pk)
    policies.may_change_body(by, body)
    policies.may_change_body(by, into)
    if body.pk in [above.pk for above in _above(into)] or into.pk == body.pk:
        raise Denied(_("Una institución no puede pasar a formar parte de sí misma."))
    _note(body, Kind.MERGED, on, source, by)
    for held in body.memberships.current():
        appoint(
            user=held.user, body=into, role=Role(held.role), by=by, ends=held.ends,
            instrument=held.instrument,
        )  # fmt: skip
    _end(body, on)
    body.merged_into = into
    body.save(update_fields=["closed_on", "merged_into"])


@transaction.atomic
def close_body(*, body: Body, on: datetime.date, source: str, by: User) -> None:
    """End a body whose place nobody takes: its people act for it no more."""
    body = Body.objects.select_for_update().get(pk=body.pk)
    policies.may_change_body(by, body)
    _note(body, Kind.CLOSED, on, source, by)
    _end(body, on)
    body.save(update_fields=["closed_on"])


@transaction.atomic
def list_body(*, body: Body, listed: bool, by: User) -> None:
    """Show an organisation's name to all, or hide it again."""
    policies.may_list(by, body)
    body.listed = listed
    body.save(update_fields=["listed"])
    audit.record("list_body", body, by=by, listed=listed)


@transaction.atomic
def record_mandate(
    *, office: Body, holder: Country, starts: datetime.date, source: str, by: User
) -> Mandate:
    """Record that a country holds an office from this day; the one before it ends the day before."""
    policies.may_record_mandate(by, office)
    eve = starts - datetime.timedelta(days=1)
    later = office.mandates.filter(starts__gte=starts).first()
    if later is not None:
        raise Denied(_("Ya hay un mandato que empieza ese día o después."))
    office.mandates.filter(ends__isnull=True).update(ends=eve)
    made = Mandate.objects.create(office=office, holder=holder, starts=starts, source=source)
    audit.record("record_mandate", made, by=by, office=office.code, holder=holder.code)
    return made


def _above(body: Body | None) -> list[Body]:
    found = []
    while body is not None and body not in found:
        found.append(body)
        body = body.merged_into
    return found


def _end(body: Body, on: datetime.date) -> None:
    now = clock.now()
    yesterday = clock.today() - datetime.timedelta(days=1)
    body.memberships.current().update(ends=yesterday)
    body.invitations.filter(accepted_at=None, withdrawn_at=None).update(withdrawn_at=now)
    body.closed_on = on


def _note(body: Body, kind: str, on: datetime.date, source: str, by: User) -> None:
    BodyChange.objects.create(
        body=body, kind=kind, on=on, source=source, before=body.name, before_short=body.short
    )
    audit.record(f"{kind}_body", body, by=by, code=body.code)


def _free_code(short: Bilingual, country: str | None) -> str:
    plain = unicodedata.normalize("NFKD", str(short)).encode("ascii", "ignore").decode().upper()
    stem = re.sub(r"[^A-Z0-9]+", "-", plain).strip("-")[:24] or "ORG"
    stem = f"{stem}:{country}" if country else stem
    taken = set(Body.objects.filter(code__startswith=stem).values_list("code", flat=True))
    numbered = (f"{stem}-{n}" for n in range(2, len(taken) + 3))
    return next(code for code in (stem, *numbered) if code not in taken)
