"""Who does each act on a proposal as a whole; the table of phases says when."""

from __future__ import annotations

from typing import Any

from consuno.consultation.models import Adoption, Proposal, Version
from consuno.consultation.policies.adoption import may_certify, may_declare
from consuno.consultation.policies.deadlock import may_elevate
from consuno.consultation.policies.drafting import may_draft, may_freeze
from consuno.consultation.policies.silence import may_order_silence
from consuno.consultation.workflow import PROPOSAL, VERSION


def _circulated(proposal: Proposal) -> Version:
    """The last text that circulated; the table has said that there is one."""
    found: Version = proposal.versions.exclude(frozen_at=None)[0]
    found.proposal = proposal
    return found


@VERSION.may("write_clause")
def may_write_version(user: Any, version: Version) -> None:
    """Whoever writes the text."""
    may_draft(user, version.proposal)


@VERSION.may("freeze")
def may_freeze_version(user: Any, version: Version) -> None:
    """The Technical Secretariat of the governments."""
    may_freeze(user, version.proposal)


@VERSION.may("begin_version")
def may_follow_version(user: Any, version: Version) -> None:
    """Whoever writes the text."""
    may_draft(user, version.proposal)


@PROPOSAL.may("withdraw_proposal")
def may_withdraw(user: Any, proposal: Proposal) -> None:
    """Whoever writes it takes it back."""
    may_draft(user, proposal)


@PROPOSAL.may("cover")
def may_cover_topics(user: Any, proposal: Proposal) -> None:
    """Whoever writes it says what each clause is about."""
    may_draft(user, proposal)


@PROPOSAL.may("begin_version")
def may_begin_version(user: Any, proposal: Proposal) -> None:
    """Whoever writes it, after a version that is fixed."""
    may_draft(user, proposal)
    VERSION.must_allow("begin_version", proposal.versions.order_by("-number")[0])


@PROPOSAL.may("open_round")
def may_open_some_round(user: Any, proposal: Proposal) -> None:
    """Whoever fixes the text."""
    may_freeze(user, proposal)


@PROPOSAL.may("order_silence")
def may_order(user: Any, proposal: Proposal) -> None:
    """The Presidency, of the text that circulates."""
    may_order_silence(user, _circulated(proposal))


@PROPOSAL.may("declare_adoption")
def may_declare_adopted(user: Any, proposal: Proposal) -> None:
    """The Presidency, of the text that circulates."""
    may_declare(user, _circulated(proposal))


@PROPOSAL.may("elevate_proposal")
def may_send_up(user: Any, proposal: Proposal, *, agreed: bool = False) -> None:
    """A Secretariat, where all agree or an objection stood through two rounds."""
    may_elevate(user, _circulated(proposal), agreed=agreed)


@PROPOSAL.may("certify_adoption")
def may_certify_adopted(user: Any, proposal: Proposal) -> None:
    """A Secretariat, once."""
    may_certify(user, Adoption.objects.get(version__proposal=proposal))
