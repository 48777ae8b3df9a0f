"""Who may do what in the joint monitoring, and when. Each check raises `Denied` with its reason.

Source: minutes of San Salvador, lines 65 to 67 and 105: both Secretariats run the mechanism.
"""

from consuno.agenda.policies import may_work_as_secretariat
from consuno.monitoring.policies.cycles import (
    may_confirm_cycle,
    may_draft_cycle,
    may_name_bodies,
    may_read_draft,
    may_sign_off,
    must_be_ready,
    must_know_who_answers,
    must_say_something_new,
)
from consuno.monitoring.policies.evidence import (
    MOST_EVIDENCE,
    may_deliver,
    may_read_delivery,
    may_read_evidence,
    may_take_back,
    must_be_a_delivery,
    must_be_evidence,
    published,
)
from consuno.monitoring.policies.intake import may_take_in, must_all_be_right, must_be_columns
from consuno.monitoring.policies.milestones import (
    may_set_milestones,
    must_be_a_share,
    must_be_a_step,
    must_stand,
)
from consuno.monitoring.policies.partners import may_name_partner, must_be_local
from consuno.monitoring.policies.reports import (
    acting_body,
    may_assess,
    may_note,
    may_read_report,
    may_remark,
    may_report,
    may_return,
    may_validate,
    must_be_a_target,
    must_give_reasons,
    must_name_the_note,
    must_say_a_word,
    must_say_something,
)
from consuno.monitoring.policies.standing import (
    REPORTING,
    SENDING,
    acts_for,
    may_enter,
    may_report_for,
    reports_for,
    sends_for,
)
from consuno.monitoring.policies.time import (
    MOST_EXTENSIONS,
    may_ask_extension,
    may_decide_extension,
    may_say_outcome,
    must_be_later,
)

__all__ = [
    "MOST_EVIDENCE",
    "MOST_EXTENSIONS",
    "REPORTING",
    "SENDING",
    "acting_body",
    "acts_for",
    "may_ask_extension",
    "may_assess",
    "may_confirm_cycle",
    "may_decide_extension",
    "may_deliver",
    "may_draft_cycle",
    "may_enter",
    "may_name_bodies",
    "may_name_partner",
    "may_note",
    "may_read_delivery",
    "may_read_draft",
    "may_read_evidence",
    "may_read_report",
    "may_remark",
    "may_report",
    "may_report_for",
    "may_return",
    "may_say_outcome",
    "may_set_milestones",
    "may_sign_off",
    "may_take_back",
    "may_take_in",
    "may_validate",
    "may_work_as_secretariat",
    "must_all_be_right",
    "must_be_a_delivery",
    "must_be_a_share",
    "must_be_a_step",
    "must_be_a_target",
    "must_be_columns",
    "must_be_evidence",
    "must_be_later",
    "must_be_local",
    "must_be_ready",
    "must_give_reasons",
    "must_know_who_answers",
    "must_name_the_note",
    "must_say_a_word",
    "must_say_something",
    "must_say_something_new",
    "must_stand",
    "published",
    "reports_for",
    "sends_for",
]
