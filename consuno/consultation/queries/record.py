"""How a text was agreed, as everybody may read it once it is adopted and certified."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from consuno.consultation.models import Adoption, Observation, Position, Proposal, Round
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

    publishes: Round.Publishes
    rows: list[positions.Row]
    observed: list[tuple[int, Observation]]
    network: list[Position]


#: From the least to the most.
SCOPES = (Round.Publishes.RESULT, Round.Publishes.POSITIONS, Round.Publishes.ALL)


def published_of(proposal: Proposal) -> Round.Publishes:
    """What all its rounds agreed to publish of positions, which belong to none: the least of them; without
    any round, only the result.
    """
    said = Round.objects.filter(version__proposal=proposal).values_list("publishes", flat=True)
    agreed = [Round.Publishes(each) for each in said]
    return min(agreed, key=SCOPES.index, default=Round.Publishes.RESULT)


def record_of(adoption: Adoption) -> Record:
    """The record of one, of what was agreed to be published. Nine queries, however much was said."""
    version = adoption.version
    publishes = published_of(version.proposal)
    place = {uid: at for at, uid in enumerate(version.clauses.values_list("uid", flat=True), 1)}
    said = (
        Observation.objects.filter(
            round__version__proposal=version.proposal,
            submitted_at__isnull=False,
            withdrawn_at=None,
            round__publishes=Round.Publishes.ALL,
        )
        .select_related("body", "round__version", "disposition")
        .prefetch_related("provisions__country", "placements")
    )
    observed = [(place.get(place_in(each, version)[0] or 0, 0), each) for each in said]
    stated = Position.objects.filter(version__proposal=version.proposal, kind=Position.Kind.NETWORK)
    told = publishes != Round.Publishes.RESULT
    return Record(
        publishes, positions.rows(version) if told else [],
        sorted(observed, key=lambda pair: (pair[0], pair[1].pk)),
        list(stated.select_related("body", "version")) if told else [],
    )  # fmt: skip
