"""Set the agenda of a meeting: from the states of things, and by hand."""

from __future__ import annotations

from typing import NamedTuple

from django.db import transaction
from django.db.models import Max

from consuno.core import audit
from consuno.core.models import User
from consuno.directory.standing import secretariat_of
from consuno.meetings import policies
from consuno.meetings.models import AgendaItem, Elevation, Sitting
from consuno.meetings.queries.agenda import Suggested, suggested


class Computed(NamedTuple):
    """How many items came, how many went, and how many were left to the dossier."""

    came: int
    went: int
    left: int


def _held(sitting: Sitting, by: User) -> Sitting:
    sitting = Sitting.objects.select_for_update(of=("self",)).get(pk=sitting.pk)
    policies.may_set_agenda(by, sitting)
    return sitting


def _record(verb: str, sitting: Sitting, by: User, **detail: int) -> None:
    body = secretariat_of(by)
    audit.record(verb, sitting, by=by, on_behalf_of=body, **detail)


def _last(sitting: Sitting) -> int:
    return sitting.items.aggregate(last=Max("order"))["last"] or 0


@transaction.atomic
def compute_agenda(*, sitting: Sitting, by: User) -> Computed:
    """Bring what the states ask for, and let go of what they ask for no more and nobody wrote on.

    What was put in order or taken off by hand stays so; more than a meeting can take up is left to
    the dossier. Returns how many came, went and were left.
    Raises Denied.
    """
    sitting = _held(sitting, by)
    policies.must_not_circulate(sitting)
    wanted = suggested(sitting)
    there = {item.about: item for item in sitting.items.exclude(about="")}
    room = max(policies.MOST_COMPUTED - sitting.items.filter(dropped=False).count(), 0)
    missing = [each for each in wanted if each.about not in there]
    new = missing[:room]
    order = _last(sitting)
    AgendaItem.objects.bulk_create(
        AgendaItem(
            sitting=sitting, section=each.section, about=each.about, title=_kept_title(each),
            order=order + number,
        )
        for number, each in enumerate(new, start=1)
    )  # fmt: skip
    _take_up(sitting)
    keep = {each.about for each in wanted}
    gone = [
        item.pk
        for about, item in there.items()
        if about not in keep and not item.discussion and not item.dropped
    ]
    gone_rows = AgendaItem.objects.filter(pk__in=gone, agreements=None)
    left = gone_rows.count()
    gone_rows.delete()
    if not there:
        _sort(sitting)
    _record("compute_agenda", sitting, by, came=len(new), went=left)
    return Computed(len(new), left, len(missing) - len(new))


def _take_up(sitting: Sitting) -> None:
    """Let what was sent up know where it is taken up."""
    for item in sitting.items.filter(about__startswith="elevation:"):
        key = int(item.about.partition(":")[2])
        Elevation.objects.filter(pk=key, item=None).update(item=item)


def _kept_title(each: Suggested) -> str:
    """The words of what has no record to read them from; others would tell hidden names to all."""
    return each.words[:300] if each.about.partition(":")[0] in {"unsettled", "item"} else ""


def _sort(sitting: Sitting) -> None:
    """At first the sections stand in their order; what people added before stays last."""
    sections = list(AgendaItem.Section.values)
    items = sorted(sitting.items.all(), key=lambda item: (sections.index(item.section), item.order))
    for number, item in enumerate(items, start=1):
        item.order = number
    AgendaItem.objects.bulk_update(items, ["order"])


@transaction.atomic
def add_item(*, sitting: Sitting, title: str, by: User) -> AgendaItem:
    """Add one by hand, at the end. Raises Denied."""
    sitting = _held(sitting, by)
    policies.must_be_an_item(sitting, title)
    made = AgendaItem.objects.create(
        sitting=sitting, title=title.strip()[:300], order=_last(sitting) + 1
    )
    _record("add_item", sitting, by, item=made.pk)
    return made


@transaction.atomic
def move_item(*, item: AgendaItem, up: bool, by: User) -> None:
    """Let it change places with its neighbour. Raises Denied."""
    sitting = _held(item.sitting, by)
    items = list(sitting.items.filter(dropped=False))
    place = items.index(item)
    other = place - 1 if up else place + 1
    if not 0 <= other < len(items):
        return
    items[place], items[other] = items[other], items[place]
    for number, each in enumerate(items, start=1):
        each.order = number
    AgendaItem.objects.bulk_update(items, ["order"])
    _record("move_item", sitting, by, item=item.pk)


@transaction.atomic
def drop_item(*, item: AgendaItem, dropped: bool, by: User) -> None:
    """Take it off, or put it back at the end. Raises Denied."""
    sitting = _held(item.sitting, by)
    item.dropped = dropped
    if not dropped:
        item.order = _last(sitting) + 1
    item.save(update_fields=["dropped", "order"])
    _record("drop_item" if dropped else "restore_item", sitting, by, item=item.pk)


@transaction.atomic
def let_return(*, item: AgendaItem, returns: bool, by: User) -> None:
    """Say whether the next meeting of the series takes it up again. Raises Denied."""
    sitting = _held(item.sitting, by)
    item.returns = returns
    item.save(update_fields=["returns"])
    _record("let_return" if returns else "let_end", sitting, by, item=item.pk)
