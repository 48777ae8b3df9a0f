"""Reads of single items."""

from __future__ import annotations

from typing import Any

from django.db.models import Prefetch, QuerySet

from consuno.agenda.models import Commitment, Instance, Party
from consuno.directory.queries import memberships


def visible(*, reader: Any) -> QuerySet[Commitment]:
    """The items this person may read: everybody those of public meetings, members all."""
    items = Commitment.objects.all()
    return items if memberships(reader) else items.filter(meeting__public=True)


def with_parties(items: QuerySet[Commitment]) -> QuerySet[Commitment]:
    """Fetch what a row shows, in a fixed number of queries."""
    parties = Party.objects.select_related("body", "country")
    return items.select_related("meeting", "theme").prefetch_related(
        Prefetch("parties", queryset=parties)
    )


def find(*, meeting: str, ref: str) -> Commitment | None:
    """One item with all that its page shows, whoever asks (the policy decides)."""
    shares = Instance.objects.select_related("country")
    return (
        with_parties(Commitment.objects.filter(meeting__slug=meeting, ref=ref))
        .select_related("parent", "parent__meeting")
        .prefetch_related(
            Prefetch("instances", queryset=shares),
            "depends_on__meeting",
            "awaited_by__meeting",
            "parts__meeting",
            "promotions__body",
        )
        .first()
    )
