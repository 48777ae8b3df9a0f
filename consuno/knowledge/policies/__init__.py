"""Who writes and reads the library. Refusals say why."""

from consuno.knowledge.policies.assessments import (
    may_answer,
    may_begin,
    may_enter,
    may_give,
    may_read,
    may_speak_beside,
    must_be_levels,
)

__all__ = [
    "may_answer",
    "may_begin",
    "may_enter",
    "may_give",
    "may_read",
    "may_speak_beside",
    "must_be_levels",
]
