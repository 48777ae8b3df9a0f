"""Name the bodies that answer for a commitment."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.db.models import QuerySet

from consuno.agenda.models import Commitment
from consuno.core import audit, clock
from consuno.core.locks import exclusively
from consuno.core.models import User
from consuno.directory.models import Body
from consuno.directory.standing import SECRETARIATS
from consuno.monitoring import policies
from consuno.monitoring.models import Cycle, Naming, Obligation
from consuno.monitoring.queries.answering import answering, owed


@transaction.atomic
def name_bodies(*, commitment: Commitment, codes: Iterable[str], by: User) -> bool:
    """One Secretariat says who answers; returns whether both now say the same, so that they do.

    Raises Denied: not a Secretariat, not owed, no body, a group, or a body that is closed.
    """
    drafts = list(  # before the commitment, as whoever confirms a cycle takes them
        Cycle.objects.select_for_update(of=("self",)).filter(covers=commitment, opened_on=None)
    )
    commitment = Commitment.objects.select_for_update(of=("self",)).get(pk=commitment.pk)
    bodies = list(Body.objects.filter(code__in=list(codes)))
    policies.may_name_bodies(by, commitment, bodies)
    secretariat = policies.may_work_as_secretariat(by)
    named = sorted(body.code for body in bodies)
    before = Naming.objects.filter(commitment=commitment, secretariat=secretariat, codes=named)
    if not before.exists():
        _read_again(drafts, secretariat)
    Naming.objects.update_or_create(
        commitment=commitment, secretariat=secretariat,
        defaults={"codes": named, "by": by, "at": clock.now()},
    )  # fmt: skip
    audit.record("name_bodies", commitment, by=by, on_behalf_of=secretariat, codes=named)
    said = Naming.objects.filter(commitment=commitment, secretariat__code__in=SECRETARIATS)
    agreed = said.count() == len(SECRETARIATS) and all(each.codes == named for each in said)
    # Of a priority nobody owes anything until the cycle that covers it opens.
    if agreed and commitment.owed:
        bind(commitment, bodies, by)
    return agreed


def _read_again(drafts: Iterable[Cycle], secretariat: Body) -> None:
    """Let nobody confirm a draft as it was read before this Secretariat, which stands by it, named others."""
    for each in drafts:
        own = each.words.filter(secretariat=secretariat, revision=each.revision)
        if own.update(revision=each.revision + 1):
            Cycle.objects.filter(pk=each.pk).update(revision=each.revision + 1)


@transaction.atomic
def settle(*, items: QuerySet[Commitment] | None = None, by: User | None) -> int:
    """Bind the bodies that papers name by themselves, and those that both Secretariats named.

    Of all that is owed, or of these; returns how many commitments that settled.
    """
    exclusively("settle")
    done = 0
    for each in answering(owed() if items is None else items):
        codes = [] if each.settled else each.agreed
        if codes:
            bind(each.commitment, list(Body.objects.filter(code__in=codes)), by)
            done += 1
    return done


@transaction.atomic
def take_proposed(*, items: QuerySet[Commitment], by: User) -> None:
    """Name for one's Secretariat, where it has not, whom the other named, else who is proposed.

    For what a cycle covers: whoever drafts or confirms it read who would answer, and confirms that too.
    """
    secretariat = policies.may_work_as_secretariat(by)
    for each in answering(items):
        codes = next(iter(each.said.values()), each.proposed)
        if each.settled or each.plain or secretariat.code in each.said or not codes:
            continue
        Naming.objects.create(
            commitment=each.commitment, secretariat=secretariat, codes=codes, by=by
        )
        audit.record("name_bodies", each.commitment, by=by, on_behalf_of=secretariat, codes=codes)


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
