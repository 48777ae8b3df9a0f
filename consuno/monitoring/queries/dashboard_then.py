"""The page of decision makers as of a day: later findings, endings and extensions are undone.

What the institutions report and the Secretariats assess carries its moment, so the past is computed from
it and kept nowhere. An assessment given again later counts from when it was given again: of its earlier
words only the trail of acts tells.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Max, QuerySet
from django.utils import timezone

from consuno.agenda.models import Commitment, Theme
from consuno.agenda.queries.as_of import AsOf
from consuno.agenda.timing import silent_before
from consuno.core.memo import remembered
from consuno.directory.models import Body, Country
from consuno.monitoring.models import Assessment, Extension, Obligation, Rating, Report
from consuno.monitoring.queries.assessments import assessors
from consuno.monitoring.queries.dashboard import LEVELS, Dashboard, Ratio, Row

GONE = frozenset(("superseded", "withdrawn", "lapsed"))


@dataclass(frozen=True, slots=True)
class Then:
    """One obligation as it stood that day."""

    commitment: int
    theme: str | None
    country: str | None
    body: int
    due: datetime.date | None
    outcome: str
    found: str
    said_on: datetime.date | None
    #: Whether anybody had recorded what became of the commitment.
    heard: bool

    @property
    def done(self) -> bool:
        """Fulfilled, or found complete by both."""
        return self.outcome == "fulfilled" or (not self.outcome and self.found == Rating.COMPLETE)


def dashboard_then(*, reader: Any, day: datetime.date) -> Dashboard:
    """Count it as of a day; a handful of queries, kept until somebody acts."""
    return remembered(
        "dashboard_then", compute=lambda: _count(reader, day), reader=reader, asked=day.isoformat()
    )


def _end(day: datetime.date) -> datetime.datetime:
    midnight = datetime.datetime.combine(day + datetime.timedelta(days=1), datetime.time.min)
    return timezone.make_aware(midnight)


def _count(reader: Any, day: datetime.date) -> Dashboard:
    then = AsOf(day, reader=reader)
    items = {item.pk: item for item in then.rows(then.items().values_list("pk", flat=True))}
    rows = [row for row in _rows(items, day) if row.outcome not in GONE]
    passed = [row for row in rows if row.due is not None and row.due < day]
    bound = {row.commitment for row in rows}
    levels = dict.fromkeys(LEVELS, 0)
    for row in rows:
        levels[row.found or "none"] += 1
    sound = [row for row in passed if not row.outcome and row.found == Rating.SUBSTANTIAL]
    timely = [r for r in passed if r.done and r.said_on and r.due and r.said_on <= r.due]
    return Dashboard(
        whole=_row("", "", rows, day),
        blocked=_blocked(rows, day),
        extensions=_pending(day),
        unsettled=sum(pk not in bound for pk in items),
        divergent=levels[Report.DIVERGENT],
        complete=Ratio(sum(row.done for row in passed), len(passed)),
        substantial=Ratio(len(sound), len(passed)),
        on_time=Ratio(len(timely), len(passed)),
        levels=[(level, levels[level]) for level in LEVELS],
        countries=_table(Country.objects.all(), rows, "country", day),
        themes=_table(Theme.objects.all(), rows, "theme", day),
        bodies=_table(Body.objects.all(), rows, "body", day),
    )


def _rows(items: dict[int, Commitment], day: datetime.date) -> list[Then]:
    owed = Obligation.objects.filter(since__lte=day, commitment__in=items)
    owed = owed.exclude(ended_on__lte=day).select_related("body")
    found, more = _found(day), _extended(day)
    rows = []
    for each in owed:
        item = items[each.commitment_id]
        ended = bool(each.outcome_on and each.outcome_on <= day)
        rating, said = found.get(each.pk, ("", None))
        rows.append(
            Then(
                item.pk, item.theme_id, each.body.country_id, each.body_id,
                more.get(each.pk) or item.due_on, each.outcome if ended else "", rating, said,
                bool(item.heard_on and item.heard_on <= day),
            )
        )  # fmt: skip
    return rows


def _found(day: datetime.date) -> dict[int, tuple[str, datetime.date | None]]:
    """What both Secretariats had found by then of each obligation, from its last cycle found."""
    given = Assessment.objects.filter(at__lt=_end(day)).select_related(
        "secretariat", "report__cycle", "report__obligation__body"
    )
    by_report: dict[int, list[Assessment]] = defaultdict(list)
    for each in given.order_by("report__cycle__publishes_on"):
        if each.revision == each.report.revision:
            by_report[each.report_id].append(each)
    found: dict[int, tuple[str, datetime.date | None]] = {}
    for said in by_report.values():
        report = said[0].report
        if {each.secretariat.code for each in said} < set(assessors(report)):
            continue
        ratings = {each.rating for each in said}
        rating = ratings.pop() if len(ratings) == 1 else Report.DIVERGENT
        sent = timezone.localdate(report.submitted_at) if report.submitted_at else None
        found[report.obligation_id] = (rating, sent)
    return found


def _extended(day: datetime.date) -> dict[int, datetime.date]:
    granted = Extension.objects.filter(state=Extension.State.GRANTED)
    decided = granted.annotate(decided=Max("words__at")).filter(decided__lt=_end(day))
    return {each.obligation_id: each.wanted for each in decided.order_by("decided")}


def _pending(day: datetime.date) -> int:
    asked = Extension.objects.filter(at__lt=_end(day)).annotate(decided=Max("words__at"))
    waiting = asked.filter(state=Extension.State.PENDING)
    later = asked.exclude(state=Extension.State.PENDING).filter(decided__gte=_end(day))
    return waiting.count() + later.count()


def _blocked(rows: list[Then], day: datetime.date) -> int:
    open_ = Commitment.objects.exclude(closed_on__lte=day).values("pk")
    waiting = Commitment.depends_on.through.objects.filter(to_commitment__in=open_)
    keys = set(waiting.values_list("from_commitment", flat=True))
    return sum(row.commitment in keys for row in rows if not row.outcome)


def _table(known: QuerySet[Any], rows: list[Then], name: str, day: datetime.date) -> list[Row]:
    groups: dict[Any, list[Then]] = defaultdict(list)
    for row in rows:
        groups[getattr(row, name)].append(row)
    return [_row(each, str(each.pk), groups[each.pk], day) for each in known if each.pk in groups]


def _row(name: Any, key: str, rows: Iterable[Then], day: datetime.date) -> Row:
    done = late = silent = ahead = undated = 0
    for row in rows:
        if row.done:
            done += 1
        elif row.due is None:
            undated += 1
        elif row.due < silent_before(day) and not row.heard:
            silent += 1
        elif row.due < day:
            late += 1
        else:
            ahead += 1
    return Row(name, key, done, late, silent, ahead, undated)
