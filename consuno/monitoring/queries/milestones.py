"""The steps of what is owed, as a report tells them."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import timezone

from consuno.agenda.models import Commitment
from consuno.monitoring.models import Milestone, Obligation, Rating, Report
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


@dataclass(frozen=True, slots=True)
class Whole:
    """How a commitment stands as a whole: shares of the bodies that answer for it, never an average of ratings."""

    rows: list[tuple[Obligation, Report | None, int | None]]

    @property
    def bodies(self) -> list[tuple[Obligation, Report | None, int | None]]:
        """Those that still answer."""
        return [row for row in self.rows if row[0].ended_on is None]

    @property
    def reported(self) -> int:
        """How many gave their last report that was asked for."""
        return sum(report is not None and report.given for _each, report, _percent in self.bodies)

    @property
    def complete(self) -> int:
        """How many did it: both Secretariats ended it as fulfilled, or found it complete."""
        return sum(
            each.outcome == Commitment.Outcome.FULFILLED
            or (not each.outcome and each.found == Rating.COMPLETE)
            for each, *_rest in self.bodies
        )

    @property
    def stepped(self) -> int:
        """How many set themselves steps."""
        return sum(percent is not None for *_rest, percent in self.bodies)

    @property
    def percent(self) -> int | None:
        """The figure of progress of those that set steps, each body weighing the same."""
        return progress((1, percent) for *_rest, percent in self.bodies if percent is not None)


def whole(item: Commitment) -> Whole:
    """A commitment with all that answer for it; as many queries whatever their number."""
    found = item.obligations.select_related("body", "partner", "commitment")
    found = found.prefetch_related("milestones", "reports__reached", "reports__cycle")
    rows = []
    for each in found:
        last = max(each.reports.all(), key=lambda report: report.pk, default=None)
        rows.append((each, last, _percent(each, last)))
    return Whole(rows)


def _percent(obligation: Obligation, last: Report | None) -> int | None:
    """Of one body; with steps and without a report nothing was reached."""
    if last is not None:
        return steps(last).percent
    kept = [each for each in obligation.milestones.all() if each.dropped_on is None]
    return progress((each.weight, None) for each in kept)


def counts(step: Milestone, report: Report) -> bool:
    """Whether a step stands for a report: set before its cycle ended, and not given up by then."""
    end = report.cycle.publishes_on
    if timezone.localdate(step.at) > end:
        return False
    return step.dropped_on is None or step.dropped_on > end
