"""Who does what, and when, from a proposal to consensus. Refusals say why."""

from consuno.consultation.policies.drafting import (
    may_draft,
    may_enter,
    may_freeze,
    may_propose,
    may_propose_something,
    may_read_version,
    must_be_a_draft,
    must_be_begun,
    must_be_named,
    must_fit,
    must_have_something,
    must_match,
)

__all__ = [
    "may_draft",
    "may_enter",
    "may_freeze",
    "may_propose",
    "may_propose_something",
    "may_read_version",
    "must_be_a_draft",
    "must_be_begun",
    "must_be_named",
    "must_fit",
    "must_have_something",
    "must_match",
]
