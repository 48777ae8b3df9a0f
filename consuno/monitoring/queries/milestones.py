"""The steps of what is owed, as a report tells them."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import timezone

from consuno.monitoring.models import Milestone, Report
from consuno.monitoring.progress import progress


@dataclass(frozen=True, slots=True)
class Steps:
    """Each step with how far it is, in per cent (None: not reported), and the figure of all."""

    rows: list[tuple[Milestone, int | None]]

    @property
    def percent(self) -> int | None:
        """The figure of progress; None where there is no step."""
        return progress((step.weight, reached) for step, reached in self.rows)


def steps(report: Report, *, given: bool = True) -> Steps:
    """The steps of a report. Until it is given nothing is reported, save to those who write it."""
    said = {each.milestone_id: each.percent for each in report.reached.all()}
    if given and not report.given:
        said = {}
    found = [each for each in report.obligation.milestones.all() if counts(each, report)]
    return Steps([(step, said.get(step.pk)) for step in found])


def counts(step: Milestone, report: Report) -> bool:
    """Whether a step stands for a report: set before its cycle ended, and not given up by then."""
    end = report.cycle.publishes_on
    if timezone.localdate(step.at) > end:
        return False
    return step.dropped_on is None or step.dropped_on > end
