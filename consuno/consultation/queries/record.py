"""How a text was agreed, as everybody may read it once it is adopted and certified."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from consuno.consultation.models import Adoption, Observation, Position
from consuno.consultation.queries import positions
from consuno.consultation.queries.rounds import place_in


def adopted() -> QuerySet[Adoption]:
    """Every certified adoption, the latest first. One query."""
    found = Adoption.objects.exclude(certified_at=None)
    return found.select_related("version__proposal", "edition__instrument")


@dataclass(frozen=True, slots=True)
class Record:
    """Where each country stood on that day, what was observed (by its place in the adopted text; 0: the
    whole text or a clause that is there no more), and what the network stated. No person is named.
    """

    rows: list[positions.Row]
    observed: list[tuple[int, Observation]]
    network: list[Position]


def record_of(adoption: Adoption) -> Record:
    """The record of one. Eight queries, however much was said."""
    version = adoption.version
    place = {uid: at for at, uid in enumerate(version.clauses.values_list("uid", flat=True), 1)}
    said = (
        Observation.objects.filter(
            round__version__proposal=version.proposal, submitted_at__isnull=False, withdrawn_at=None
        )
        .select_related("body", "round__version", "disposition")
        .prefetch_related("provisions__country", "placements")
    )
    observed = [(place.get(place_in(each, version)[0] or 0, 0), each) for each in said]
    stated = Position.objects.filter(version__proposal=version.proposal, kind=Position.Kind.NETWORK)
    return Record(
        positions.rows(version),
        sorted(observed, key=lambda pair: (pair[0], pair[1].pk)),
        list(stated.select_related("body", "version")),
    )
