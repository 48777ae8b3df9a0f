"""What waits for a person in the proposals: what to do, until when, and where."""

from __future__ import annotations

import datetime
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consuno.consultation import policies
from consuno.consultation.consensus import State
from consuno.consultation.models import (
    Invitation,
    Observation,
    Placement,
    Position,
    Proposal,
    Reading,
    Round,
    Version,
)
from consuno.consultation.queries import positions
from consuno.core.policy import allowed
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
        each for each in Body.objects.heard()
        if policies.speaks_for(reader, each)
    ]  # fmt: skip
    if not bodies:
        return []
    found = [*_rounds(bodies), *_observations(bodies), *_positions(reader, bodies)]
    found += [*_changed(reader), *_inputs(reader, bodies)]
    return sorted(found, key=lambda each: (each.until or datetime.date.max, each.proposal.pk))


def _changed(reader: Any) -> list[Task]:
    """Texts of which a newer version circulates than the one this person read. One query."""
    newer = Version.objects.filter(
        proposal=OuterRef("proposal"),
        number__gt=OuterRef("version__number"),
        frozen_at__isnull=False,
    )
    found = Reading.objects.filter(Exists(newer), user=reader.pk, proposal__withdrawn_on=None)
    return [
        Task(
            each.proposal,
            _("Leer lo que cambió desde la última vez"),
            each.proposal.get_absolute_url(),
        )
        for each in found.select_related("proposal")
    ]


def _inputs(reader: Any, bodies: list[Body]) -> list[Task]:
    """What the institutions of the reader's own country said in rounds that are open. One query."""
    countries = [
        each.country_id for each in bodies
        if each.country_id and allowed(policies.may_read_inputs, reader, each.country_id)
    ]  # fmt: skip
    said = (
        Round.objects.filter(closed_at=None, version__proposal__withdrawn_on=None)
        .annotate(many=Count("inputs", filter=Q(inputs__body__country__in=countries)))
        .filter(many__gt=0)
        .select_related("version__proposal")
    )
    made = []
    for each in said:
        proposal = each.version.proposal
        words = ngettext(
            "Leer lo que dice %(n)s institución de su país", "Leer lo que dicen las instituciones de su país (%(n)s)",
            each.many,
        ) % {"n": each.many}  # fmt: skip
        path = reverse("consultation:own_country", args=[proposal.pk, each.pk])
        made.append(Task(proposal, words, path, each.closes))
    return made


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
    if row.spoke or row.standing.state == State.OBJECTION:
        return []
    return [Task(proposal, _("Dar la postura"), path, row.standing.until)]
