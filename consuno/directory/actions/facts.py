"""Who is competent for what: written, ended, validated."""

from __future__ import annotations

import datetime

from django.db import transaction

from consuno.core import audit, clock
from consuno.core.models import User
from consuno.directory import policies
from consuno.directory.models import VALID_FOR, Body, Fact, Jurisdiction
from consuno.domain import rows


@transaction.atomic
def load_jurisdictions(
    *, by: User | None = None, source: str = "directory/jurisdictions.csv"
) -> int:
    """Load what sources say; running it again changes nothing, nor brings back what was ended."""
    bodies = {body.code: body for body in Body.objects.all()}
    known = set(Jurisdiction.objects.values_list("body__code", "matter"))
    made = 0
    for number, row in enumerate(rows(source)):
        if (row["body"], row["matter"]) in known:
            continue
        found = Jurisdiction.objects.create(
            body=bodies[row["body"]], matter=row["matter"], order=number, source=row["source"],
            as_of=row["as_of"],
        )  # fmt: skip
        audit.record("load_jurisdiction", found, by=by, code=row["body"])
        made += 1
    return made


@transaction.atomic
def name_competent(
    *, body: Body, matter: str, source: str, on: datetime.date, by: User, note: str = ""
) -> Jurisdiction:
    """Say that a body is competent for a matter, by a source of a day.

    Raises Denied: not one's country, no source, or said already.
    """
    policies.may_keep_fact(by, body)
    policies.must_be_sourced(source)
    policies.must_be_new(body, matter)
    made = Jurisdiction.objects.create(
        body=body, matter=matter, source=source.strip()[:300], as_of=on.isoformat(),
        note=note.strip()[:200], order=Jurisdiction.objects.count(),
    )  # fmt: skip
    audit.record("name_competent", made, by=by, code=body.code, matter=matter)
    return made


@transaction.atomic
def attach_basis(
    *, jurisdiction: Jurisdiction, law: str, article: str, source: str, on: datetime.date, by: User
) -> None:
    """Say by which rule it is competent. What the country validated was without it, or another.

    Raises Denied.
    """
    policies.may_keep_fact(by, jurisdiction.body)
    policies.must_be_sourced(source)
    policies.must_name_its_law(law)
    jurisdiction.law, jurisdiction.article = law.strip()[:200], article.strip()[:40]
    jurisdiction.source, jurisdiction.as_of = source.strip()[:300], on.isoformat()
    jurisdiction.forget_validation()
    jurisdiction.save()
    audit.record("attach_basis", jurisdiction, by=by, code=jurisdiction.body.code)


@transaction.atomic
def end_competence(*, jurisdiction: Jurisdiction, by: User) -> None:
    """It is not competent for that any more, or never was; the row stays. Raises Denied."""
    policies.may_keep_fact(by, jurisdiction.body)
    jurisdiction.ended_on = clock.today()
    jurisdiction.save(update_fields=["ended_on"])
    audit.record("end_competence", jurisdiction, by=by, code=jurisdiction.body.code)


@transaction.atomic
def validate(*, fact: Fact, body: Body, by: User, until: datetime.date | None = None) -> Fact:
    """The country says that a fact of one of its bodies is right, until a day. Raises Denied."""
    speaks = policies.may_validate(by, body)
    today = clock.today()
    policies.must_be_ahead(until)
    fact.validated_by, fact.validated_on = speaks, today
    fact.valid_until = until or today + VALID_FOR
    fact.save(update_fields=["validated_by", "validated_on", "valid_until"])
    audit.record("validate", fact, by=by, on_behalf_of=speaks)
    return fact
