"""The agenda as a tree: its themes, in each the populations, in each what was agreed and put first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Q, QuerySet

from consuno.agenda.models import Commitment, Population, Theme
from consuno.agenda.queries.board import NONE, Filters, select
from consuno.core import clock
from consuno.core.memo import remembered


@dataclass(frozen=True, slots=True)
class Counts:
    """How many are owed, how many are priorities, how many there are in all."""

    owed: int
    priorities: int
    total: int

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Counts:
        """Read a row of the database."""
        return cls(row["n_owed"], row["n_priorities"], row["n"])


@dataclass(slots=True)
class Branch:
    """What one theme holds for one population; None is what names none."""

    population: Population | None
    counts: Counts

    @property
    def key(self) -> str:
        """How the address names it."""
        return self.population.pk if self.population else NONE


@dataclass(slots=True)
class Limb:
    """A theme with its branches. An item about two populations hangs from both, and counts once."""

    theme: Theme | None
    counts: Counts
    branches: list[Branch] = field(default_factory=list)

    @property
    def key(self) -> str:
        """How the address names it."""
        return self.theme.pk if self.theme else NONE


_COUNTS = {
    "n_owed": Count("pk", filter=Q(owed=True)),
    "n_priorities": Count(
        "pk", filter=Q(kind=Commitment.Kind.PRIORITY, promoted_on=None, actionable=True)
    ),
    "n": Count("pk"),
}


def tree(*, reader: Any) -> list[Limb]:
    """Read the whole of it; four queries, and none again until somebody acts."""

    def compute() -> list[Limb]:
        items = select(Filters(what="todo"), reader=reader, today=clock.today()).order_by()
        themes: list[Theme | None] = [*Theme.objects.all(), None]
        populations: list[Population | None] = [*Population.objects.all(), None]
        whole = {row["theme"]: Counts.of(row) for row in items.values("theme").annotate(**_COUNTS)}
        parts: dict[tuple[str | None, str | None], Counts] = {
            (row["theme"], row["populations"]): Counts.of(row)
            for row in items.values("theme", "populations").annotate(**_COUNTS)
        }
        return [
            Limb(theme, whole[key], _branches(key, populations, parts))
            for theme in themes
            if (key := theme.pk if theme else None) in whole
        ]

    return remembered("tree", compute=compute, reader=reader)


def _branches(
    theme: str | None,
    populations: Sequence[Population | None],
    parts: dict[tuple[str | None, str | None], Counts],
) -> list[Branch]:
    found = ((each, parts.get((theme, each.pk if each else None))) for each in populations)
    return [Branch(each, counts) for each, counts in found if counts]


def of_branch(theme: str, population: str, *, reader: Any) -> QuerySet[Commitment]:
    """What hangs from a branch, newest meeting first, each in the order of its paper."""
    filters = Filters(what="todo", theme=theme, population=population)
    items = select(filters, reader=reader, today=clock.today())
    return items.order_by("-meeting__starts", "meeting", "order")


def indented(items: Sequence[Commitment]) -> list[tuple[int, Commitment]]:
    """Each item with how deep it hangs under those of the same list, at most three."""
    depth: dict[int, int] = {}
    for item in items:
        above = depth.get(item.parent_id or 0)
        depth[item.pk] = 0 if above is None else min(above + 1, 3)
    return [(depth[item.pk], item) for item in items]
