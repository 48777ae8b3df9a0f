"""When a text may be declared adopted, by whom, and who certifies it."""

from __future__ import annotations

import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from consuno.consultation.models import Adoption, Version
from consuno.consultation.policies.deadlock import must_have_no_brackets
from consuno.consultation.policies.drafting import may_enter
from consuno.consultation.policies.positions import must_be_open_to_positions
from consuno.consultation.policies.rounds import must_be_complete
from consuno.consultation.workflow import PROPOSAL
from consuno.core import clock
from consuno.core.policy import Denied
from consuno.directory.models import Role
from consuno.directory.standing import memberships, secretariat_of


def presides(user: Any) -> bool:
    """Whether a person acts for the Presidency."""
    return any(held.role == Role.PRESIDENCY for held in memberships(user))


def may_declare(user: Any, version: Version) -> None:
    """The Presidency, of the last text that circulated, with no round open and both languages whole."""
    may_enter(user)
    if not presides(user):
        raise Denied(_("La adopción la declara la Presidencia Pro Tempore."))
    must_be_open_to_positions(version)
    PROPOSAL.must_allow("declare_adoption", version.proposal)
    must_be_complete(version, "both")
    must_have_no_brackets(version)


def must_be_agreed(*, reached: bool, sentence: str) -> None:
    """By consensus only: nothing is overridden."""
    if not reached:
        raise Denied(_("Todavía no hay consenso: %s") % sentence)


def must_be_a_forum(forum: str, on: datetime.date) -> None:
    """One of the two organs, on a day that has come."""
    if forum not in Adoption.Forum.values:
        raise Denied(_("Elija quién lo adoptó."))
    if on > clock.today():
        raise Denied(_("Ese día todavía no ha llegado."))


def may_certify(user: Any, adoption: Adoption) -> None:
    """Either Technical Secretariat, once: both watch over the common agenda."""
    may_enter(user)
    secretariat = secretariat_of(user)
    if secretariat is None:
        raise Denied(_("La certifica una de las dos Secretarías Técnicas."))
    if adoption.certified_at is not None:
        raise Denied(_("Ya está certificada."))
