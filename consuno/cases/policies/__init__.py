"""Who may do what in the room."""

from consuno.cases.policies.complaints import (
    DRAFT_DAYS,
    LONGEST,
    must_be_a_draft,
    must_be_receiving,
    must_fit,
    must_go_on,
    must_tell_something,
    receiving,
    receiving_anywhere,
)
from consuno.cases.policies.handling import (
    KEPT_CLOSED,
    KEPT_WITHDRAWN,
    WAITS,
    may_handle,
    may_see_desk,
    must_be_a_colleague,
    must_be_another,
    must_be_going_on,
    must_be_transferable,
    must_have_been_answered,
    must_wait_for_an_answer,
)

__all__ = [
    "DRAFT_DAYS",
    "KEPT_CLOSED",
    "KEPT_WITHDRAWN",
    "LONGEST",
    "WAITS",
    "may_handle",
    "may_see_desk",
    "must_be_a_colleague",
    "must_be_a_draft",
    "must_be_another",
    "must_be_going_on",
    "must_be_receiving",
    "must_be_transferable",
    "must_fit",
    "must_go_on",
    "must_have_been_answered",
    "must_tell_something",
    "must_wait_for_an_answer",
    "receiving",
    "receiving_anywhere",
]
