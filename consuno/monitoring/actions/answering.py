"""Name the bodies that answer for a commitment."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from consuno.agenda.models import Commitment
from consuno.core import audit, clock
from consuno.core.locks import exclusively
from consuno.core.models import User
from consuno.directory.models import Body
from consuno.directory.standing import SECRETARIATS, secretariat_of
from consuno.monitoring import policies
from consuno.monitoring.models import Naming, Obligation
from consuno.monitoring.queries.answering import answering, owed


@transaction.atomic
def name_bodies(*, commitment: Commitment, codes: Iterable[str], by: User) -> bool:
    """One Secretariat says who answers; returns whether both now say the same, so that they do.

    Raises Denied: not a Secretariat, not owed, no body, a group, or a body that is closed.
    """
    commitment = Commitment.objects.select_for_update(of=("self",)).get(pk=commitment.pk)
    bodies = list(Body.objects.filter(code__in=list(codes)))
    policies.may_name_bodies(by, commitment, bodies)
    secretariat = secretariat_of(by)
    assert secretariat is not None  # noqa: S101 - the policy said so
    named = sorted(body.code for body in bodies)
    Naming.objects.update_or_create(
        commitment=commitment, secretariat=secretariat,
        defaults={"codes": named, "by": by, "at": clock.now()},
    )  # fmt: skip
    audit.record("name_bodies", commitment, by=by, on_behalf_of=secretariat.code, codes=named)
    said = Naming.objects.filter(commitment=commitment, secretariat__code__in=SECRETARIATS)
    agreed = said.count() == len(SECRETARIATS) and all(each.codes == named for each in said)
    if agreed:
        bind(commitment, bodies, by)
    return agreed


@transaction.atomic
def settle_plain(*, by: User | None) -> int:
    """Bind the bodies that papers name by themselves; returns how many commitments that settled."""
    exclusively("settle_plain")
    done = 0
    for each in answering(owed()):
        if each.plain and not each.settled:
            bind(each.commitment, list(Body.objects.filter(code__in=each.proposed)), by)
            done += 1
    return done


def bind(commitment: Commitment, bodies: list[Body], by: User | None) -> None:
    """Let these answer from today on; those that no longer do end today and stay readable."""
    current = Obligation.objects.current().filter(commitment=commitment)
    current.exclude(body__in=bodies).update(ended_on=clock.today())
    there = set(current.values_list("body_id", flat=True))
    Obligation.objects.bulk_create(
        Obligation(commitment=commitment, body=body) for body in bodies if body.pk not in there
    )
    codes = sorted(body.code for body in bodies)
    audit.record("bind_bodies", commitment, by=by, codes=codes)
