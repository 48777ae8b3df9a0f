"""Show something for what a report says, or take it back before it is sent."""

from __future__ import annotations

import hashlib

from django.db import transaction

from consuno.core import audit, clock
from consuno.core.models import User
from consuno.core.scrubbing import scrubbed
from consuno.monitoring import policies
from consuno.monitoring.models import Evidence, Report
from consuno.monitoring.workflow import REPORT


@transaction.atomic
def add_evidence(
    *,
    report: Report,
    title: str,
    reach: str,
    language: str,
    by: User,
    link: str = "",
    file_name: str = "",
    content: bytes | None = None,
) -> Evidence:
    """Put a file or a link beside a report; the same file twice is one.

    Raises Denied: not one's institution, sent already, or too many.
    """
    report = Report.objects.select_for_update(of=("self",)).get(pk=report.pk)
    policies.may_add_evidence(by, report)
    policies.must_be_evidence(report, link, content)
    content, cleaned = scrubbed(content) if content is not None else (None, False)
    sha256 = hashlib.sha256(content).hexdigest() if content is not None else ""
    there = report.evidence.filter(withdrawn_at=None, sha256=sha256, link=link).first()
    if there is not None:
        return there
    made = Evidence.objects.create(
        report=report, title=title, reach=reach, language=language, link=link,
        file_name=file_name, content=content, sha256=sha256, cleaned=cleaned, by=by,
    )  # fmt: skip
    REPORT.move("add_evidence", report)  # the institution has begun
    report.save(update_fields=["state"])
    audit.record(
        "add_evidence", made, by=by, on_behalf_of=policies.acting_body(by, report), sha256=sha256
    )
    return made


@transaction.atomic
def withdraw_evidence(*, evidence: Evidence, by: User) -> None:
    """Take it back while the report is not sent; that it was there stays on record."""
    policies.may_add_evidence(by, evidence.report)
    evidence.withdrawn_at = clock.now()
    evidence.save(update_fields=["withdrawn_at"])
    audit.record(
        "withdraw_evidence", evidence, by=by,
        on_behalf_of=policies.acting_body(by, evidence.report),
    )  # fmt: skip
