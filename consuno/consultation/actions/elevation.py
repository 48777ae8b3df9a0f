"""A text goes up to a meeting: agreed, or with the objection that it could not solve annexed."""

from __future__ import annotations

from django.db import transaction

from consuno.consultation import policies
from consuno.consultation.actions.turns import take_turn
from consuno.consultation.models import Version
from consuno.consultation.queries import positions
from consuno.consultation.queries.elevation import key_of
from consuno.core import audit
from consuno.core.models import User
from consuno.meetings import actions as meetings
from consuno.meetings.models import Elevation

#: Where a text goes first; from there its item goes up to the Vice-Ministers (San Salvador, line 111).
FIRST = "grcm"


@transaction.atomic
def elevate_proposal(*, version: Version, by: User) -> Elevation:
    """Put it on the agenda of the Regional Consultation Group; how it stands is read there each time.

    Raises Denied: not a Secretariat, neither agreed nor deadlocked, or it went up and waits.
    """
    take_turn(version.proposal)
    policies.may_elevate(by, version, agreed=positions.agreement(version).agreed)
    made = meetings.elevate_subject(subject=key_of(version.proposal), series=FIRST, by=by)
    audit.record("elevate_proposal", version.proposal, by=by)
    return made
