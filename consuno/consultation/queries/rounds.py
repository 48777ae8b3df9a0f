"""Rounds as they are read: who has the text, what was observed and what was decided."""

from __future__ import annotations

import datetime
from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from consuno.consultation import policies
from consuno.consultation.models import (
    InternalInput,
    Invitation,
    Observation,
    Placement,
    Round,
    Version,
)
from consuno.core.models import Notice
from consuno.core.policy import allowed
from consuno.directory.models import Body, Membership
from consuno.directory.models.body import NETWORK
from consuno.directory.queries import competent
from consuno.directory.standing import SECRETARIATS, memberships, secretariat_of


@dataclass(frozen=True, slots=True)
class Receipt:
    """What proves that a body has the text: told here, a letter that counts it was taken by the mail
    server, opened by somebody of it signed in, said so.
    """

    invitation: Invitation
    sent: bool
    delivered: bool
    mine: bool


def receipts(found: Round, reader: Any) -> list[Receipt]:
    """Every invited body. Three queries, however many there are."""
    told = dict(
        Notice.objects.filter(
            kind="consultation.round_opened", ids={"about": found.pk}
        ).values_list("user", "mailed_at")
    )
    places: dict[int, set[tuple[str, str | None, bool]]] = {}
    held = Membership.objects.filter(user__in=told).values_list(
        "user", "body__code", "body__country", "body__civil_society"
    )
    for user, code, country, civil in held:
        places.setdefault(user, set()).add((code, country, civil))
    rows = []
    for invitation in found.invitations.select_related("body", "acknowledged_by"):
        users = [user for user in told if _speaks(places.get(user, set()), invitation.body)]
        rows.append(
            Receipt(
                invitation, bool(users), any(told[user] for user in users),
                policies.speaks_for(reader, invitation.body),
            )
        )  # fmt: skip
    return rows


def _speaks(places: set[tuple[str, str | None, bool]], body: Body) -> bool:
    state = body.is_state
    codes = {body.code, SECRETARIATS[1]} if body.code == NETWORK else {body.code}
    return any(
        code in codes or (state and country == body.country_id and not civil)
        for code, country, civil in places
    )


def acknowledgement(version: Version) -> str:
    """Who has not yet said that they have a text which circulates to be acknowledged only. Two queries."""
    asked = Invitation.objects.filter(round__version=version).select_related("body")
    known = {each.body_id for each in asked if each.acknowledged_at is not None}
    bodies = {each.body_id: str(each.body) for each in asked}
    lacking = [name for pk, name in bodies.items() if pk not in known]
    if not bodies:
        return _("Todavía no ha circulado en una ronda.")
    if not lacking:
        return _("Todos acusaron recibo.")
    said = _("Acusaron recibo %(known)s de %(asked)s; faltan: %(names)s.")
    return said % {"known": len(known), "asked": len(bodies), "names": ", ".join(lacking)}


def rounds_of(version_or_proposal: Any) -> QuerySet[Round]:
    """Rounds of a proposal, the newest first. One query."""
    return Round.objects.filter(version__proposal=version_or_proposal).select_related("version")


def open_round(version: Version) -> Round | None:
    """The round in which a version is observed now, if any."""
    found = Round.objects.filter(version=version, closed_at=None).first()
    if found is not None:
        found.version = version
    return found


def mine(found: Round, reader: Any) -> list[Body]:
    """For which invited bodies this person speaks, and organisations of the network where it was."""
    invited = [each.body for each in found.invitations.select_related("body")]
    network = any(each.code == NETWORK for each in invited)
    mine = [each for each in invited if policies.speaks_for(reader, each)]
    return mine + (policies.members_of(reader) if network else [])


