"""A body sets the steps of what it owes, or gives one up."""

from __future__ import annotations

import datetime

from django.db import transaction

from consuno.core import audit, clock
from consuno.core.models import User
from consuno.monitoring import policies
from consuno.monitoring.models import Milestone, Obligation


@transaction.atomic
def set_milestone(
    *,
    obligation: Obligation,
    title: str,
    weight: int,
    by: User,
    due_on: datetime.date | None = None,
) -> Milestone:
    """Set one step. Raises Denied: not one's body, not owed, no name, no weight, or too many."""
    obligation = Obligation.objects.select_for_update(of=("self",)).get(pk=obligation.pk)
    policies.may_set_milestones(by, obligation)
    policies.must_be_a_step(obligation, title, weight)
    made = Milestone.objects.create(
        obligation=obligation, title=title.strip()[:200], weight=weight, due_on=due_on, by=by
    )
    audit.record("set_milestone", made, by=by, on_behalf_of=obligation.body, weight=weight)
    return made


@transaction.atomic
def drop_milestone(*, milestone: Milestone, by: User) -> None:
    """Give one step up: it counts no more and stays in sight. Raises Denied."""
    milestone = Milestone.objects.select_for_update(of=("self",)).get(pk=milestone.pk)
    policies.may_set_milestones(by, milestone.obligation)
    policies.must_stand(milestone)
    milestone.dropped_on = clock.today()
    milestone.save(update_fields=["dropped_on"])
    audit.record("drop_milestone", milestone, by=by, on_behalf_of=milestone.obligation.body)
