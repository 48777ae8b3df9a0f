"""Scanned minutes: read page by page after the upload has answered."""

from __future__ import annotations

from django.db import transaction

from consuno.agenda import notices, ocr
from consuno.agenda.actions.drafts import candidates_of
from consuno.agenda.actions.possible import keep_possible
from consuno.agenda.models import Candidate, Minutes
from consuno.agenda.papers import PaperError, checked
from consuno.agenda.queries.learned import scorer_in_use
from consuno.core import audit, jobs
from consuno.core.bilingual import Bilingual
from consuno.core.locks import exclusively
from consuno.directory.models import Role
from consuno.directory.queries import acting_for
from consuno.directory.standing import SECRETARIATS
from consuno.reader import extract

#: A scan of fewer words than this was no page of words.
FEWEST_WORDS = 5


@jobs.job
def read_scan(minutes: int) -> None:
    """Read the next page of a scan, and come back for the one after it.

    A page is a run, so that a worker that dies loses one page and people see how far it is.
    """
    paper = Minutes.objects.select_related("meeting").filter(pk=minutes).first()
    if paper is None or not paper.being_read or paper.withdrawn_at:
        return
    number = len(paper.scan["read"]) + 1
    if number > (paper.scan["pages"] or number):  # a worker died before the last step
        _finish(paper)
        return
    try:
        total = paper.scan["pages"] or ocr.pages_of(bytes(paper.content))
        text = ocr.read_page(bytes(paper.content), number)
    except ocr.ScanError:
        _give_up(minutes)
        return
    _keep(minutes, number, total, text)


def _keep(minutes: int, number: int, total: int, text: str) -> None:
    with transaction.atomic():
        exclusively("read_scan")
        paper = Minutes.objects.select_related("meeting").get(pk=minutes)
        if not paper.being_read or len(paper.scan["read"]) + 1 != number:
            return  # another worker did the same page
        paper.scan = {**paper.scan, "pages": total, "read": [*paper.scan["read"], text]}
        paper.save(update_fields=["scan"])
        if number < total:
            read_scan.later(minutes=minutes)
            return
    _finish(paper)


def _finish(paper: Minutes) -> None:
    """Make the minutes of what was read: from now on they are as any others."""
    lines: list[str] = []
    pages = []
    for text in paper.scan["read"]:
        pages.append(len(lines) + 1)
        lines += text.split("\n")
    try:
        whole = checked("\n".join(lines))
    except PaperError:
        whole = ""
    if len(whole.split()) < FEWEST_WORDS:
        _give_up(paper.pk)
        return
    found = extract(whole, date=paper.meeting.ends, language="auto", scorer=scorer_in_use())
    with transaction.atomic():
        paper = Minutes.objects.select_for_update(of=("self",)).get(pk=paper.pk)
        if not paper.being_read:
            return
        paper.text, paper.pages, paper.notes, paper.scan = whole, pages, ["scan"], {}
        paper.save(update_fields=["text", "pages", "notes", "scan"])
        meeting = paper.meeting
        meeting.language = found.language
        meeting.title = Bilingual(**{found.language: meeting.title.es or meeting.title.en})
        meeting.save(update_fields=["language", "title"])
        Candidate.objects.bulk_create(candidates_of(paper, found))
        keep_possible(minutes=paper, found=found)
        _tell(paper, "read_scan")


@transaction.atomic
def _give_up(minutes: int) -> None:
    paper = Minutes.objects.select_for_update(of=("self",)).get(pk=minutes)
    paper.notes, paper.scan = ["unread"], {}
    paper.save(update_fields=["notes", "scan"])
    _tell(paper, "could_not_read_scan")


def _tell(paper: Minutes, verb: str) -> None:
    audit.record(verb, paper, by=None, on_behalf_of="")
    notices.paper_waits.tell(acting_for(SECRETARIATS, [Role.OFFICER]), about=paper)
