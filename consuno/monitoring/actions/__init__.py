"""Writes of monitoring."""

from consuno.monitoring.actions.answering import name_bodies, settle_plain
from consuno.monitoring.actions.assessments import assess, remark
from consuno.monitoring.actions.cycles import confirm_cycle, draft_cycle
from consuno.monitoring.actions.evidence import add_evidence, withdraw_evidence
from consuno.monitoring.actions.reports import (
    ConflictError,
    return_report,
    save_report,
    send_report,
    validate_report,
)
from consuno.monitoring.actions.scorecards import sign_off

__all__ = [
    "ConflictError",
    "add_evidence",
    "assess",
    "confirm_cycle",
    "draft_cycle",
    "name_bodies",
    "remark",
    "return_report",
    "save_report",
    "send_report",
    "settle_plain",
    "sign_off",
    "validate_report",
    "withdraw_evidence",
]
