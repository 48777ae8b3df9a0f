"""Where a cycle stands: who was asked, who answered, who has nobody to ask."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet

from consuno.core.memo import Keys, remembered
from consuno.core.policy import allowed
from consuno.directory.models import Body, Membership, Role
from consuno.monitoring.models import Cycle, Delivery, Evidence, Obligation, Report
from consuno.monitoring.policies import may_read_delivery, may_read_evidence, may_read_report

#: Roles whose holders are asked for a report.
ASKED = (Role.FOCAL_POINT, Role.ALTERNATE, Role.OFFICER, Role.PRESIDENCY)


@dataclass(frozen=True, slots=True)
class Asked:
    """How much one body was asked for in a cycle, and how much of it was given."""

    body: Body
    total: int
    given: int
    #: Whether nobody holds the post that is asked.
    vacant: bool

    @property
    def missing(self) -> int:
        """How many are not before the Secretariats."""
        return self.total - self.given


def reports_of(cycle: Cycle) -> QuerySet[Report]:
    """All that was asked, with what its rows show, body by body."""
    return (
        Report.objects.filter(cycle=cycle)
        .select_related(
            "cycle", "obligation__body", "obligation__partner", "obligation__commitment__meeting"
        )
        .order_by("obligation__body__order", "obligation__body", "obligation__commitment__order")
    )


def lines_of(cycle: Cycle, body: Body, *, state: str | None = None) -> Keys:
    """The keys of what was asked of one body, in order."""
    found = Report.objects.filter(cycle=cycle, obligation__body=body)
    found = found.order_by("obligation__commitment__order", "pk")
    return Keys("monitoring.lines", cycle.pk, body.pk, of=found, state=state)


#: What a line of the list shows.
LINE = (
    "obligation__body_id", "state", "rating", "cycle_id", "obligation__commitment__acta_id",
    "obligation__commitment__ref",
    "obligation__commitment__statement",
)  # fmt: skip


def lines(reader: Any, body: Body, pks: Sequence[int]) -> list[Report]:
    """The reports of a body of these keys with what a line shows, in this order."""
    found = Report.objects.select_related("obligation__commitment").only(*LINE).in_bulk(list(pks))
    for each in found.values():
        each.obligation.body = body
    return opened(reader, [found[pk] for pk in pks])


def opened(reader: Any, reports: Iterable[Report]) -> list[Report]:
    """The same, each saying by `opens` whether this reader may open it: a draft is its body's."""
    rows = list(reports)
    for each in rows:
        each.opens = allowed(may_read_report, reader, each)  # type: ignore[attr-defined]
    return rows


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


def deliveries_for(reader: Any, obligation: Obligation) -> list[Delivery]:
    """What was handed over, outside any cycle; `opens` says whether this reader may open it."""
    rows = list(obligation.deliveries.defer("content"))
    for each in rows:
        each.obligation = obligation
        each.opens = allowed(may_read_delivery, reader, each)  # type: ignore[attr-defined]
    return rows


def _counts(cycle: Cycle) -> dict[int, tuple[int, int]]:
    sent = Count("pk", filter=Q(state=Report.State.IN_REVIEW))
    rows = Report.objects.filter(cycle=cycle).order_by().values("obligation__body")
    return {
        row["obligation__body"]: (row["total"], row["sent"])
        for row in rows.annotate(total=Count("pk"), sent=sent)
    }


def posts_held(bodies: Iterable[int]) -> set[int]:
    """The bodies, of these keys, where somebody holds the post that reports are asked of."""
    held = Membership.objects.current().filter(body__in=list(bodies), role__in=ASKED)
    return set(held.values_list("body_id", flat=True))


def asked(cycle: Cycle, *, state: str | None = None) -> list[Asked]:
    """Body by body, in as many queries whatever the number of reports."""
    about = ("monitoring.asked", cycle.pk)
    counts = remembered(*about, compute=lambda: _counts(cycle), state=state)
    filled = posts_held(counts)
    bodies = Body.objects.filter(pk__in=counts).select_related("country")
    return [Asked(body, *counts[body.pk], body.pk not in filled) for body in bodies]
