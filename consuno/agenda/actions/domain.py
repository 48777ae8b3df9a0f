"""The agenda of 2013 as first data."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from consuno.agenda.actions.commitment import PartyDraft, add_commitment, populations_of
from consuno.agenda.actions.drafts import populations_in
from consuno.agenda.models import (
    Candidate,
    Challenge,
    Commitment,
    Meeting,
    Party,
    Population,
    Theme,
)
from consuno.core import audit
from consuno.core.bilingual import Bilingual
from consuno.core.models import User
from consuno.directory.queries import Gazetteer
from consuno.domain import table

ROLES = {
    "responsible": Party.Role.RESPONSIBLE,
    "requester": Party.Role.REQUESTER,
    "beneficiaries": Party.Role.BENEFICIARY,
}


@transaction.atomic
def load_agenda(
    *, by: User | None = None, source: str = "minutes/san_salvador_2013.toml"
) -> Meeting:
    """Load a restated paper, confirmed and public, once; later calls return what is there."""
    data = table(source)
    for number, row in enumerate(data["theme"]):
        Theme.objects.get_or_create(
            slug=row["slug"],
            defaults={
                "name": Bilingual(**row["name"]),
                "keywords": row["keywords"],
                "order": number,
            },
        )
    _load_populations(data["population"])
    head = dict(data["meeting"])
    meeting, made = Meeting.objects.get_or_create(
        slug=head.pop("slug"),
        defaults={**head, "title": Bilingual(**head["title"]), "public": True},
    )
    if made:
        audit.record("load_agenda", meeting, by=by, source=source)
        _load_items(meeting, data["item"], by)
        _load_challenges(meeting, data["challenge"])
    return meeting


def _load_populations(rows: list[dict[str, Any]]) -> None:
    """Load the populations; what was on the agenda before they were known is tagged then."""
    if Population.objects.exists():
        return
    Population.objects.bulk_create(
        Population(order=number, **{**row, "name": Bilingual(**row["name"])})
        for number, row in enumerate(rows)
    )
    populations = list(Population.objects.all())
    for item in Commitment.objects.prefetch_related("parties").order_by("order", "pk"):
        item.populations.set(populations_of(item, populations))
    waiting = list(Candidate.objects.filter(commitment=None, challenge=None))
    for candidate in waiting:
        candidate.populations = populations_in(candidate, populations)
    Candidate.objects.bulk_update(waiting, ["populations"])


def _load_items(meeting: Meeting, rows: list[dict[str, Any]], by: User | None) -> None:
    gazetteer = Gazetteer()
    made: dict[str, Commitment] = {}
    for number, row in enumerate(rows):
        made[row["ref"]] = add_commitment(
            meeting=meeting,
            by=by,
            gazetteer=gazetteer,
            parties=list(_parties(row)),
            order=number,
            parent=made.get(row.get("parent", "")),
            since=meeting.ends,
            **_fields(row),
        )
    for row in rows:
        made[row["ref"]].depends_on.set(made[ref] for ref in row.get("depends_on", ()))


def _parties(row: dict[str, Any]) -> list[PartyDraft]:
    return [
        PartyDraft(role, code, basis=row.get("basis", "explicit"))
        for key, role in ROLES.items()
        for code in row.get(key, ())
    ]


def _fields(row: dict[str, Any]) -> dict[str, Any]:
    deadline = row.get("deadline", {})
    return {
        "ref": row["ref"],
        "acta_id": row["id"],
        "kind": row["kind"],
        "statement": Bilingual(row["es"], row["en"]),
        "lines": row["lines"],
        "theme_id": row["theme"],
        "condition": Bilingual(**row.get("condition", {})),
        "facet": row.get("facet", ""),
        "distributive": row.get("distributive", False),
        "actionable": row.get("actionable", True),
        "deadline_kind": deadline.get("kind", "none"),
        "deadline_text": deadline.get("text", ""),
        "deadline_edtf": deadline.get("edtf", ""),
        "due_on": deadline.get("due_on"),
    }


def _load_challenges(meeting: Meeting, rows: list[dict[str, Any]]) -> None:
    Challenge.objects.bulk_create(
        Challenge(
            meeting=meeting,
            ref=row["ref"],
            text=Bilingual(row["es"], row["en"]),
            theme_id=row["theme"],
            lines=row["lines"],
            order=number,
        )
        for number, row in enumerate(rows)
    )
