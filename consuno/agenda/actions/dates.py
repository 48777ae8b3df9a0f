"""The date that a paper left to be defined."""

from __future__ import annotations

import datetime

from django.db import transaction

from consuno.agenda import notices, policies
from consuno.agenda.models import Commitment
from consuno.core import audit, clock
from consuno.core.models import User
from consuno.directory.models import Body, Role
from consuno.directory.queries import acting_for
from consuno.directory.roles import PRESIDENCY
from consuno.directory.standing import SECRETARIATS, secretariat_of


@transaction.atomic
def set_date(
    *, commitment: Commitment, day: datetime.date | None, by: User, note: str = ""
) -> Commitment:
    """The Presidency sets a date that was left to be defined, or a Secretariat writes it down.

    From then on the Presidency decides on more time (coordination, permission matrix). Raises
    Denied: not one of them, nothing to be defined, a day before the meeting, or no note.
    """
    commitment = Commitment.objects.select_for_update(of=("self",)).get(pk=commitment.pk)
    policies.must_be_its_date(by, commitment, day, note)
    commitment.due_on, commitment.dated_on = day, clock.today()
    commitment.dated_by = Body.objects.get(code=PRESIDENCY)
    commitment.dated_note = note.strip()[:200]
    commitment.save(update_fields=["due_on", "dated_on", "dated_by", "dated_note"])
    own = policies.sets_dates(by)
    body = None if own else secretariat_of(by)
    audit.record(
        "set_date", commitment, by=by, on_behalf_of=body or PRESIDENCY,
        due_on=str(day),
    )  # fmt: skip
    codes = {party.body.code for party in commitment.responsible if party.body}
    people = {*acting_for(SECRETARIATS, [Role.OFFICER]), *acting_for(sorted(codes))}
    notices.date_set.tell(people - {by}, about=commitment)
    return commitment
