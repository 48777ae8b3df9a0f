"""What a cycle may cover: what is owed and the priorities, meeting by meeting and theme by theme."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from django.db.models import Count, Q, QuerySet

from consuno.agenda.models import Commitment, Meeting, Theme
from consuno.monitoring.models import Cycle
from consuno.monitoring.queries.answering import AGENDA, Answering, answering

#: While there are no more than this, each thing is shown; beyond, a group is opened by whoever asks.
SHOWN = 120


@dataclass(slots=True)
class Group:
    """What one meeting agreed in one theme: all that is owed of it, or all its priorities."""

    meeting: Meeting
    theme: Theme | None
    owed: bool
    total: int
    chosen: int = 0
    rows: list[Answering] = field(default_factory=list)
    opened: bool = False

    @property
    def key(self) -> str:
        """What a form calls it."""
        return f"{self.meeting.pk}.{self.theme.pk if self.theme else ''}.{int(self.owed)}"

    @property
    def whole(self) -> bool:
        """Whether all of it is chosen."""
        return self.chosen == self.total

    @property
    def partly(self) -> bool:
        """Whether some of it is chosen, not all."""
        return 0 < self.chosen < self.total


def coverable() -> QuerySet[Commitment]:
    """What a cycle may cover, as `policies.may_cover` says it of one."""
    return Commitment.objects.filter(
        Q(owed=True) | Q(kind=Commitment.Kind.PRIORITY), closed_on=None
    )


def groups(cycle: Cycle | None) -> list[Group]:
    """All groups, with how much of each a cycle covers; before there is one, all that is owed."""
    items = coverable().order_by("meeting__starts", "meeting", "-owed", "theme__order", "theme")
    covered = Q(owed=True) if cycle is None else Q(pk__in=cycle.covers.values("pk"))
    counts = items.values("meeting", "theme", "owed").annotate(
        n=Count("pk"), chosen=Count("pk", filter=covered)
    )
    rows = list(counts)
    meetings = Meeting.objects.in_bulk({row["meeting"] for row in rows})
    themes: Mapping[str, Theme] = Theme.objects.in_bulk()
    return [
        Group(
            meetings[row["meeting"]],
            themes.get(row["theme"] or ""),
            row["owed"],
            row["n"],
            row["chosen"],
        )
        for row in rows
    ]


def members(groups: Iterable[Group]) -> QuerySet[Commitment]:
    """What belongs to any of these groups."""
    wanted = Q(pk__in=[])
    for each in groups:
        wanted |= Q(meeting=each.meeting, theme=each.theme, owed=each.owed)
    return coverable().filter(wanted)


def open_up(groups: Collection[Group]) -> None:
    """Give groups their rows, with who would answer for each; as many queries whatever their number."""
    by_key = {each.key: each for each in groups}
    for row in answering(members(groups).order_by(*AGENDA)):
        item = row.commitment
        by_key[f"{item.meeting_id}.{item.theme_id or ''}.{int(item.owed)}"].rows.append(row)
    for each in groups:
        each.opened = True
