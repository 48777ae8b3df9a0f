"""What changed since a person last read a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from consuno.consultation.models import Reading, Version


@dataclass(frozen=True, slots=True)
class Since:
    """The version a person read last, and the places in the new one of the clauses that differ from it;
    `gone` counts those that are there no more.
    """

    read: Version
    places: list[int]
    gone: int


def since(reader: Any, version: Version) -> Since | None:
    """Nothing where they read this version already, or none before. Three queries."""
    found = (
        Reading.objects.filter(user=reader.pk, proposal=version.proposal_id)
        .exclude(version__number__gte=version.number)
        .select_related("version")
        .first()
    )
    if found is None:
        return None
    before = {each.uid: each.digest for each in found.version.clauses.all()}
    now = list(version.clauses.all())
    places = [at for at, each in enumerate(now, 1) if before.get(each.uid) != each.digest]
    return Since(found.version, places, len(before.keys() - {each.uid for each in now}))
