"""Ask for the dates that were left to be defined, and for those of meetings nobody has fixed."""

from __future__ import annotations

from django.db import transaction

from consuno.agenda.models import Commitment
from consuno.core import clock, jobs
from consuno.core.locks import exclusively
from consuno.directory.models import Role
from consuno.directory.queries import acting_for
from consuno.directory.roles import PRESIDENCY
from consuno.directory.standing import SECRETARIATS
from consuno.monitoring import notices
from consuno.monitoring.models import Nag

#: Days after which a missing date is asked for, and again.
EVERY = 30


@jobs.job(cron="20 11 * * *")
def ask_for_dates() -> None:
    """Before the letters of the day leave; each thirty days once, whatever dies or runs twice.

    Both Secretariats are asked, and the Presidency, which sets it. A late start asks once, for the
    round that was reached.
    """
    missing = Commitment.objects.filter(
        owed=True, closed_on=None, due_on=None, deadline_kind__in=("tbd", "event")
    )
    for commitment in missing:
        reached = (clock.today() - commitment.since).days // EVERY
        if reached:
            _ask(commitment, reached)


@transaction.atomic
def _ask(commitment: Commitment, reached: int) -> None:
    exclusively("ask_for_dates")
    if commitment.nags.filter(round__gte=reached).exists():
        return
    Nag.objects.create(commitment=commitment, round=reached)
    people = list(acting_for(SECRETARIATS, [Role.OFFICER]))
    people += acting_for([PRESIDENCY], [Role.PRESIDENCY])
    notices.date_wanted.tell(people, about=commitment, round=reached)
