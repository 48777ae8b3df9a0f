"""Reads of single items."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Prefetch, QuerySet

from consuno.agenda.commitment_fields import LOADED
from consuno.agenda.models import Commitment, Instance, Meeting, Party
from consuno.directory.models import Body
from consuno.directory.policies import sees
from consuno.directory.standing import memberships


def visible(*, reader: Any) -> QuerySet[Commitment]:
    """The items this person may read: everybody those of public meetings, members all."""
    items = Commitment.objects.all()
    if memberships(reader):
        return items
    # A subquery, not a join: counting then reads one index and no rows.
    return items.filter(meeting__in=Meeting.objects.filter(public=True).values("pk"))


def beyond_public(items: QuerySet[Commitment], reader: Any) -> bool:
    """Whether these items tell this reader anything that a stranger would not be told."""
    if not memberships(reader):
        return False
    if items.filter(meeting__public=False).exists():
        return True
    # Names of organisations that hide them, for those who may see them.
    hidden = [body.pk for body in Body.objects.filter(listed=False) if sees(reader, body)]
    return bool(hidden) and Party.objects.filter(body__in=hidden, commitment__in=items).exists()


#: What a row of a list shows: quotes and worked-out fields are half of what reading it would cost.
ROW = (
    "acta_id", "order", "owed", "parent", "meeting__slug", "meeting__language", "meeting__invented",
    "meeting__starts", *LOADED,
)  # fmt: skip
PARTY = (
    "commitment", "role", "name", "order", "body__code", "body__name", "body__short", "body__kind",
    "body__country", "body__civil_society", "body__listed", "country__name",
)  # fmt: skip


def hydrated(pks: Iterable[int]) -> list[Commitment]:
    """Fetch the rows of these keys with what they show, in this order."""
    wanted = list(pks)
    rows = with_parties(Commitment.objects.filter(pk__in=wanted).only(*ROW), light=True)
    by_pk = {row.pk: row for row in rows}
    return [by_pk[pk] for pk in wanted]


def with_parties(items: QuerySet[Commitment], *, light: bool = False) -> QuerySet[Commitment]:
    """Fetch what a row shows, in a fixed number of queries; `light`: nothing that only a whole page shows."""
    parties = Party.objects.select_related("body", "country")
    if light:
        parties = parties.only(*PARTY)
    return items.select_related("meeting", "theme").prefetch_related(
        Prefetch("parties", queryset=parties, to_attr="parties_read")
    )


def find(*, meeting: str, ref: str) -> Commitment | None:
    """One item with all that its page shows, whoever asks (the policy decides)."""
    shares = Instance.objects.select_related("country")
    return (
        with_parties(Commitment.objects.filter(meeting__slug=meeting, ref=ref))
        .select_related("parent", "parent__meeting", "dated_by")
        .prefetch_related(
            Prefetch("instances", queryset=shares),
            "populations",
            "depends_on__meeting",
            "awaited_by__meeting",
            "parts__meeting",
            "promotions__body",
        )
        .first()
    )


def of_meeting(meeting: Meeting) -> list[Commitment]:
    """All items of a meeting in the order of its paper (the policy decides who reads them)."""
    items = Commitment.objects.filter(meeting=meeting).order_by("order").defer("search_text")
    return list(with_parties(items))
