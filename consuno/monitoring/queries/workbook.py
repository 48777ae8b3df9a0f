"""What one body is asked for in a cycle, laid out for a spreadsheet."""

from __future__ import annotations

from consuno.core.sheets import Column, Table
from consuno.directory.models import Body
from consuno.monitoring.models import Cycle, Rating, Report
from consuno.monitoring.queries.cycles import reports_of
from consuno.monitoring.queries.milestones import steps
from consuno.monitoring.workbook import HEADS
from consuno.monitoring.workflow import REPORT

WIDTHS = {
    "label": 10,
    "statement": 50,
    "due": 12,
    "before": 40,
    "rating": 18,
    "narrative": 60,
    "language": 12,
}
FIXED = frozenset(("key", "label", "statement", "due", "before", "step"))
REPORTS = (
    "key", "label", "statement", "due", "before", "rating", "narrative", "difficulties", "help_wanted",
    "sdg_target", "indicator", "language",
)  # fmt: skip
STEPS = ("key", "label", "step", "percent")


def tables(cycle: Cycle, body: Body, names: tuple[str, str]) -> list[Table]:
    """Two sheets: what can still be reported, beside what was said last; and its milestones.

    What was said last stands in a column of its own: sent back unread it must not become news.
    """
    asked = reports_of(cycle).filter(obligation__body=body)
    asked = asked.filter(state__in=REPORT.at("save_report"))
    found = list(asked.prefetch_related("reached", "obligation__milestones"))
    last = _said_before(cycle, found)
    rows, marks = [], []
    for report in found:
        owed, key = report.obligation, f"{report.pk}.{report.revision}"
        label = owed.commitment.label
        rows.append(
            (key, label, str(owed.commitment.statement), owed.due_on, last.get(owed.pk, ""),
             report.get_rating_display() if report.rating else "", report.narrative,
             report.difficulties, report.help_wanted, report.sdg_target, report.indicator,
             report.language)
        )  # fmt: skip
        marks += [
            (key, label, f"{step.pk} {step.title}", percent)
            for step, percent in steps(report, given=False).rows
        ]
    book = [Table(names[0], _columns(REPORTS), rows)]
    return [*book, Table(names[1], _columns(STEPS), marks)] if marks else book


def _said_before(cycle: Cycle, reports: list[Report]) -> dict[int, str]:
    """What was said of each obligation in the cycle before, as one text; one query."""
    earlier = Report.objects.filter(
        obligation__in=[each.obligation_id for each in reports], state=Report.State.IN_REVIEW,
        cycle__publishes_on__lt=cycle.publishes_on,
    )  # fmt: skip
    return {
        each.obligation_id: f"{each.get_rating_display()}: {each.narrative}"
        for each in earlier.order_by("cycle__publishes_on")
    }


def _columns(names: tuple[str, ...]) -> list[Column]:
    choices = {"rating": [str(label) for label in Rating.labels], "language": ["es", "en"]}
    return [
        Column(str(HEADS[name]), WIDTHS.get(name, 30), choices.get(name, ()), name in FIXED)
        for name in names
    ]
