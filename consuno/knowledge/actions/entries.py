"""Entries of the library, what others think of them, and who did the same."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Mapping

from django.db import transaction

from consuno.core import audit, clock
from consuno.core.bilingual import Bilingual
from consuno.core.models import User
from consuno.core.scrubbing import scrubbed
from consuno.directory.models import Body, Country
from consuno.domain import table
from consuno.knowledge import policies
from consuno.knowledge.entries import Kind
from consuno.knowledge.models import Entry, Replication, Review


@transaction.atomic
def load_entries(*, by: User | None = None) -> int:
    """Load what the reference tells; running it again changes nothing, nor brings back any."""
    known = set(Entry.objects.exclude(key="").values_list("key", flat=True))
    made = 0
    for row in table("knowledge/entries.toml")["entry"]:
        if row["key"] in known:
            continue
        found = Entry.objects.create(
            key=row["key"], kind=row["kind"], country_id=row["country"],
            title=Bilingual(**row["title"]), said=row["said"], link=row["link"],
            source=row["source"], as_of=row["as_of"],
        )  # fmt: skip
        audit.record("load_entry", found, by=by)
        made += 1
    return made


@transaction.atomic
def write_entry(
    *, kind: Kind, country: Country | None, body: Body | None, title: Bilingual,
    said: Mapping[str, Mapping[str, str]], link: str, source: str, on: datetime.date, by: User,
    entry: Entry | None = None, file_name: str = "", content: bytes | None = None,
) -> Entry:  # fmt: skip
    """Write an entry, or change one: what changed was not validated. A file stays until another
    comes, without its hidden data where that could be taken out. Raises Denied.
    """
    policies.may_write_entry(by, country.code if country else None)
    if entry is not None:
        policies.may_write_entry(by, entry.country_id)
    policies.must_be_told(kind, title, said, source)
    made = entry or Entry(kind=kind.slug)
    made.country, made.body, made.title, made.link = country, body, title, link
    made.said = {part.slug: dict(said.get(part.slug, {})) for part in kind.parts}
    made.source, made.as_of = source.strip()[:300], on.isoformat()
    made.forget_validation()
    if content is not None:
        made.content, made.cleaned = scrubbed(content)
        made.file_name = file_name
        made.sha256 = hashlib.sha256(made.content).hexdigest()
    made.save()
    audit.record("write_entry", made, by=by, kind=kind.slug)
    return made


@transaction.atomic
def withdraw_entry(*, entry: Entry, by: User) -> None:
    """Take it off the pages; the row stays. Raises Denied."""
    policies.may_write_entry(by, entry.country_id)
    entry.withdrawn_on = clock.today()
    entry.save(update_fields=["withdrawn_on"])
    audit.record("withdraw_entry", entry, by=by)


@transaction.atomic
def give_view(*, entry: Entry, body: Body, verdict: str, text: str, by: User) -> Review:
    """Give a body's view of an entry, or another than before. Raises Denied."""
    policies.may_give_view(by, entry, body)
    policies.must_be_a_view(verdict, text)
    made, _new = Review.objects.update_or_create(
        entry=entry, body=body,
        defaults={"verdict": verdict, "text": text.strip()[:1000], "by": by, "at": clock.now()},
    )  # fmt: skip
    audit.record("give_view", made, by=by, entry=entry.pk, verdict=verdict)
    return made


@transaction.atomic
def tell_replication(*, entry: Entry, body: Body, since: str, text: str, by: User) -> Replication:
    """Say that a body did the same, since when, and how it went. Raises Denied."""
    policies.may_tell_replication(by, entry, body)
    policies.must_be_a_replication(since, text)
    made = Replication.objects.create(
        entry=entry, body=body, since=since, text=text.strip()[:1000], by=by
    )
    audit.record("tell_replication", made, by=by, entry=entry.pk)
    return made
