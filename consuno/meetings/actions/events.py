"""Say which meeting a deadline means; the deadline then follows its day."""

from __future__ import annotations

import datetime

from django.db import transaction

from consuno.agenda.actions import resolve_event
from consuno.agenda.models import Commitment
from consuno.core import audit
from consuno.core.models import User
from consuno.directory.models import Role
from consuno.directory.queries import acting_for
from consuno.directory.standing import SECRETARIATS, secretariat_of
from consuno.meetings import notices, policies
from consuno.meetings.models import EventDeadline, Sitting


@transaction.atomic
def tie_event(*, commitment: Commitment, sitting: Sitting, by: User) -> EventDeadline:
    """Let the deadline be the first day of this meeting; the other Secretariat hears of it.

    Raises Denied: not a Secretariat, no event, or a meeting that is cancelled.
    """
    policies.may_tie(by, commitment, sitting)
    made, _new = EventDeadline.objects.update_or_create(
        commitment=commitment, defaults={"sitting": sitting, "by": by}
    )
    body = secretariat_of(by)
    audit.record(
        "tie_event", commitment, by=by, on_behalf_of=body,
        sitting=sitting.slug,
    )  # fmt: skip
    resolve_event(commitment=commitment, due_on=sitting.starts, by=by)
    others = [each for each in acting_for(SECRETARIATS, [Role.OFFICER]) if each != by]
    notices.event_tied.tell(others, about=made)
    return made


@transaction.atomic
def untie_event(*, event: EventDeadline, by: User) -> None:
    """Say that it is not this meeting: the deadline has no date again. Raises Denied."""
    policies.may_tie(by, event.commitment, event.sitting)
    resolve_event(commitment=event.commitment, due_on=None, by=by)
    audit.record("untie_event", event.commitment, by=by, sitting=event.sitting.slug)
    event.delete()


def follow(sitting: Sitting, due_on: datetime.date | None, by: User) -> None:
    """Let the deadlines of a meeting follow its new day, or have none where it is cancelled."""
    for event in sitting.deadlines.select_related("commitment"):
        if event.commitment.due_on != due_on:
            resolve_event(commitment=event.commitment, due_on=due_on, by=by)
