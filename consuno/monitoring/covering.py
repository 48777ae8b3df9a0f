"""The choice of what a cycle covers, as a form brings it: whole groups, or one thing after the other."""

from __future__ import annotations

from typing import Any

from consuno.agenda.models import Commitment
from consuno.core.text import whole_number
from consuno.monitoring.models import Cycle
from consuno.monitoring.queries.covering import SHOWN, Group, groups, members, open_up

#: Fields of the form: groups taken whole, things taken one by one, groups that stand open, and which to open.
WHOLE, ONE, OPENED, OPEN = "grupo", "cosa", "abierto", "abrir"


class Covering:
    """All groups; which stand open, and what is ticked."""

    def __init__(self, cycle: Cycle | None, data: Any = None) -> None:
        self.groups = groups(cycle)
        whole = self._whole(data)
        self._opened = [each for each in self.groups if each.key in self._open_keys(data)]
        open_up(self._opened)
        self.whole = {each.key for each in self.groups if each.key in whole}
        self.ones = self._ones(cycle, data)

    def chosen(self) -> list[Commitment]:
        """What is ticked."""
        closed = [each for each in self.groups if each.key in self.whole and not each.opened]
        ones = members(self._opened).filter(pk__in=self.ones) if self._opened else []
        return [*members(closed), *ones] if closed else list(ones)

    def _whole(self, data: Any) -> set[str]:
        if data is not None:
            return set(data.getlist(WHOLE))
        return {each.key for each in self.groups if each.whole}

    def _open_keys(self, data: Any) -> set[str]:
        """Those that were open, that one asks to open, of which only a part is chosen; all where they are few."""
        if sum(each.total for each in self.groups) <= SHOWN:
            return {each.key for each in self.groups}
        if data is not None:
            return {*data.getlist(OPENED), *data.getlist(OPEN)}
        return {each.key for each in self.groups if each.partly}

    def _ones(self, cycle: Cycle | None, data: Any) -> set[int]:
        """The things ticked in open groups; of one that is opened now, all where it was ticked."""
        if data is None:
            rows = {row.commitment.pk for each in self._opened for row in each.rows}
            if cycle is not None:
                return set(cycle.covers.filter(pk__in=rows).values_list("pk", flat=True))
            return {row.commitment.pk for each in self._opened if each.owed for row in each.rows}
        ticked = {whole_number(each) or 0 for each in data.getlist(ONE)}
        new = [each for each in self._opened if each.key not in data.getlist(OPENED)]
        return ticked | {
            row.commitment.pk for each in new if each.key in self.whole for row in each.rows
        }

    def meetings(self) -> list[tuple[Any, list[Group]]]:
        """Meeting by meeting, its groups."""
        found: dict[int, tuple[Any, list[Group]]] = {}
        for each in self.groups:
            found.setdefault(each.meeting.pk, (each.meeting, []))[1].append(each)
        return list(found.values())
