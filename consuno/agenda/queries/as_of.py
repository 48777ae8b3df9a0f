"""The agenda as it was on a day: what had entered, as it read, and how it stood in time then."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from consuno.agenda.commitment_fields import CORRECTIONS
from consuno.agenda.models import Commitment, Corrigendum, Party
from consuno.agenda.queries.commitment import ROW, visible, with_parties
from consuno.agenda.timing import TIMINGS, Timing
from consuno.core.memo import Keys, remembered, version
from consuno.directory.queries import Gazetteer

#: What the page and its file show, and what tells how it was.
SHOWN = (*ROW, "promoted_on", "dated_on", "lines", "meeting__title")


class AsOf:
    """The agenda of one reader on one day (whole, in the time zone of the installation).

    Later entries are left out; later promotions and corrections are undone. Names of bodies are
    today's: a body that was renamed is the same body.
    """

    def __init__(self, day: datetime.date, *, reader: Any) -> None:
        self.day = day
        self.reader = reader
        self._state = version()
        self._before = _before(day)

    def items(self, *, owed: bool = True) -> QuerySet[Commitment]:
        """What was owed that day, or everything; newest meeting first, in its paper's order."""
        items = visible(reader=self.reader).filter(since__lte=self.day)
        if owed:
            done = Q(promoted_on__lte=self.day)
            born = Q(actionable=True) & ~Q(kind=Commitment.Kind.PRIORITY)
            items = items.filter(done | born)
        return items.order_by("-meeting__starts", "meeting", "order")

    def keys(self, *, owed: bool = True) -> Keys:
        """The keys of these items, in their order."""
        return Keys(
            "as_of.keys", owed, of=self.items(owed=owed), reader=self.reader,
            asked=self.day.isoformat(), state=self._state,
        )  # fmt: skip

    def rows(self, keys: Iterable[int]) -> list[Commitment]:
        """Fetch these items as they read that day, in this order."""
        wanted = list(keys)
        items = Commitment.objects.filter(pk__in=wanted).only(*SHOWN)
        found = with_parties(items, light=True)
        by_pk = {item.pk: self._then(item) for item in found}
        return [by_pk[pk] for pk in wanted]

    def tally(self) -> list[tuple[Timing, int]]:
        """How many were owed in each state in time, in the fixed order; none left out at zero."""
        counts = remembered(
            "as_of", compute=self._counted, reader=self.reader, asked=self.day.isoformat(),
            state=self._state,
        )  # fmt: skip
        return [(timing, counts[timing.slug]) for timing in TIMINGS if counts[timing.slug]]

    def _counted(self) -> Counter[str]:
        # What was closed later was open that day, and what was dated later had no date.
        owed = self.items().order_by()
        after = Q(closed_on__gt=self.day) | Q(dated_on__gt=self.day)
        late = owed.filter(after).values_list("pk", flat=True)
        changed = {*self._before, *late}
        wanted = {t.slug.replace("-", "_"): Count("pk", filter=t.holds(self.day)) for t in TIMINGS}
        found = owed.exclude(pk__in=changed).aggregate(**wanted)
        counts = Counter({t.slug: found[t.slug.replace("-", "_")] for t in TIMINGS})
        counts.update(self._then(item).timing.slug for item in owed.filter(pk__in=changed))
        return counts

    def _then(self, item: Commitment) -> Commitment:
        item.seen_on = self.day
        if item.promoted_on and item.promoted_on > self.day:
            item.promoted_on = None
        if item.dated_on and item.dated_on > self.day:
            item.due_on = None
        for name, value in self._before.get(item.pk, {}).items():
            _put(item, name, value)
        return item


def _before(day: datetime.date) -> dict[int, dict[str, Any]]:
    """What each item said before the corrections agreed after a day: the earliest tells."""
    end = datetime.datetime.combine(day + datetime.timedelta(days=1), datetime.time.min)
    later = Corrigendum.objects.filter(agreed_at__gte=timezone.make_aware(end))
    said: dict[int, dict[str, Any]] = {}
    for each in later.order_by("-agreed_at", "-pk"):
        was = said.setdefault(each.commitment_id, {})
        was |= {name: pair[0] for name, pair in each.changes.items()} | each.was
    return said


def _put(item: Commitment, name: str, value: Any) -> None:
    correction = CORRECTIONS.get(name)
    if correction is None:  # what a correction kept besides, the kind of a deadline
        setattr(item, name, value)
    elif correction.put is not None:
        correction.put(item, value)
    else:
        _let_answer(item, value)


def _let_answer(item: Commitment, rows: list[dict[str, Any]]) -> None:
    gazetteer = Gazetteer()
    made = []
    for row in rows:
        body, country = gazetteer.find(row["body"])
        made.append(
            Party(role=Party.Role.RESPONSIBLE, body=body, country=country, name=row["name"])
        )
    others = [party for party in item.everyone if party.role != Party.Role.RESPONSIBLE]
    # The rows this item shows; nothing of it is saved.
    item.parties_read = [*made, *others]  # type: ignore[attr-defined]
