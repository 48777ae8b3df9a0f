"""A text that stalls: a clause goes into brackets, or what is objected to becomes a proposal of its own."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction

from consuno.consultation import policies
from consuno.consultation.actions.turns import take_turn
from consuno.consultation.models import Clause, Coverage, Proposal, Version
from consuno.core import audit
from consuno.core.bilingual import Bilingual
from consuno.core.models import User


@transaction.atomic
def bracket_clause(*, clause: Clause, on: bool, by: User) -> None:
    """Mark a clause of the draft as not agreed, or take the mark away. Raises Denied."""
    if on:
        policies.may_bracket(by, clause.version, [clause.uid])
    else:
        policies.may_freeze(by, clause.version.proposal)
        policies.must_be_a_draft(clause.version)
    clause.bracketed = on
    clause.save(update_fields=["bracketed"])
    verb = "bracket_clause" if on else "unbracket_clause"
    audit.record(verb, clause.version, by=by, uid=clause.uid)


@transaction.atomic
def split_proposal(
    *, version: Version, uids: Collection[int], title: Bilingual, by: User
) -> Proposal:
    """Take clauses of the draft that are objected to into a proposal of their own; the rest goes on.

    Nobody's objection is cleared by it: its country does that. Raises Denied.
    """
    proposal = version.proposal
    take_turn(proposal)
    policies.may_bracket(by, version, uids)
    policies.must_leave_something(version, uids)
    policies.must_be_named(title)
    made = Proposal.objects.create(
        title=title, kind=proposal.kind, purpose=proposal.purpose, authentic=proposal.authentic,
        proposer=proposal.proposer, commitment=proposal.commitment, instrument=proposal.instrument,
        split_from=proposal, by=by,
    )  # fmt: skip
    draft = Version.objects.create(proposal=made, number=1)
    covered = Coverage.objects.filter(proposal=proposal, uid__in=uids)
    for number, clause in enumerate(version.clauses.filter(uid__in=uids), 1):
        Clause.objects.create(
            version=draft, uid=number, order=number, heading=clause.heading, es=clause.es,
            en=clause.en, checked=clause.checked,
        )  # fmt: skip
        Coverage.objects.bulk_create(
            Coverage(proposal=made, uid=number, topic_id=each.topic_id)
            for each in covered if each.uid == clause.uid
        )  # fmt: skip
    version.clauses.filter(uid__in=uids).delete()
    audit.record("split_proposal", proposal, by=by, uids=sorted(uids), into=made.pk)
    return made
