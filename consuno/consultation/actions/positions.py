"""Positions: taken, confirmed, recorded from a note. The last word counts, and all of them stay."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

from django.db import transaction

from consuno.consultation import notices, policies
from consuno.consultation.actions.grounds import grounds
from consuno.consultation.actions.silence import break_silence
from consuno.consultation.actions.turns import take_turn
from consuno.consultation.models import Position, Silence, Version
from consuno.consultation.queries.people import speakers
from consuno.core import audit, clock
from consuno.core.models import User
from consuno.directory.models import Body
from consuno.knowledge.models import Provision


@transaction.atomic
def take_position(
    *, version: Version, body: Body, kind: str, by: User, text: str = "", resolves: str = "",
    clauses: Sequence[int] = (), basis: str = "", provisions: Iterable[Provision] = (),
    until: datetime.date | None = None, instrument: str = "", adds: str = "",
) -> Position:  # fmt: skip
    """Say where one's country stands; with `instrument` a Secretariat records what a note says.

    Clearing an objection is taking another position, which only its own country can. Raises Denied.
    """
    take_turn(version.proposal)
    if instrument:
        policies.may_record_position(by, version, body, instrument)
    else:
        policies.may_take_position(by, version, body)
    policies.must_be_of_its_body(kind, body)
    found, basis = grounds(body, provisions, basis, adds, by)
    policies.must_say_enough(
        kind, text=text, resolves=resolves, grounded=bool(found or basis.strip()), until=until
    )
    policies.must_be_the_first_time(kind, version, body)
    policies.must_be_its_clauses(version, list(clauses))
    objects = kind == Position.Kind.OBJECTION
    made = Position.objects.create(
        version=version, body=body, kind=kind, text=text.strip()[:2000], by=by,
        resolves=resolves.strip()[:1000] if objects else "",
        clauses=sorted(set(clauses)) if objects else [],
        basis=basis.strip()[:300] if objects else "", instrument=instrument.strip()[:200],
        until=until if kind in {Position.Kind.REFERENDUM, Position.Kind.TIME} else None,
    )  # fmt: skip
    if objects:
        made.provisions.set(found)
    audit.record("take_position", made, by=by, on_behalf_of=body, kind=kind)
    if objects and body.country_id:
        break_silence(version.proposal, Silence.Broken.OBJECTION, body, by)
    if policies.is_confirmed(by, kind, body, instrument):
        made.confirmed_by, made.confirmed_at = by, clock.now()
        made.save(update_fields=["confirmed_by", "confirmed_at"])
    else:
        notices.position_waits.tell(speakers(body), about=made)
    return made


@transaction.atomic
def confirm_position(*, position: Position, by: User) -> None:
    """The validator of the country makes it count. Raises Denied."""
    policies.may_confirm_position(by, position)
    position.confirmed_by, position.confirmed_at = by, clock.now()
    position.save(update_fields=["confirmed_by", "confirmed_at"])
    audit.record("confirm_position", position, by=by, on_behalf_of=position.body)
