"""Both Secretariats sign a scorecard off, and it is published for ever."""

from __future__ import annotations

from django.db import transaction

from consuno.core import audit, clock
from consuno.core.models import User
from consuno.directory.models import Role
from consuno.directory.queries import acting_for
from consuno.directory.standing import SECRETARIATS
from consuno.monitoring import notices, policies
from consuno.monitoring.models import Cycle, Scorecard, SignOff
from consuno.monitoring.queries.scorecards import Draft, draft


@transaction.atomic
def sign_off(*, cycle: Cycle, sha256: str, by: User) -> Scorecard | None:
    """One Secretariat signs the draft it read; with both on the same text it is published.

    Returns what was published, or None while the other has not signed the same. Raises Denied: not
    a Secretariat, the draft changed since, something is not assessed, or somebody may still reply.
    """
    cycle = Cycle.objects.select_for_update(of=("self",)).get(pk=cycle.pk)
    now = draft(cycle)
    policies.may_sign_off(by, cycle)
    policies.must_be_ready(now.sha256 == sha256, now.unassessed, now.replying)
    policies.must_say_something_new(cycle, now.sha256)
    secretariat = policies.may_work_as_secretariat(by)
    SignOff.objects.update_or_create(
        cycle=cycle, secretariat=secretariat,
        defaults={"sha256": sha256, "by": by, "at": clock.now()},
    )  # fmt: skip
    audit.record("sign_off", cycle, by=by, on_behalf_of=secretariat, sha256=sha256)
    same = list(
        cycle.sign_offs.filter(sha256=sha256, secretariat__code__in=SECRETARIATS).select_related(
            "secretariat", "by"
        )
    )
    if len(same) < len(SECRETARIATS):
        others = [code for code in SECRETARIATS if code != secretariat.code]
        notices.sign_off_waits.tell(acting_for(others, [Role.OFFICER]), about=cycle)
        return None
    return _publish(cycle, now, same, by)


def _publish(cycle: Cycle, text: Draft, signed: list[SignOff], by: User) -> Scorecard:
    made = Scorecard.objects.create(
        cycle=cycle, number=cycle.scorecards.count() + 1, content=text.text, sha256=text.sha256,
        signed=[
            {"secretariat": each.secretariat.code, "name": each.by.name, "at": each.at.isoformat()}
            for each in signed
        ],
    )  # fmt: skip
    audit.record("publish_scorecard", made, by=by, sha256=made.sha256)
    return made
