"""Make the dossier of a meeting, a file at a time."""

from __future__ import annotations

import hashlib

from django.db import transaction

from consuno.core import audit, jobs
from consuno.core.locks import exclusively
from consuno.core.models import User
from consuno.directory.standing import secretariat_of
from consuno.meetings import policies
from consuno.meetings.models import Dossier, DossierFile, Sitting
from consuno.meetings.printing.pdf import pdf
from consuno.meetings.printing.word import word
from consuno.meetings.queries.dossier import dossier

MAKERS = {"pdf": pdf, "docx": word}


@transaction.atomic
def make_dossier(*, sitting: Sitting, by: User) -> Dossier:
    """Have it made from how things stand now, in both languages. Raises Denied."""
    exclusively("make_dossier")
    policies.may_make_dossier(by, sitting)
    last = sitting.dossiers.first()
    if last is not None and last.files.count() < len(Dossier.WANTED):
        return last  # a button pressed twice
    made = Dossier.objects.create(sitting=sitting, by=by)
    body = secretariat_of(by)
    audit.record("make_dossier", made, by=by, on_behalf_of=body)
    make_file.later(dossier_pk=made.pk)
    return made


@jobs.job
def make_file(dossier_pk: int) -> None:
    """Make the next file, and come back for the one after it: people see how far it is.

    A worker that dies loses one file; two at once make no file twice.
    """
    made = Dossier.objects.select_related("sitting", "by").filter(pk=dossier_pk).first()
    if made is None:
        return
    there = set(made.files.values_list("language", "kind"))
    wanted = next((each for each in Dossier.WANTED if each not in there), None)
    if wanted is None:
        return
    language, kind = wanted
    content = MAKERS[kind](dossier(made.sitting, language, made.by))
    with transaction.atomic():
        exclusively("make_file")
        DossierFile.objects.get_or_create(
            dossier=made, language=language, kind=kind,
            defaults={"content": content, "sha256": hashlib.sha256(content).hexdigest()},
        )  # fmt: skip
        make_file.later(dossier_pk=made.pk)
