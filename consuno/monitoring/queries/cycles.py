"""Where a cycle stands: who was asked, who answered, who has nobody to ask."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet

from consuno.core.policy import allowed
from consuno.directory.models import Body, Membership, Role
from consuno.monitoring.models import Cycle, Evidence, Report
from consuno.monitoring.policies import may_read_evidence

#: Roles whose holders are asked for a report.
ASKED = (Role.FOCAL_POINT, Role.ALTERNATE, Role.OFFICER)


@dataclass(slots=True)
class Asked:
    """What one body was asked for in a cycle, and how much of it was given."""

    body: Body
    reports: list[Report] = field(default_factory=list)
    #: Whether nobody holds the post that is asked.
    vacant: bool = False

    @property
    def given(self) -> int:
        """How many are before the Secretariats."""
        return sum(report.given for report in self.reports)

    @property
    def missing(self) -> int:
        """How many are not."""
        return len(self.reports) - self.given


def reports_of(cycle: Cycle) -> QuerySet[Report]:
    """All that was asked, with what its rows show, body by body."""
    return (
        Report.objects.filter(cycle=cycle)
        .select_related("obligation__body", "obligation__commitment__meeting")
        .order_by("obligation__body__order", "obligation__body", "obligation__commitment__order")
    )


def report(pk: int) -> Report | None:
    """One report with all that its page shows."""
    found = Report.objects.select_related(
        "cycle", "obligation__body__country", "obligation__commitment__meeting"
    )
    return found.filter(pk=pk).first()


def before(report: Report) -> Report | None:
    """What the same body said of the same thing in the cycle before, if it did."""
    earlier = Report.objects.filter(obligation=report.obligation, state=Report.State.IN_REVIEW)
    return (
        earlier.filter(cycle__publishes_on__lt=report.cycle.publishes_on)
        .order_by("-cycle__publishes_on")
        .first()
    )


def evidence_for(reader: Any, report: Report) -> list[Evidence]:
    """The evidence of a report that this reader may open."""
    found = report.evidence.filter(withdrawn_at=None).defer("content")
    for each in found:
        each.report = report
    return [each for each in found if allowed(may_read_evidence, reader, each)]


def asked(cycle: Cycle) -> list[Asked]:
    """Body by body; two queries whatever their number."""
    found: dict[int, Asked] = {}
    for report in reports_of(cycle):
        report.cycle = cycle
        body = report.obligation.body
        found.setdefault(body.pk, Asked(body)).reports.append(report)
    held = Membership.objects.current().filter(body__in=found, role__in=ASKED)
    filled = set(held.values_list("body_id", flat=True))
    for pk, each in found.items():
        each.vacant = pk not in filled
    return list(found.values())
