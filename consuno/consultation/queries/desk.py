"""What waits for a person in the proposals: what to do, until when, and where."""

from __future__ import annotations

import datetime
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from consuno.consultation import policies
from consuno.consultation.consensus import SPOKEN, State
from consuno.consultation.models import (
    Invitation,
    Observation,
    Placement,
    Position,
    Proposal,
    Round,
    Version,
)
from consuno.consultation.queries import positions
from consuno.consultation.queries.rounds import place_in
from consuno.directory.models import Body


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do for a body; `until` where it has a day."""

    proposal: Proposal
    words: str
    path: str
    until: datetime.date | None = None


def tasks(reader: Any) -> list[Task]:
    """Everything that waits for who speaks for a country or the network, the nearest day first."""
    bodies = [
        each for each in Body.objects.filter(code__startswith="PAIS:") | Body.objects.filter(code="RROCM")
        if policies.speaks_for(reader, each)
    ]  # fmt: skip
    if not bodies:
        return []
    found = [*_rounds(bodies), *_observations(bodies), *_positions(reader, bodies)]
    return sorted(found, key=lambda each: (each.until or datetime.date.max, each.proposal.pk))


def _rounds(bodies: list[Body]) -> list[Task]:
    """Rounds in which nothing was acknowledged or observed yet. Two queries."""
    asked = Invitation.objects.filter(
        body__in=bodies, round__closed_at=None, round__version__proposal__withdrawn_on=None
    ).select_related("round__version__proposal", "round__silence")  # fmt: skip
    said = set(
        Observation.objects.filter(body__in=bodies, withdrawn_at=None)
        .exclude(submitted_at=None)
        .values_list("round", "body")
    )
    made = []
    for each in asked:
        proposal, path = each.round.version.proposal, each.round.get_absolute_url()
        if each.acknowledged_at is None:
            made.append(Task(proposal, _("Acusar recibo del texto"), path, each.round.closes))
        if each.round.kind == Round.Kind.SILENCE:
            if each.round.silence.running:
                words = _("Consentir u objetar antes de que termine el silencio")
                made.append(Task(proposal, words, path, each.round.closes))
        elif (each.round_id, each.body_id) not in said:
            made.append(Task(proposal, _("Presentar observaciones"), path, each.round.closes))
    return made


def _observations(bodies: list[Body]) -> list[Task]:
    """Decisions to answer and observations that lost their place. Two queries."""
    mine = (
        Observation.objects.filter(
            body__in=bodies, withdrawn_at=None, round__version__proposal__withdrawn_on=None
        )
        .exclude(submitted_at=None)
        .select_related("round__version__proposal", "disposition")
        .prefetch_related("placements")
    )
    made = []
    for each in mine:
        proposal = each.round.version.proposal
        path = reverse("consultation:observation", args=[proposal.pk, each.pk])
        decided = getattr(each, "disposition", None)
        if decided is not None and not decided.answer:
            made.append(Task(proposal, _("Decir si lo decidido satisface"), path))
        last = max(each.placements.all(), key=lambda place: place.pk, default=None)
        if last is not None and last.state == Placement.State.ORPHAN:
            made.append(Task(proposal, _("Decir a qué cláusula va una observación"), path))
    return made


def _positions(reader: Any, bodies: list[Body]) -> list[Task]:
    """Positions to give, to give again, or to confirm. Three queries."""
    countries = [each for each in bodies if not each.civil_society]
    last = {
        each.proposal_id: each
        for each in Version.objects.filter(
            proposal__withdrawn_on=None, proposal__purpose=Proposal.Purpose.CONSENSUS
        ).exclude(frozen_at=None).select_related("proposal").order_by("number")
    }  # fmt: skip
    said: dict[tuple[int, int], list[Position]] = defaultdict(list)
    listed = Position.objects.filter(body__in=countries, version__proposal__in=last)
    for each in listed.select_related("version", "body").prefetch_related("provisions"):
        said[each.version.proposal_id, each.body_id].append(each)
    made = []
    for version in last.values():
        for body in countries:
            row = positions.row_of(body, said[version.proposal_id, body.pk], version)
            made += _task(reader, version.proposal, row)
    return made


def _task(reader: Any, proposal: Proposal, row: positions.Row) -> list[Task]:
    path = reverse("consultation:positions", args=[proposal.pk])
    if row.waits:
        if policies.speaks_for(reader, row.body, policies.VALIDATORS):
            return [Task(proposal, _("Confirmar la postura"), path)]
        return []
    if row.standing.state == State.AGAIN:
        return [Task(proposal, _("Reconfirmar la postura: cambió el texto"), path)]
    if row.standing.state in SPOKEN | {State.OBJECTION}:
        return []
    return [Task(proposal, _("Dar la postura"), path, row.standing.until)]


#: The row of observations whose clause nobody has said yet.
LOST = -1


@dataclass(slots=True)
class Cell:
    """What one body observed of one clause: how many, and the gravest kind."""

    many: int = 0
    kind: str = ""

    @property
    def label(self) -> str:
        """The gravest kind, in words."""
        return str(Observation.Kind(self.kind).label) if self.kind else ""

    @property
    def letter(self) -> str:
        """Its first letter, so that colour is not the only sign."""
        return self.label[:1]


#: From the gravest on.
GRAVITY = ("legal", "substantive", "question", "editorial", "support")


@dataclass(frozen=True, slots=True)
class MapRow:
    """A clause with a cell for each body; `place` 0 is the whole text."""

    place: int
    uid: int | None
    words: str
    cells: list[Cell] = field(default_factory=list)


def heat_map(version: Version, bodies: list[Body], found: list[Observation]) -> list[MapRow]:
    """Clause by body, from observations that stand, where each stands in this version. One query."""
    table: dict[tuple[int | None, int], Cell] = defaultdict(Cell)
    for each in found:
        if each.standing:
            uid, state = place_in(each, version)
            cell = table[LOST if state == Placement.State.ORPHAN else uid, each.body_id]
            cell.many += 1
            if not cell.kind or GRAVITY.index(each.kind) < GRAVITY.index(cell.kind):
                cell.kind = each.kind
    rows = [MapRow(0, None, _("El texto entero"))]
    rows += [
        MapRow(place, clause.uid, str(clause.text)[:90])
        for place, clause in enumerate(version.clauses.all(), 1)
    ]
    if any(uid == LOST for uid, _body in table):
        rows.append(MapRow(LOST, LOST, _("Sin lugar en esta versión")))
    empty = Cell()
    for row in rows:
        row.cells.extend(table.get((row.uid, body.pk), empty) for body in bodies)
    return rows
