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
from consuno.knowledge.policies.entries import (
    may_act_on,
    may_give_view,
    may_tell_replication,
    may_write_entry,
    must_be_a_replication,
    must_be_a_view,
    must_be_told,
)
from consuno.knowledge.policies.instruments import (
    may_keep_instruments,
    must_be_a_date,
    must_be_a_new_edition,
    must_be_a_text,
    must_be_an_adoption,
    must_be_named,
)
from consuno.knowledge.policies.law import (
    may_ask,
    may_see_palermo,
    may_write_law,
    must_be_a_provision,
    must_be_an_element,
    must_be_cited,
    must_be_unknown,
)
from consuno.knowledge.policies.terms import must_be_short

__all__ = [
    "may_act_on",
    "may_answer",
    "may_ask",
    "may_begin",
    "may_enter",
    "may_give",
    "may_give_view",
    "may_keep_instruments",
    "may_read",
    "may_see_palermo",
    "may_speak_beside",
    "may_tell_replication",
    "may_write_entry",
    "may_write_law",
    "must_be_a_date",
    "must_be_a_new_edition",
    "must_be_a_provision",
    "must_be_a_replication",
    "must_be_a_text",
    "must_be_a_view",
    "must_be_an_adoption",
    "must_be_an_element",
    "must_be_cited",
    "must_be_levels",
    "must_be_named",
    "must_be_short",
    "must_be_told",
    "must_be_unknown",
]
