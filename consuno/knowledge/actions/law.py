"""The law of the countries, cell by cell."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from django.db import transaction

from consuno.core import audit, clock
from consuno.core.bilingual import Bilingual
from consuno.core.models import AuditEntry, User
from consuno.directory.models import Country, Membership
from consuno.directory.policies.facts import KEEPING
from consuno.domain import rows
from consuno.knowledge import notices, policies
from consuno.knowledge.models import Asked, Provision


@transaction.atomic
def load_law(*, by: User | None = None) -> int:
    """Load what the reference says; running it again changes nothing, nor brings back what ended.

    A cell that an earlier reference loaded, and that no country has written or validated since, follows the
    reference: what it said before is ended, and stays. Returns how many cells were written.
    """
    known = set(Provision.objects.values_list("country_id", "element"))
    ours = _loaded()
    made = 0
    for row in rows("knowledge/law.csv"):
        place = (row["country"], row["element"])
        before = ours.get(place)
        if place in known and (before is None or _says(before, row)):
            continue
        if before is not None:
            before.ended_on = clock.today()
            before.save(update_fields=["ended_on"])
        found = Provision.objects.create(
            country_id=row["country"], element=row["element"], value=row["value"], law=row["law"],
            article=row["article"], text=Bilingual(row["es"], row["en"]), source=row["source"],
            as_of=row["as_of"],
        )  # fmt: skip
        audit.record("load_provision", found, by=by)
        made += 1
    return made


def _loaded() -> dict[tuple[str, str], Provision]:
    """The cells that stand as a reference loaded them, by country and element."""
    names = set(AuditEntry.objects.filter(verb="load_provision").values_list("about", flat=True))
    standing = Provision.objects.filter(ended_on=None, validated_on=None)
    return {
        (each.country_id, each.element): each for each in standing if audit.about(each) in names
    }


def _says(found: Provision, row: Mapping[str, str]) -> bool:
    now = (
        found.value,
        found.law,
        found.article,
        found.text.es,
        found.text.en,
        found.source,
        found.as_of,
    )
    return now == tuple(
        row[name] for name in ("value", "law", "article", "es", "en", "source", "as_of")
    )


@transaction.atomic
def write_provision(
    *, country: Country, element: str, value: str, law: str, article: str, text: Bilingual,
    source: str, on: datetime.date, by: User,
) -> Provision:  # fmt: skip
    """Write a cell; what it said before is ended, and stays. Its country has yet to validate it.

    Raises Denied.
    """
    policies.may_write_law(by, country.code)
    policies.must_be_a_provision(element, value, law, source, text)
    Provision.objects.filter(country=country, element=element, ended_on=None).update(
        ended_on=clock.today()
    )
    made = Provision.objects.create(
        country=country, element=element, value=value, law=law.strip()[:200],
        article=article.strip()[:40], text=text, source=source.strip()[:300], as_of=on.isoformat(),
    )  # fmt: skip
    Asked.objects.filter(country=country, element=element).delete()
    audit.record("write_provision", made, by=by, country=country.code, element=element)
    return made


@transaction.atomic
def note_provision(*, country: Country, element: str, value: str, law: str, by: User) -> Provision:
    """Note a provision that somebody cites of what was not known: with no source it looks unconfirmed,
    until its country writes the source or validates it. What is known is never replaced. Raises Denied.
    """
    policies.may_write_law(by, country.code)
    policies.must_be_cited(element, value, law)
    known = Provision.objects.filter(country=country, element=element, ended_on=None).exists()
    policies.must_be_unknown(known=known)
    made = Provision.objects.create(
        country=country, element=element, value=value, law=law.strip()[:200], text=Bilingual()
    )
    audit.record("note_provision", made, by=by, country=country.code, element=element)
    return made


@transaction.atomic
def ask_country(*, country: Country, element: str, by: User) -> Asked:
    """Ask a country's focal points for what is not known; they hear of it once. Raises Denied."""
    known = Provision.objects.filter(country=country, element=element, ended_on=None).exists()
    asked = Asked.objects.filter(country=country, element=element).exists()
    policies.may_ask(by, known=known or asked)
    policies.must_be_an_element(element)
    made = Asked.objects.create(country=country, element=element, by=by)
    held = Membership.objects.current().filter(
        body__country=country, body__civil_society=False, role__in=KEEPING
    )
    people = User.objects.filter(is_active=True, memberships__in=held).distinct()
    notices.law_asked.tell(people, about=made)
    audit.record("ask_country", made, by=by, country=country.code, element=element)
    return made
