"""Who takes a position, and what each kind has to say."""

from __future__ import annotations

import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from consuno.consultation.models import Position, Proposal, Version
from consuno.consultation.policies.drafting import may_enter, must_go_on
from consuno.consultation.policies.rounds import SPEAKING, has_validator, may_note_for, speaks_for
from consuno.core import clock
from consuno.core.policy import Denied
from consuno.directory.models import Body, Role

#: What counts only once a validator confirmed it.
CONFIRMED = frozenset((Position.Kind.OBJECTION, Position.Kind.REFERENDUM))
VALIDATORS = frozenset((Role.VALIDATOR,))


def must_be_open_to_positions(version: Version) -> None:
    """The last version that circulated, of a text on which consensus is sought."""
    proposal = version.proposal
    last = proposal.versions.exclude(frozen_at=None).first()
    must_go_on(proposal)
    if proposal.purpose != Proposal.Purpose.CONSENSUS:
        raise Denied(_("Este texto circula solo para conocimiento."))
    if last is None or last.pk != version.pk:
        raise Denied(_("La postura es sobre la última versión que circuló."))


def may_take_position(user: Any, version: Version, body: Body | None) -> None:
    """Who speaks for the country, or for the network."""
    may_enter(user)
    must_be_open_to_positions(version)
    if body is None or not speaks_for(user, body, SPEAKING):
        raise Denied(_("La postura la da quien habla por su país."))


def may_record_position(user: Any, version: Version, body: Body, instrument: str) -> None:
    """The Secretariat of its side, of a position that a note brought, naming the note."""
    may_note_for(user, version.proposal, body)
    must_be_open_to_positions(version)
    if not instrument.strip():
        raise Denied(_("Escriba qué nota la trajo, con su fecha."))


def must_be_of_its_body(kind: str, body: Body) -> None:
    """Countries consent or object; the network makes statements, and does not block."""
    if kind not in Position.Kind.values:
        raise Denied(_("Elija una postura."))
    network = body.civil_society
    if network != (kind == Position.Kind.NETWORK) or (not network and not body.country_id):
        raise Denied(_("La red hace declaraciones; los países dan su postura."))


def must_say_enough(
    kind: str, *, text: str, resolves: str, grounded: bool, until: datetime.date | None
) -> None:
    """An objection says why and what would resolve it; a statement its words; the rest its day."""
    if kind in {Position.Kind.STATEMENT, Position.Kind.NETWORK} and not text.strip():
        raise Denied(_("Escriba la declaración."))
    if kind == Position.Kind.OBJECTION:
        if not (grounded or text.strip()):
            raise Denied(_("Diga la norma que lo impide o la razón de política."))
        if not resolves.strip():
            raise Denied(_("Diga qué la resolvería."))
    dated = kind in {Position.Kind.REFERENDUM, Position.Kind.TIME}
    if dated and (until is None or until <= clock.today()):
        raise Denied(_("Escriba hasta qué día, por venir."))


def must_be_the_first_time(kind: str, version: Version, body: Body) -> None:
    """Time is asked for once in a proposal."""
    asked = Position.objects.filter(
        version__proposal=version.proposal, body=body, kind=Position.Kind.TIME
    )
    if kind == Position.Kind.TIME and asked.exists():
        raise Denied(_("Su país ya pidió tiempo una vez en esta propuesta."))


def must_be_its_clauses(version: Version, clauses: list[int]) -> None:
    """Clauses of this version."""
    found = set(version.clauses.filter(uid__in=clauses).values_list("uid", flat=True))
    if found != set(clauses):
        raise Denied(_("Esa cláusula no está en esta versión."))


def is_confirmed(user: Any, kind: str, body: Body, instrument: str) -> bool:
    """Whether it counts at once: it needs no validator, or it is the validator's or an official note's."""
    return (
        kind not in CONFIRMED
        or bool(instrument)
        or not has_validator(body)
        or speaks_for(user, body, VALIDATORS)
    )


def may_confirm_position(user: Any, position: Position) -> None:
    """The country's validator, of its last word."""
    may_enter(user)
    must_be_open_to_positions(position.version)
    if not speaks_for(user, position.body, VALIDATORS):
        raise Denied(_("La confirma quien valida por su país."))
    if position.confirmed_at is not None:
        raise Denied(_("Ya está confirmada."))
    later = Position.objects.filter(
        version__proposal=position.version.proposal, body=position.body, pk__gt=position.pk
    )
    if later.exists():
        raise Denied(_("Su país ya dijo otra cosa después."))
