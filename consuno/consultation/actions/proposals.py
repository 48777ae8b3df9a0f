"""A proposal begins, its versions are fixed one after another, and it may be withdrawn."""

from __future__ import annotations

import hashlib
from typing import TypeVar

from django.db import transaction

from consuno.agenda.models import Commitment
from consuno.consultation import policies
from consuno.consultation.actions.observations import carry_observations
from consuno.consultation.actions.silence import break_silence
from consuno.consultation.actions.turns import take_turn
from consuno.consultation.models import Artefact, Clause, Proposal, Silence, Version, digest
from consuno.consultation.workflow import PROPOSAL, VERSION
from consuno.core import audit, clock
from consuno.core.bilingual import Bilingual
from consuno.core.models import User
from consuno.core.scrubbing import scrubbed
from consuno.directory.models import Body
from consuno.knowledge.models import Instrument
from consuno.meetings.models import Elevation

#: What a version holds, copied into the next.
Copied = TypeVar("Copied", Clause, Artefact)


@transaction.atomic
def propose(
    *, title: Bilingual, kind: str, body: Body, by: User, purpose: str = "consensus",
    authentic: str = "es", commitment: Commitment | None = None,
    instrument: Instrument | None = None, elevation: Elevation | None = None,
) -> Proposal:  # fmt: skip
    """Begin a proposal with an empty draft. Raises Denied."""
    policies.may_propose(by, body)
    policies.must_be_named(title)
    policies.may_answer_elevation(by, elevation)
    made = Proposal.objects.create(
        title=title, kind=kind, purpose=purpose, authentic=authentic, proposer=body,
        commitment=commitment, instrument=instrument, elevation=elevation, by=by,
    )  # fmt: skip
    Version.objects.create(proposal=made, number=1)
    audit.record("propose", made, by=by, on_behalf_of=body)
    return made


@transaction.atomic
def withdraw_proposal(*, proposal: Proposal, by: User) -> None:
    """Take it back; what was said of it stays. Raises Denied."""
    take_turn(proposal)
    policies.may_withdraw(by, proposal)
    break_silence(proposal, Silence.Broken.WITHDRAWN, proposal.proposer, by)
    PROPOSAL.move("withdraw_proposal", proposal, at=clock.today())
    proposal.save(update_fields=["withdrawn_on"])
    audit.record("withdraw_proposal", proposal, by=by)


@transaction.atomic
def freeze(*, version: Version, by: User) -> Version:
    """Fix the text: from now on it is what everybody reads. Raises Denied."""
    take_turn(version.proposal)
    version.refresh_from_db(fields=["frozen_at"])
    policies.may_freeze(by, version.proposal)
    policies.must_be_a_draft(version)
    policies.must_have_something(version)
    PROPOSAL.must_allow("freeze", version.proposal)
    VERSION.move("freeze", version, at=clock.now())
    version.sha256 = text_digest(version)
    version.save(update_fields=["frozen_at", "sha256"])
    carry_observations(version)
    audit.record("freeze", version, by=by, sha256=version.sha256)
    return version


def text_digest(version: Version) -> str:
    """What tells whether a text is the same: clauses in their order, both languages, its files."""
    parts = [f"{clause.uid}:{clause.digest}" for clause in version.clauses.all()]
    parts += sorted(version.artefacts.values_list("sha256", flat=True))
    return digest("\n".join([version.reference, *parts]))


@transaction.atomic
def begin_version(*, proposal: Proposal, by: User) -> Version:
    """Begin the next version with the text of the last; each clause keeps its number. Raises Denied."""
    take_turn(proposal)
    policies.may_begin_version(by, proposal)
    last = proposal.versions.order_by("-number").first()
    assert last is not None  # noqa: S101 - a proposal is made with one
    made = Version.objects.create(
        proposal=proposal, number=last.number + 1, reference=last.reference
    )
    Clause.objects.bulk_create(_again(list(last.clauses.all()), made))
    Artefact.objects.bulk_create(_again(list(last.artefacts.all()), made))
    audit.record("begin_version", made, by=by)
    return made


def _again(rows: list[Copied], version: Version) -> list[Copied]:
    """The same rows, to be written for another version."""
    for row in rows:
        row.pk, row.version = None, version
    return rows


@transaction.atomic
def describe_version(*, version: Version, changelog: Bilingual, reference: str, by: User) -> None:
    """Say what changes in it, or where the text is if it is not at hand. Raises Denied."""
    policies.may_draft(by, version.proposal)
    policies.must_be_a_draft(version)
    version.changelog, version.reference = changelog, reference.strip()[:500]
    version.save(update_fields=["changelog", "reference"])
    audit.record("describe_version", version, by=by)


@transaction.atomic
def add_artefact(
    *, version: Version, kind: str, file_name: str, content: bytes, by: User
) -> Artefact:
    """Put a file beside the text; one of the same name takes the place of the other. Raises Denied."""
    policies.may_draft(by, version.proposal)
    policies.must_be_a_draft(version)
    kept, cleaned = scrubbed(content)
    version.artefacts.filter(file_name=file_name).delete()
    made = Artefact.objects.create(
        version=version, kind=kind, file_name=file_name[:200], content=kept,
        sha256=hashlib.sha256(kept).hexdigest(), cleaned=cleaned,
    )  # fmt: skip
    audit.record("add_artefact", version, by=by, sha256=made.sha256)
    return made


@transaction.atomic
def remove_artefact(*, artefact: Artefact, by: User) -> None:
    """Take a file out of a draft. Raises Denied."""
    policies.may_draft(by, artefact.version.proposal)
    policies.must_be_a_draft(artefact.version)
    audit.record("remove_artefact", artefact.version, by=by, sha256=artefact.sha256)
    artefact.delete()
