"""Who may do what in the room."""

from consuno.cases.policies.complaints import (
    DRAFT_DAYS,
    LONGEST,
    must_be_a_draft,
    must_be_receiving,
    must_go_on,
    must_tell_something,
    receiving,
)

__all__ = [
    "DRAFT_DAYS",
    "LONGEST",
    "must_be_a_draft",
    "must_be_receiving",
    "must_go_on",
    "must_tell_something",
    "receiving",
]
