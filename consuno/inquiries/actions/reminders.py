"""Remind of answers that are due, each rung once."""

from __future__ import annotations

from django.db import transaction

from consuno.core import clock, jobs
from consuno.core.locks import exclusively
from consuno.directory.models import Role
from consuno.directory.queries import acting_for
from consuno.inquiries import notices
from consuno.inquiries.models import Answer, Rung
from consuno.inquiries.queries.inquiries import DONE
from consuno.monitoring import ladder
from consuno.monitoring.queries.cycles import ASKED


@jobs.job(cron="25 11 * * *")
def remind_of_answers() -> None:
    """Before the letters of the day leave: the ladder of reports, on the day of each request."""
    waiting = Answer.objects.exclude(state__in=DONE).filter(inquiry__closed_on=None)
    for answer in waiting.select_related("inquiry__secretariat", "body").defer("content"):
        _climb(answer)


@transaction.atomic
def _climb(answer: Answer) -> None:
    due = answer.inquiry.due_on
    exclusively("remind_of_answers")
    told = set(answer.rungs.filter(due_on=due).values_list("rung", flat=True))
    now, skipped = ladder.reached(due, clock.today(), ladder.REPORT, told)
    rows = [(rung, True) for rung in skipped] + ([(now, False)] if now is not None else [])
    Rung.objects.bulk_create(
        Rung(answer=answer, due_on=due, rung=rung, skipped=gone) for rung, gone in rows
    )
    if now is not None:
        people = list(acting_for([answer.body.code], ASKED))
        if not people:  # a vacant post: whoever asked is told
            people = list(acting_for([answer.inquiry.secretariat.code], [Role.OFFICER]))
        notices.answer_due.tell(people, about=answer, due=due.isoformat(), rung=now)
