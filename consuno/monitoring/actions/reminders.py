"""Remind of deadlines, each rung once, whatever dies or runs twice."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable

from django.db import transaction

from consuno.core import clock, jobs
from consuno.core.locks import exclusively
from consuno.core.models import User
from consuno.directory.models import Role
from consuno.directory.queries import acting_for
from consuno.directory.standing import SECRETARIATS
from consuno.monitoring import ladder, notices
from consuno.monitoring.models import Extension, Obligation, Reminder, Report
from consuno.monitoring.queries.cycles import ASKED


@jobs.job(cron="30 11 * * *")
def remind() -> None:
    """Half an hour before the letters of the day leave, tell whoever has reached a rung."""
    today = clock.today()
    told = _told()
    for obligation in _bound():
        due = obligation.due_on
        if due is not None:
            _climb(obligation, Reminder.Kind.DEADLINE, due, ladder.DEADLINE, told, today)
    asked = Report.objects.exclude(state=Report.State.IN_REVIEW).exclude(cycle__opened_on=None)
    asked = asked.filter(obligation__ended_on=None, obligation__outcome="")
    for report in asked.select_related("cycle", "obligation__body"):
        day = report.cycle.reports_due
        _climb(report.obligation, Reminder.Kind.REPORT, day, ladder.REPORT, told, today)


def _told() -> dict[tuple[int, str, datetime.date], set[int]]:
    told: dict[tuple[int, str, datetime.date], set[int]] = defaultdict(set)
    rows = Reminder.objects.values_list("obligation", "kind", "due_on", "rung")
    for obligation, kind, due, rung in rows:
        told[obligation, kind, due].add(rung)
    return told


def _bound() -> Iterable[Obligation]:
    """Those that bind, are not ended, and for which no extension is to be decided."""
    pending = Extension.objects.filter(state=Extension.State.PENDING).values("obligation")
    found = Obligation.objects.current().filter(outcome="", commitment__owed=True)
    return found.exclude(pk__in=pending).select_related("body", "commitment")


def _climb(
    obligation: Obligation,
    kind: str,
    due: datetime.date,
    rungs: tuple[int, ...],
    told: dict[tuple[int, str, datetime.date], set[int]],
    today: datetime.date,
) -> None:
    now, skipped = ladder.reached(due, today, rungs, told[obligation.pk, kind, due])
    if now is None and not skipped:
        return
    with transaction.atomic():
        exclusively("remind")
        rows = [(rung, True) for rung in skipped] + ([(now, False)] if now is not None else [])
        before = Reminder.objects.filter(obligation=obligation, kind=kind, due_on=due)
        there = set(before.values_list("rung", flat=True))
        Reminder.objects.bulk_create(
            Reminder(obligation=obligation, kind=kind, due_on=due, rung=rung, skipped=gone)
            for rung, gone in rows
            if rung not in there
        )
        if now is not None and now not in there:
            _tell(obligation, kind, due, now)


def _tell(obligation: Obligation, kind: str, due: datetime.date, rung: int) -> None:
    notice = notices.report_due if kind == Reminder.Kind.REPORT else notices.deadline_near
    people = _people(obligation, kind, rung)
    notice.tell(people, about=obligation, due=due.isoformat(), rung=rung)


def _people(obligation: Obligation, kind: str, rung: int) -> list[User]:
    code = obligation.body.code
    if kind == Reminder.Kind.DEADLINE and rung >= ladder.DOSSIER:
        return []
    if kind == Reminder.Kind.DEADLINE and rung >= ladder.SECRETARIATS:
        return list(acting_for(SECRETARIATS, [Role.OFFICER]))
    roles: tuple[Role, ...] = ASKED
    if kind == Reminder.Kind.DEADLINE and rung >= ladder.OTHERS:
        roles = (Role.ALTERNATE, Role.VALIDATOR)
    people = list(acting_for([code], roles))
    if people:
        return people
    # A vacant post: whoever can name somebody is told instead.
    watching = SECRETARIATS[obligation.body.civil_society]
    officers = acting_for([watching], [Role.OFFICER])
    return list({*officers, *acting_for([code], [Role.ADMINISTRATOR])})
