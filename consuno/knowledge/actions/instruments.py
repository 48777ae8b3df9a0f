"""Instruments, their versions and texts, and what each country did with them."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Mapping

from django.db import transaction
from django.utils.text import slugify

from consuno.core import audit, clock
from consuno.core.bilingual import Bilingual
from consuno.core.models import User
from consuno.directory.models import Country
from consuno.domain import rows
from consuno.knowledge import policies
from consuno.knowledge.models import Adoption, Edition, EditionText, Instrument

#: Words of the room's own addresses.
RESERVED = frozenset(("nuevo", "texto", "version"))


@transaction.atomic
def load_instruments(*, by: User | None = None) -> int:
    """Load what the reference names; running it again changes nothing."""
    made = 0
    for row in rows("knowledge/instruments.csv"):
        found, new = Instrument.objects.get_or_create(
            slug=row["slug"],
            defaults={
                "kind": row["kind"], "scope": row["scope"],
                "name": Bilingual(row["es"], row["en"]),
                "about": Bilingual(row["about_es"], row["about_en"]),
            },
        )  # fmt: skip
        if new:
            audit.record("load_instrument", found, by=by)
            made += 1
    known = {each.slug: each for each in Instrument.objects.all()}
    for row in rows("knowledge/editions.csv"):
        Edition.objects.get_or_create(
            instrument=known[row["instrument"]], label=row["label"],
            defaults={
                "adopted_on": row["adopted_on"], "source": row["source"], "as_of": row["as_of"],
                "adopted_by": Bilingual(row["by_es"], row["by_en"]),
                "note": Bilingual(row["note_es"], row["note_en"]),
            },
        )  # fmt: skip
    return made + _load_adoptions(known, by)


def _load_adoptions(known: Mapping[str, Instrument], by: User | None) -> int:
    """What published lists say that a country did; a country that no list names is not known, never «no»."""
    there = set(Adoption.objects.values_list("instrument__slug", "country"))
    made = 0
    for row in rows("knowledge/adoptions.csv"):
        if (row["instrument"], row["country"]) in there:
            continue
        found = Adoption.objects.create(
            instrument=known[row["instrument"]], country_id=row["country"], state=row["state"],
            since=row["since"], source=row["source"], as_of=row["as_of"],
        )  # fmt: skip
        audit.record("load_adoption", found, by=by)
        made += 1
    return made


@transaction.atomic
def add_instrument(*, kind: str, scope: str, name: Bilingual, about: Bilingual, by: User) -> Instrument:  # fmt: skip
    """Put an instrument in the list. Raises Denied."""
    policies.may_keep_instruments(by)
    policies.must_be_named(name)
    slug = stem = slugify(name.es)[:50].strip("-") or "instrumento"
    number = 1
    while slug in RESERVED or Instrument.objects.filter(slug=slug).exists():
        number += 1
        slug = f"{stem}-{number}"
    made = Instrument.objects.create(slug=slug, kind=kind, scope=scope, name=name, about=about)
    audit.record("add_instrument", made, by=by)
    return made


@transaction.atomic
def add_edition(
    *, instrument: Instrument, label: str, adopted_on: str, adopted_by: Bilingual, note: Bilingual,
    source: str, on: datetime.date, by: User,
) -> Edition:  # fmt: skip
    """Add a version; earlier ones stay. Raises Denied."""
    policies.may_keep_instruments(by)
    label = label.strip()[:40]
    taken = instrument.editions.filter(label=label).exists()
    policies.must_be_a_new_edition(label, taken)
    policies.must_be_a_date(adopted_on)
    made = Edition.objects.create(
        instrument=instrument, label=label, adopted_on=adopted_on, adopted_by=adopted_by,
        note=note, source=source.strip()[:300], as_of=on.isoformat(),
    )  # fmt: skip
    audit.record("add_edition", made, by=by, instrument=instrument.slug)
    return made


@transaction.atomic
def add_text(
    *, edition: Edition, language: str, authentic: bool, link: str = "", file_name: str = "",
    content: bytes | None = None, by: User,
) -> EditionText:  # fmt: skip
    """Add the text of a version in a language. Raises Denied."""
    policies.may_keep_instruments(by)
    policies.must_be_a_text(edition, language, link, content)
    made = EditionText.objects.create(
        edition=edition, language=language, authentic=authentic, link=link, file_name=file_name,
        content=content, sha256=hashlib.sha256(content).hexdigest() if content else "",
    )  # fmt: skip
    audit.record("add_text", made, by=by, edition=edition.pk, language=language)
    return made


@transaction.atomic
def write_adoption(
    *, instrument: Instrument, country: Country, state: str, law: str, since: str, source: str,
    on: datetime.date, by: User,
) -> Adoption:  # fmt: skip
    """Write what a country did with an instrument; what was said before is ended, and stays.

    Its country has yet to validate it. Raises Denied.
    """
    policies.may_write_law(by, country.code)
    policies.must_be_an_adoption(state, since, source)
    instrument.adoptions.filter(country=country, ended_on=None).update(ended_on=clock.today())
    made = Adoption.objects.create(
        instrument=instrument, country=country, state=state, law=law.strip()[:200], since=since,
        source=source.strip()[:300], as_of=on.isoformat(),
    )  # fmt: skip
    audit.record("write_adoption", made, by=by, instrument=instrument.slug, country=country.code)
    return made
