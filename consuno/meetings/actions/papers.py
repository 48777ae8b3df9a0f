"""Documents of a meeting, and what bodies already do."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterable
from typing import Any

from django.db import transaction

from consuno.agenda.models import Population, Theme
from consuno.agenda.populations import named_in
from consuno.core import audit, clock
from consuno.core.models import User
from consuno.core.scrubbing import scrubbed
from consuno.directory.models import Body
from consuno.meetings import policies
from consuno.meetings.models import Document, Effort, Sitting


@transaction.atomic
def add_document(
    *,
    sitting: Sitting,
    title: str,
    language: str,
    by: User,
    link: str = "",
    file_name: str = "",
    content: bytes | None = None,
) -> Document:
    """Put a file or a link beside a meeting; the same file twice is one. Raises Denied."""
    sitting = Sitting.objects.select_for_update(of=("self",)).get(pk=sitting.pk)
    body = policies.may_add_document(by, sitting)
    policies.must_be_a_document(sitting, link, content)
    content, cleaned = scrubbed(content) if content is not None else (None, False)
    sha256 = hashlib.sha256(content).hexdigest() if content is not None else ""
    there = sitting.documents.filter(sha256=sha256, link=link).first()
    if there is not None:
        return there
    made = Document.objects.create(
        sitting=sitting, body=body, title=title.strip()[:200], language=language, link=link,
        file_name=file_name, content=content, sha256=sha256, cleaned=cleaned, by=by,
    )  # fmt: skip
    audit.record("add_document", made, by=by, on_behalf_of=body, sha256=sha256)
    return made


@transaction.atomic
def remove_document(*, document: Document, by: User) -> None:
    """Take a document away; that it was there stays on record. Raises Denied."""
    policies.may_remove_document(by, document)
    audit.record(
        "remove_document", document, by=by, on_behalf_of=document.body, sha256=document.sha256
    )
    document.delete()


@transaction.atomic
def tell_effort(
    *,
    body: Body,
    theme: Theme,
    title: str,
    by: User,
    since: datetime.date | None = None,
    until: datetime.date | None = None,
    effort: Effort | None = None,
    populations: Iterable[Population] = (),
    **fields: Any,
) -> Effort:
    """Tell of something a body does, or say it anew; either confirms it as of today. Where nobody says whom it
    serves, those that its words name. Raises Denied.
    """
    policies.may_tell_effort(by, body)
    if effort is not None:
        policies.may_tell_effort(by, effort.body)
        policies.must_still_stand(effort)
    policies.must_be_an_effort(body, since, until, new=effort is None)
    values: dict[str, Any] = {
        "body": body, "theme": theme, "title": title.strip()[:200], "since": since, "until": until,
        "by": by, "confirmed_on": clock.today(), **fields,
    }  # fmt: skip
    new = effort is None
    made = effort or Effort()
    for name, value in values.items():
        setattr(made, name, value)
    made.save()
    words = f"{made.title}\n{made.description}"
    made.populations.set(list(populations) or named_in(words, list(Population.objects.all())))
    made.save()  # as it is found: the search reads a record when it is saved, with whom it serves
    audit.record("tell_effort" if new else "change_effort", made, by=by, on_behalf_of=body)
    return made


@transaction.atomic
def withdraw_effort(*, effort: Effort, by: User) -> None:
    """Say that it is so no more. Raises Denied."""
    policies.may_tell_effort(by, effort.body)
    policies.must_still_stand(effort)
    effort.withdrawn_at = clock.now()
    effort.save(update_fields=["withdrawn_at"])
    audit.record("withdraw_effort", effort, by=by, on_behalf_of=effort.body)
