"""What decision makers see: how far it is, counted and never averaged.

Two ratios, as the reference of the field puts them: complete of all that is due (substantial shown
apart, never added), and on time of all whose day has passed. What nobody reported is not reported.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from consuno.agenda.models import Commitment, Theme
from consuno.agenda.timing import silent_before
from consuno.core.memo import remembered
from consuno.directory.models import Body, Country
from consuno.directory.standing import memberships
from consuno.monitoring.models import Extension, Obligation, Rating, Report
from consuno.monitoring.queries.answering import owed, undecided

#: What the Secretariats found, from the most done; then what they differ on, and what nobody said.
LEVELS = (*reversed(Rating.values), "divergent", "none")


@dataclass(frozen=True, slots=True)
class Ratio:
    """So many of so many; no figure where there is nothing to count."""

    part: int
    whole: int

    @property
    def percent(self) -> int | None:
        """Hundredths, rounded down so that nothing looks done before it is."""
        return self.part * 100 // self.whole if self.whole else None


@dataclass(frozen=True, slots=True)
class Row:
    """A country, a theme or a body: what is done, late, long past without news, in time and without date."""

    name: Any
    key: str
    done: int
    late: int
    silent: int
    ahead: int
    undated: int

    @property
    def total(self) -> int:
        """All of it."""
        return self.done + self.late + self.silent + self.ahead + self.undated


@dataclass(frozen=True, slots=True)
class Dashboard:
    """The whole page."""

    whole: Row
    blocked: int
    extensions: int
    unsettled: int
    divergent: int
    complete: Ratio
    substantial: Ratio
    on_time: Ratio
    levels: list[tuple[str, int]]
    countries: list[Row]
    themes: list[Row]
    bodies: list[Row]

    @property
    def to_decide(self) -> int:
        """What waits for both Secretariats to decide."""
        return self.extensions + self.unsettled


def _done() -> Q:
    return Q(outcome="fulfilled") | Q(outcome="", found=Rating.COMPLETE)


def _counts(today: datetime.date) -> dict[str, Count]:
    owed = Q(outcome="") & ~Q(found=Rating.COMPLETE)
    silent = Q(due__lt=silent_before(today), commitment__heard_on=None)
    return {
        "done": Count("pk", filter=_done()),
        "late": Count("pk", filter=owed & Q(due__lt=today) & ~silent),
        "silent": Count("pk", filter=owed & silent),
        "ahead": Count("pk", filter=owed & Q(due__gte=today)),
        "undated": Count("pk", filter=owed & Q(due__isnull=True)),
    }


def _bound(reader: Any) -> QuerySet[Obligation]:
    """What binds and may be read; what was withdrawn or superseded counts nowhere."""
    found = Obligation.objects.current().exclude(outcome__in=("superseded", "withdrawn", "lapsed"))
    found = found.filter(commitment__owed=True)
    if not memberships(reader):
        found = found.filter(commitment__meeting__public=True)
    return found.annotate(due=Coalesce("extended_to", "commitment__due_on"))


def dashboard(*, reader: Any, today: datetime.date) -> Dashboard:
    """Count it; ten queries, and none again until somebody acts."""
    return remembered(
        "dashboard", today, reader=reader, compute=lambda: _count(_bound(reader), today)
    )


def _count(found: QuerySet[Obligation], today: datetime.date) -> Dashboard:
    whole = found.aggregate(**_counts(today))
    open_first = Commitment.objects.filter(awaited_by=OuterRef("commitment"), closed_on=None)
    said = dict(found.order_by().values_list("found").annotate(n=Count("pk")))
    ratios = found.aggregate(
        complete=Count("pk", filter=_done() & Q(due__lt=today)),
        passed=Count("pk", filter=Q(due__lt=today)),
        on_time=Count("pk", filter=_done() & Q(due__lt=today, said_on__lte=F("due"))),
        substantial=Count("pk", filter=Q(due__lt=today, outcome="", found=Rating.SUBSTANTIAL)),
    )
    return Dashboard(
        whole=_row("", "", whole),
        blocked=found.filter(outcome="").filter(Exists(open_first)).count(),
        extensions=Extension.objects.filter(state=Extension.State.PENDING).count(),
        unsettled=undecided(owed().order_by()).count(),
        divergent=said.get(Report.DIVERGENT, 0),
        complete=Ratio(ratios["complete"], ratios["passed"]),
        substantial=Ratio(ratios["substantial"], ratios["passed"]),
        on_time=Ratio(ratios["on_time"], ratios["passed"]),
        levels=[(level, said.get("" if level == "none" else level, 0)) for level in LEVELS],
        **_tables(found, today),
    )


def _tables(found: QuerySet[Obligation], today: datetime.date) -> dict[str, list[Row]]:
    countries = {country.code: country for country in Country.objects.all()}
    themes = {theme.pk: theme for theme in Theme.objects.all()}
    bodies = {body.pk: body for body in Body.objects.all()}
    wanted = (
        ("countries", "body__country", countries),
        ("themes", "commitment__theme", themes),
        ("bodies", "body", bodies),
    )
    tables: dict[str, list[Row]] = {}
    for name, field, known in wanted:
        rows = {
            row[field]: row for row in found.order_by().values(field).annotate(**_counts(today))
        }
        tables[name] = [
            _row(each, str(key), rows[key]) for key, each in known.items() if key in rows
        ]
    return tables


def _row(name: Any, key: str, counts: Mapping[str, Any]) -> Row:
    return Row(
        name, key, *(counts[each] for each in ("done", "late", "silent", "ahead", "undated"))
    )
