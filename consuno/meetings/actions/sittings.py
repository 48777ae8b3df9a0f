"""Plan meetings, invite bodies to them, write down who came."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils.text import slugify

from consuno.core import audit
from consuno.core.locks import exclusively
from consuno.core.models import User
from consuno.directory.models import Body, Country
from consuno.directory.queries import acting_for
from consuno.directory.standing import secretariat_of
from consuno.meetings import notices, policies
from consuno.meetings.actions.events import follow
from consuno.meetings.models import Delegation, Elevation, Sitting
from consuno.meetings.queries.agenda import tells_of_closed
from consuno.meetings.workflow import SITTING
from consuno.monitoring.policies import SENDING

FIELDS = ("series", "title", "place", "starts", "ends", "public", "country")


@transaction.atomic
def plan_sitting(
    *,
    series: str,
    title: str,
    place: str,
    starts: datetime.date,
    ends: datetime.date | None,
    public: bool,
    by: User,
    country: Country | None = None,
    sitting: Sitting | None = None,
) -> Sitting:
    """Plan a meeting, or change one; whoever is invited hears of new days. Raises Denied."""
    exclusively("plan_sitting")
    policies.may_plan(by, sitting)
    ends = ends or starts
    policies.must_be_a_meeting(series, starts, ends, country)
    fields: dict[str, Any] = {
        "series": series, "title": title.strip(), "place": place.strip(), "starts": starts,
        "ends": ends, "public": public, "country": country,
    }  # fmt: skip
    if sitting is None:
        made = Sitting.objects.create(slug=_slug(series, starts), by=by, **fields)
        audit.record("plan_sitting", made, by=by, on_behalf_of=secretariat_of(by))
        return made
    policies.must_stand(sitting)
    if public and not sitting.public:
        policies.must_tell_all(sitting, tells_of_closed(sitting))
    moved = (sitting.starts, sitting.ends) != (starts, ends)
    was = sitting.starts.isoformat()
    for name, value in fields.items():
        setattr(sitting, name, value)
    sitting.save()
    audit.record("change_sitting", sitting, by=by, on_behalf_of=secretariat_of(by), was=was)
    if moved:
        follow(sitting, starts, by)
        tell(sitting, notices.sitting_moved)
    return sitting


def _slug(series: str, day: datetime.date) -> str:
    stem = slugify(f"{series} {day.isoformat()}")
    taken = set(Sitting.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in (stem, *numbered) if slug not in taken)


def tell(sitting: Sitting, notice: Any) -> None:
    """Tell those who act for the bodies invited."""
    codes = list(sitting.delegations.values_list("body__code", flat=True))
    notice.tell(acting_for(codes, list(SENDING)), about=sitting)


@transaction.atomic
def cancel_sitting(*, sitting: Sitting, reason: str, by: User) -> Sitting:
    """Say that it is not held, and why; whoever is invited hears of it. What was sent up to it and has no
    answer waits for the next. Raises Denied.
    """
    sitting = Sitting.objects.select_for_update(of=("self",)).get(pk=sitting.pk)
    policies.may_cancel(by, sitting, reason)
    SITTING.move("cancel_sitting", sitting)
    sitting.reason = reason.strip()[:500]
    sitting.save(update_fields=["state", "reason"])
    audit.record("cancel_sitting", sitting, by=by, on_behalf_of=secretariat_of(by))
    Elevation.objects.filter(item__sitting=sitting, outcome_on=None).update(item=None)
    follow(sitting, None, by)
    tell(sitting, notices.sitting_cancelled)
    return sitting


@transaction.atomic
def invite(*, sitting: Sitting, bodies: Sequence[Body], by: User) -> int:
    """Let these be the bodies invited; new ones hear of it, one that has answered stays.

    Returns how many are new. Raises Denied.
    """
    sitting = Sitting.objects.select_for_update(of=("self",)).get(pk=sitting.pk)
    policies.may_invite(by, sitting)
    there = set(sitting.delegations.values_list("body_id", flat=True))
    wanted = {body.pk: body for body in bodies}
    gone = sitting.delegations.exclude(body__in=wanted).filter(answer="", people=None)
    gone.delete()
    new = [body for pk, body in wanted.items() if pk not in there]
    Delegation.objects.bulk_create(Delegation(sitting=sitting, body=body) for body in new)
    audit.record("invite", sitting, by=by, on_behalf_of=secretariat_of(by), new=len(new))
    people = acting_for([body.code for body in new], list(SENDING))
    notices.invited.tell(people, about=sitting)
    return len(new)


@transaction.atomic
def answer_invitation(*, delegation: Delegation, answer: str, by: User) -> Delegation:
    """A body says whether it comes. Raises Denied."""
    policies.may_answer(by, delegation)
    comes = answer == Delegation.Answer.COMES
    delegation.answer = Delegation.Answer.COMES if comes else Delegation.Answer.DECLINES
    delegation.answered_by = by
    delegation.save(update_fields=["answer", "answered_by"])
    audit.record("answer_invitation", delegation, by=by, on_behalf_of=delegation.body, comes=comes)
    return delegation


@transaction.atomic
def count_delegations(*, sitting: Sitting, people: Mapping[int, int | None], by: User) -> Sitting:
    """Write down how many came for each body (by key of its delegation); the meeting was held.

    Raises Denied.
    """
    sitting = Sitting.objects.select_for_update(of=("self",)).get(pk=sitting.pk)
    policies.may_count(by, sitting)
    rows = list(sitting.delegations.all())
    for row in rows:
        row.people = people.get(row.pk, row.people)
    Delegation.objects.bulk_update(rows, ["people"])
    SITTING.move("count_delegations", sitting)
    sitting.save(update_fields=["state"])
    audit.record("count_delegations", sitting, by=by, on_behalf_of=secretariat_of(by))
    return sitting
