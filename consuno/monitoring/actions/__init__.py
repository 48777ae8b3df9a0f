"""Writes of monitoring."""

from consuno.monitoring.actions.answering import name_bodies, settle
from consuno.monitoring.actions.assessments import assess, remark
from consuno.monitoring.actions.cycles import confirm_cycle, draft_cycle
from consuno.monitoring.actions.dates import ask_for_dates
from consuno.monitoring.actions.deliveries import deliver, file_delivery, take_back
from consuno.monitoring.actions.evidence import add_evidence, withdraw_evidence
from consuno.monitoring.actions.extensions import ask_extension, decide_extension
from consuno.monitoring.actions.intake import begin_intake, choose_columns, discard_intake, take_in
from consuno.monitoring.actions.milestones import drop_milestone, set_milestone
from consuno.monitoring.actions.outcomes import say_outcome
from consuno.monitoring.actions.partners import name_partner
from consuno.monitoring.actions.reminders import remind
from consuno.monitoring.actions.reports import (
    report_by_note,
    return_report,
    save_report,
    send_report,
    validate_report,
)
from consuno.monitoring.actions.scorecards import sign_off
from consuno.monitoring.actions.workbook import bring_reports

__all__ = [
    "add_evidence",
    "ask_extension",
    "ask_for_dates",
    "assess",
    "begin_intake",
    "bring_reports",
    "choose_columns",
    "confirm_cycle",
    "decide_extension",
    "deliver",
    "discard_intake",
    "draft_cycle",
    "drop_milestone",
    "file_delivery",
    "name_bodies",
    "name_partner",
    "remark",
    "remind",
    "report_by_note",
    "return_report",
    "save_report",
    "say_outcome",
    "send_report",
    "set_milestone",
    "settle",
    "sign_off",
    "take_back",
    "take_in",
    "validate_report",
    "withdraw_evidence",
]
