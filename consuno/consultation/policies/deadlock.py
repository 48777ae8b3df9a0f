"""What may be done when a text stalls: bracket, split, or go up with the objection annexed.

Coordination of the reference, procedure: after two rounds with the same objection; never an override.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _

from consuno.consultation.models import Position, Proposal, Round, Version
from consuno.consultation.policies.drafting import (
    may_freeze,
    must_be_a_draft,
)
from consuno.consultation.policies.words import words
from consuno.consultation.workflow import PROPOSAL
from consuno.core.policy import Denied
from consuno.directory.models import Body
from consuno.directory.standing import secretariat_of

#: Rounds through which an objection has to stand.
ROUNDS = 2


@dataclass(frozen=True, slots=True)
class Deadlock:
    """A country objects, and did so in every round since; to these clauses, or to all if none."""

    body: Body
    rounds: int
    clauses: list[int] = field(default_factory=list)


def deadlocks(proposal: Proposal) -> list[Deadlock]:
    """Objections that stood through two rounds that were closed. Two queries."""
    ended = [
        each.closed_at
        for each in Round.objects.filter(version__proposal=proposal).exclude(closed_at=None)
    ]
    said = Position.objects.filter(version__proposal=proposal).order_by("pk")
    made = []
    for word in words(said.select_related("body", "version")).values():
        held = word.objection
        rounds = sum(held[0].at <= day for day in ended if day) if held else 0
        if rounds >= ROUNDS:
            made.append(Deadlock(held[0].body, rounds, held[-1].clauses))
    return made


def stuck(version: Version) -> set[int]:
    """Clauses of a version to which such an objection was made; all of them where it names none."""
    held = deadlocks(version.proposal)
    named = {uid for each in held for uid in each.clauses}
    here = set(version.clauses.values_list("uid", flat=True)) if held else set()
    return here if any(not each.clauses for each in held) else here & named


def may_bracket(user: Any, version: Version, uids: Collection[int]) -> None:
    """The Technical Secretariat, in a draft, of clauses to which a country objects through two rounds."""
    may_freeze(user, version.proposal)
    must_be_a_draft(version)
    if not uids or not stuck(version).issuperset(uids):
        raise Denied(_("Solo las cláusulas con una objeción que se mantuvo en dos rondas."))


def must_leave_something(version: Version, uids: Collection[int]) -> None:
    """A text is split into two, neither of them empty."""
    here = set(version.clauses.values_list("uid", flat=True))
    if not here.issuperset(uids):
        raise Denied(_("Esa cláusula no está en esta versión."))
    if here == set(uids):
        raise Denied(_("Deje alguna cláusula en esta propuesta."))


def must_have_no_brackets(version: Version) -> None:
    """What stands in brackets is not agreed."""
    if version.clauses.filter(bracketed=True).exists():
        raise Denied(_("Hay texto entre corchetes: no se ha acordado."))


def may_elevate(user: Any, version: Version, *, agreed: bool) -> None:
    """A Secretariat, of a text that is agreed, or that stalls through two rounds."""
    if secretariat_of(user) is None:
        raise Denied(_("Lo elevan las Secretarías."))
    PROPOSAL.must_allow("elevate_proposal", version.proposal)
    if not agreed and not deadlocks(version.proposal):
        raise Denied(
            _("Sube un texto con consenso, o con una objeción que se mantuvo en dos rondas.")
        )