def noted_for(found: Round, reader: Any) -> list[Body]:
    """Whose letters this person may write down: those of its Secretariat's side."""
    invited = [each.body for each in found.invitations.select_related("body")]
    asked = Q(pk__in=[each.pk for each in invited])
    if any(each.code == NETWORK for each in invited):
        asked |= Q(parent__code=NETWORK, kind=Body.Kind.ORGANISATION, closed_on=None)
    secretariat = secretariat_of(reader)
    if secretariat is None:
        return []
    side = Body.objects.filter(asked, civil_society=secretariat.civil_society)
    bodies = list(side.order_by("order", "code"))
    # The rule asks for the side alone: one answer is everybody's.
    about = (reader, found.version.proposal)
    return bodies if bodies and allowed(policies.may_note_for, *about, bodies[0]) else []


def observations(proposal: Any, reader: Any) -> QuerySet[Observation]:
    """What this person may read: submitted ones, and drafts of their own bodies (what the policy
    `may_read_observation` says of each).
    """
    invited = Body.objects.filter(pk__in=Invitation.objects.filter(
        round__version__proposal=proposal).values("body"))  # fmt: skip
    own = [each.pk for each in invited if policies.speaks_for(reader, each)]
    own += [each.pk for each in policies.members_of(reader)]
    return (
        Observation.objects.filter(round__version__proposal=proposal)
        .filter(Q(submitted_at__isnull=False) | Q(body__in=own))
        .select_related("body", "round__version", "disposition")
        .prefetch_related("provisions__country", "placements")
    )


def place_in(observation: Observation, version: Version) -> tuple[int | None, str]:
    """Clause and state of an observation in a version (placements prefetched)."""
    if observation.round.version_id == version.pk:
        return observation.uid, "exact"
    for each in observation.placements.all():
        if each.version_id == version.pk:
            return each.uid, each.state
    return None, "orphan"


@dataclass(frozen=True, slots=True)
class Placed:
    """An observation that stands, as it is counted: its clause in a version, its body, its kind."""

    uid: int | None
    state: str
    body: int
    kind: str


def standing(version: Version) -> list[Placed]:
    """Every one of the proposal, where it stands in a version. Two queries, and no records are made."""
    placed = {
        pk: (uid, state)
        for pk, uid, state in Placement.objects.filter(version=version).values_list(
            "observation", "uid", "state"
        )
    }
    said = Observation.objects.filter(
        round__version__proposal=version.proposal_id, withdrawn_at=None, submitted_at__isnull=False
    ).values_list("pk", "uid", "body", "kind", "round__version")
    lost = (None, Placement.State.ORPHAN.value)
    return [
        Placed(*((uid, "exact") if at == version.pk else placed.get(pk, lost)), body, kind)
        for pk, uid, body, kind, at in said
    ]


def counts(version: Version) -> Counter[int]:
    """How many standing observations each clause of a version has."""
    return Counter(each.uid for each in standing(version) if each.uid is not None)


@dataclass(frozen=True, slots=True)
class Asked:
    """An institution of a State: competent for the text's theme, when it was asked, whether it answered."""

    body: Body
    competent: bool
    at: datetime.datetime | None
    answered: bool


def institutions(found: Round, country: str) -> list[Asked]:
    """Those of a State, the competent ones (by the jurisdiction matrix) first. Five queries."""
    origin = found.version.proposal.commitment
    theme = (origin.theme_id if origin is not None else "") or ""
    able = {each.body_id for each in competent(country, theme=theme)} if theme else set()
    asked = dict(found.requests.values_list("body", "at"))
    said = set(found.inputs.values_list("body", flat=True))
    state = Body.objects.filter(country=country, civil_society=False, closed_on=None)
    rows = [
        Asked(each, each.pk in able, asked.get(each.pk), each.pk in said)
        for each in state.exclude(kind=Body.Kind.COUNTRY)
    ]
    return sorted(rows, key=lambda row: (not row.competent, str(row.body)))


def inputs(found: Round, reader: Any) -> list[InternalInput]:
    """What the institutions of the reader's own country say; nobody else's. One query."""
    countries = {
        held.body.country_id for held in memberships(reader)
        if held.body.country_id and allowed(policies.may_read_inputs, reader, held.body.country_id)
    }  # fmt: skip
    said = Q(round__version__proposal=found.version.proposal, body__country__in=countries)
    return list(InternalInput.objects.filter(said).select_related("body", "round__version"))
