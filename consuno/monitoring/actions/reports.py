"""An institution reports: written, sent, validated where it has a validator, or returned."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from consuno.agenda.actions import hear
from consuno.core import audit, clock
from consuno.core.models import User
from consuno.core.policy import ConflictError
from consuno.directory.models import Membership, Role
from consuno.directory.queries import acting_for
from consuno.directory.standing import secretariat_of
from consuno.monitoring import notices, policies
from consuno.monitoring.models import Obligation, Report
from consuno.monitoring.queries.cycles import ASKED
from consuno.monitoring.workflow import REPORT

WRITTEN = (
    "narrative",
    "rating",
    "difficulties",
    "help_wanted",
    "language",
    "sdg_target",
    "indicator",
)


def _held(report: Report) -> Report:
    return (
        Report.objects.select_for_update(of=("self",))
        .select_related("obligation__body", "obligation__commitment", "cycle")
        .get(pk=report.pk)
    )


@transaction.atomic
def save_report(*, report: Report, revision: int, by: User, **written: Any) -> Report:
    """Keep what was written so far. Raises Denied or ConflictError."""
    report = _held(report)
    policies.may_save_report(by, report)
    if report.revision != revision:
        raise ConflictError(_("Alguien más guardó este informe mientras usted escribía."))
    _write(report, written)
    REPORT.move("save_report", report)
    report.save()
    _record("save_report", report, by)
    return report


@transaction.atomic
def send_report(*, report: Report, revision: int, by: User, **written: Any) -> Report:
    """Send it: to the institution's validator, or straight to the Secretariats where it has none.

    Raises Denied (a drafter, sent already, nothing said) or ConflictError.
    """
    report = _held(report)
    policies.may_send_report(by, report)
    if report.revision != revision:
        raise ConflictError(_("Alguien más guardó este informe mientras usted escribía."))
    _write(report, written)
    policies.must_say_something(report)
    report.submitted_by, report.submitted_at = by, clock.now()
    report.validated_by = report.validated_at = None
    report.returned_reason = report.instrument = ""
    body = report.obligation.body
    validators = Membership.objects.current().filter(body=body, role=Role.VALIDATOR)
    ahead = Report.State.SUBMITTED if validators.exists() else Report.State.IN_REVIEW
    REPORT.move("send_report", report, ahead)
    report.save()
    _record("send_report", report, by, straight=report.given)
    if report.given:
        hear(commitment=report.obligation.commitment, by=by)
    else:
        notices.report_to_validate.tell(acting_for([body.code], [Role.VALIDATOR]), about=report)
    return report


@transaction.atomic
def report_by_note(*, report: Report, instrument: str, by: User, **written: Any) -> Report:
    """A Secretariat writes down what an institution said by letter: it goes to both at once.

    The page and the scorecard say by which letter. The institution hears of it. Raises Denied.
    """
    report = _held(report)
    policies.may_note(by, report)
    policies.must_name_the_note(instrument)
    _write(report, written)
    policies.must_say_something(report)
    report.instrument = instrument.strip()[:200]
    report.submitted_by, report.submitted_at = by, clock.now()
    report.validated_by = report.validated_at = None
    report.returned_reason = ""
    REPORT.move("report_by_note", report)
    report.save()
    hear(commitment=report.obligation.commitment, by=by)
    secretariat = secretariat_of(by)
    audit.record(
        "report_by_note", report, by=by, on_behalf_of=report.obligation.body,
        written_by=secretariat.code if secretariat else "", instrument=report.instrument,
    )  # fmt: skip
    notices.reported_by_note.tell(acting_for([report.obligation.body.code], ASKED), about=report)
    return report


@transaction.atomic
def validate_report(*, report: Report, by: User) -> Report:
    """The institution's validator lets it go to the Secretariats. Raises Denied."""
    report = _held(report)
    policies.may_validate(by, report)
    REPORT.move("validate_report", report)
    report.validated_by, report.validated_at = by, clock.now()
    report.save()
    hear(commitment=report.obligation.commitment, by=by)
    _record("validate_report", report, by)
    return report


@transaction.atomic
def return_report(*, report: Report, reason: str, by: User) -> Report:
    """Give it back to whoever wrote it, with the reason: the validator, or a Secretariat.

    Raises Denied.
    """
    report = _held(report)
    policies.may_return(by, report, reason)
    if report.given:  # what was found of it was found of what it said
        Obligation.objects.filter(pk=report.obligation_id).update(found="", said_on=None)
    REPORT.move("return_report", report)
    report.returned_reason = reason.strip()[:500]
    report.revision += 1
    report.save()
    _record("return_report", report, by)
    notices.report_came_back.tell(acting_for([report.obligation.body.code], ASKED), about=report)
    return report


def _write(report: Report, written: dict[str, Any]) -> None:
    for name in WRITTEN:
        if name in written:
            setattr(report, name, written[name])
    mine = set(report.obligation.milestones.values_list("pk", flat=True))
    policies.must_be_a_target(report.sdg_target)
    for step, percent in (written.get("reached") or {}).items():
        if step not in mine:
            continue
        if percent is None:
            report.reached.filter(milestone=step).delete()
        else:
            policies.must_be_a_share(percent)
            report.reached.update_or_create(milestone_id=step, defaults={"percent": percent})
    report.revision += 1


def _record(verb: str, report: Report, by: User, **detail: Any) -> None:
    audit.record(
        verb, report, by=by, on_behalf_of=policies.acting_body(by, report), revision=report.revision,
        **detail,
    )  # fmt: skip
