"""Draft a cycle, confirm it, and ask the institutions when both Secretariats have."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from django.db import transaction

from consuno.agenda.actions import promote_chosen
from consuno.agenda.models import Commitment
from consuno.core import audit, clock
from consuno.core.mail import configured
from consuno.core.models import User
from consuno.directory.models import Body, Role
from consuno.directory.queries import acting_for
from consuno.directory.standing import SECRETARIATS
from consuno.monitoring import letters, notices, policies
from consuno.monitoring.actions.answering import settle, take_proposed
from consuno.monitoring.models import Cycle, CycleWord, Obligation, Report
from consuno.monitoring.queries.cycles import ASKED
from consuno.monitoring.workflow import CYCLE


@transaction.atomic
def draft_cycle(
    *,
    code: str,
    forum: str,
    reports_due: datetime.date,
    reviews_due: datetime.date,
    publishes_on: datetime.date,
    covers: Iterable[Commitment],
    by: User,
    cycle: Cycle | None = None,
) -> Cycle:
    """Draft a cycle, or change one that is not open; the drafter has confirmed it, and who answers as proposed.

    Raises Denied: not a Secretariat, open already, days that do not follow each other, nothing to ask about
    or something that is neither owed nor a priority.
    """
    items = list(covers)
    days = (reports_due, reviews_due, publishes_on)
    policies.may_draft_cycle(by, cycle)
    policies.must_follow_each_other(days)
    policies.may_cover(items)
    fields: dict[str, Any] = {
        "code": code, "forum": forum, "reports_due": reports_due, "reviews_due": reviews_due,
        "publishes_on": publishes_on, "drafted_by": policies.may_work_as_secretariat(by), "drafted_at": clock.now(),
    }  # fmt: skip
    if cycle is None:
        cycle = Cycle.objects.create(**fields)
    else:
        cycle = Cycle.objects.select_for_update(of=("self",)).get(pk=cycle.pk)
        policies.may_draft_cycle(by, cycle)
        for name, value in fields.items():
            setattr(cycle, name, value)
        cycle.revision += 1
        cycle.save()
    cycle.covers.set(items)
    audit.record(
        "draft_cycle",
        cycle,
        by=by,
        on_behalf_of=policies.may_work_as_secretariat(by),
        covers=len(items),
    )
    _say(cycle, by)
    others = [each for each in SECRETARIATS if each != policies.may_work_as_secretariat(by).code]
    notices.cycle_waits.tell(acting_for(others, [Role.OFFICER]), about=cycle)
    return cycle


@transaction.atomic
def confirm_cycle(*, cycle: Cycle, revision: int, by: User) -> bool:
    """One Secretariat confirms what it read: days, what it covers, who answers; returns whether
    both have, so that it opens.

    Raises Denied: changed since, open already, or somebody's answerer is still to be named.
    """
    cycle = Cycle.objects.select_for_update(of=("self",)).get(pk=cycle.pk)
    policies.may_confirm_cycle(by, cycle)
    policies.must_be_as_read(cycle, revision)
    _say(cycle, by)
    audit.record("confirm_cycle", cycle, by=by, on_behalf_of=policies.may_work_as_secretariat(by))
    said = cycle.words.filter(revision=cycle.revision, secretariat__code__in=SECRETARIATS)
    if said.count() < len(SECRETARIATS):
        return False
    settle(items=cycle.covers.all(), by=by)
    policies.must_know_who_answers(cycle)
    _open(cycle, by)
    return True


def _say(cycle: Cycle, by: User) -> None:
    CycleWord.objects.update_or_create(
        cycle=cycle, secretariat=policies.may_work_as_secretariat(by),
        defaults={"revision": cycle.revision, "by": by, "at": clock.now()},
    )  # fmt: skip
    take_proposed(items=cycle.covers.all(), by=by)


def _open(cycle: Cycle, by: User) -> None:
    """Ask every body for every thing it owes of what is covered; each hears of it once."""
    CYCLE.move("confirm_cycle", cycle, Cycle.State.OPEN, at=clock.today())
    cycle.save(update_fields=["opened_on"])
    words = cycle.words.filter(secretariat__code__in=SECRETARIATS)
    promote_chosen(
        commitments=cycle.covers.filter(owed=False), by=by,
        wished={each.secretariat: each.by for each in words.select_related("secretariat", "by")},
    )  # fmt: skip
    owed = list(
        Obligation.objects.current()
        .filter(commitment__in=cycle.covers.all(), outcome="")
        .select_related("body")
    )
    Report.objects.bulk_create(Report(cycle=cycle, obligation=each) for each in owed)
    audit.record("open_cycle", cycle, by=by, asked=len(owed))
    for code in sorted({each.body.code for each in owed}):
        _ask(cycle, code)


def _ask(cycle: Cycle, code: str) -> None:
    """Tell those who report for a body; where nobody does, whoever can name somebody."""
    people = list(acting_for([code], ASKED))
    notices.update_asked.tell(people, about=cycle, body=code)
    if configured():
        for person in people:
            letters.asked_to_report.post(person, cycle=cycle.pk, body=code)
    if not people:
        watching = Body.objects.get(code=code).civil_society
        officers = acting_for([SECRETARIATS[watching]], [Role.OFFICER])
        managers = acting_for([code], [Role.ADMINISTRATOR])
        notices.post_is_vacant.tell([*officers, *managers], about=cycle, body=code)
