"""What is owed ends: fulfilled, superseded, withdrawn or lapsed, as both Secretariats say."""

from __future__ import annotations

from django.db import transaction

from consuno.agenda.actions import close_commitment, hear
from consuno.agenda.models import Commitment
from consuno.core import audit, clock
from consuno.core.models import User
from consuno.directory.standing import SECRETARIATS
from consuno.monitoring import policies
from consuno.monitoring.models import Obligation, OutcomeWord


@transaction.atomic
def say_outcome(*, obligation: Obligation, outcome: str, reason: str, by: User) -> bool:
    """One Secretariat says what became of it, or with an empty outcome that it is still owed.

    Returns whether both now say the same, so that it is so. A commitment is closed on the agenda
    when that holds for everybody who owes it, and opened again when it no longer does. Raises
    Denied: not a Secretariat, no reason, or no such outcome.
    """
    obligation = (
        Obligation.objects.select_for_update(of=("self",))
        .select_related("body", "commitment")
        .get(pk=obligation.pk)
    )
    policies.may_say_outcome(by, obligation, outcome, reason)
    secretariat = policies.may_work_as_secretariat(by)
    OutcomeWord.objects.update_or_create(
        obligation=obligation, secretariat=secretariat,
        defaults={"outcome": outcome, "reason": reason.strip()[:500], "by": by, "at": clock.now()},
    )  # fmt: skip
    audit.record("say_outcome", obligation, by=by, on_behalf_of=secretariat, outcome=outcome)
    words = obligation.words.filter(secretariat__code__in=SECRETARIATS)
    if words.filter(outcome=outcome).count() < len(SECRETARIATS):
        return False
    hear(commitment=obligation.commitment, by=by)
    obligation.outcome = outcome
    obligation.outcome_on = clock.today() if outcome else None
    obligation.save(update_fields=["outcome", "outcome_on"])
    _settle_commitment(obligation.commitment, by)
    return True


def _settle_commitment(commitment: Commitment, by: User) -> None:
    """Close or open the commitment by what became of all who owe it."""
    current = Obligation.objects.current().filter(commitment=commitment)
    outcomes = set(current.values_list("outcome", flat=True))
    if "" in outcomes:
        whole = ""
    elif Commitment.Outcome.FULFILLED in outcomes and len(outcomes) > 1:
        # Some did it and for others it ended otherwise: as a whole it is not said to be fulfilled.
        whole = sorted(outcomes - {Commitment.Outcome.FULFILLED})[0]
    else:
        whole = sorted(outcomes)[0]
    if whole != commitment.outcome:
        close_commitment(commitment=commitment, outcome=whole, by=by)
