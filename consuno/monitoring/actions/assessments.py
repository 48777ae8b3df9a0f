"""Each Secretariat assesses by itself; the institutions say their word beside it."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from consuno.core import audit, clock
from consuno.core.models import User
from consuno.directory.queries import acting_for
from consuno.monitoring import notices, policies
from consuno.monitoring.models import Assessment, Obligation, Remark, Report
from consuno.monitoring.queries.assessments import Outcome
from consuno.monitoring.queries.cycles import ASKED


def _held(report: Report) -> Report:
    return (
        Report.objects.select_for_update(of=("self",))
        .select_related("obligation__body", "cycle")
        .get(pk=report.pk)
    )


@transaction.atomic
def assess(*, report: Report, revision: int, rating: str, reasons: str, by: User) -> Outcome:
    """One Secretariat says how far it is, and why; returns what both have said by now.

    The institution hears of it when everybody who assesses has. Raises Denied: not a Secretariat,
    its own commitment, not before the Secretariats, changed since it was read, or no reasons.
    """
    report = _held(report)
    policies.may_assess(by, report)
    policies.must_give_reasons(report, revision, rating, reasons)
    secretariat = policies.may_work_as_secretariat(by)
    Assessment.objects.update_or_create(
        report=report, secretariat=secretariat,
        defaults={
            "rating": rating, "reasons": reasons.strip(), "revision": report.revision, "by": by,
            "at": clock.now(),
        },
    )  # fmt: skip
    audit.record("assess_report", report, by=by, on_behalf_of=secretariat, revision=report.revision)
    outcome = Outcome.of(report)
    if outcome.complete:
        _keep(outcome)
        people = acting_for([report.obligation.body.code], ASKED)
        notices.report_assessed.tell(people, about=report)
    return outcome


def _keep(outcome: Outcome) -> None:
    """Let the obligation hold what was found last, for the pages that count."""
    report = outcome.report
    later = Report.objects.filter(
        obligation=report.obligation_id, cycle__publishes_on__gt=report.cycle.publishes_on
    )
    if later.filter(state=Report.State.IN_REVIEW).exists():
        return
    first = report.obligation.deliveries.filter(withdrawn_at=None).first()
    days = [timezone.localdate(report.submitted_at)] if report.submitted_at else []
    said = min([*days, first.on] if first else days, default=None)
    Obligation.objects.filter(pk=report.obligation_id).update(
        found=outcome.agreed or Report.DIVERGENT, said_on=said
    )


@transaction.atomic
def remark(*, report: Report, kind: str, text: str, language: str, by: User) -> Remark:
    """Say a word beside a report: the other side's note, or the institution's own reply.

    Raises Denied: the wrong side, nothing to reply to, too late, or nothing said.
    """
    report = _held(report)
    body = policies.may_remark(by, report, kind, Outcome.of(report).replies_until)
    policies.must_say_a_word(text)
    made, _new = Remark.objects.update_or_create(
        report=report, body=body, kind=kind,
        defaults={"text": text.strip(), "language": language, "by": by, "at": clock.now()},
    )  # fmt: skip
    audit.record(f"{kind}_on_report", report, by=by, on_behalf_of=body)
    return made
