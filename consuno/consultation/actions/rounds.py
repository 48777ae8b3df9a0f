"""Rounds: they open, are extended and closed, and each invited body shows that it has the text."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from django.db import transaction

from consuno.consultation import notices, policies
from consuno.consultation.actions.turns import take_turn
from consuno.consultation.models import (
    InputRequest,
    InternalInput,
    Invitation,
    Reading,
    Round,
    Version,
)
from consuno.consultation.queries.people import speakers
from consuno.consultation.workflow import ROUND
from consuno.core import audit, clock
from consuno.core.models import User
from consuno.directory.models import Body
from consuno.directory.models.body import STATE
from consuno.directory.policies.facts import KEEPING
from consuno.directory.queries import acting_for


@transaction.atomic
def open_round(
    *, version: Version, kind: str, closes: datetime.date, languages: str,
    bodies: Iterable[Body], by: User, publishes: str = Round.Publishes.RESULT,
) -> Round:  # fmt: skip
    """Send a version to the countries and the network; each is told what to do until when.

    Raises Denied.
    """
    take_turn(version.proposal)
    policies.may_open_round(by, version)
    policies.must_last(kind, closes)
    policies.must_be_complete(version, languages)
    policies.must_say_what_is_published(publishes)
    made = Round.objects.create(
        version=version, kind=kind, closes=closes, languages=languages, by=by, publishes=publishes
    )
    for body in bodies:
        Invitation.objects.create(round=made, body=body)
        notices.round_opened.tell(speakers(body), about=made)
    audit.record(
        "open_round", made, by=by, kind=kind, closes=closes.isoformat(), publishes=publishes
    )
    return made


@transaction.atomic
def extend_round(*, round: Round, closes: datetime.date, by: User) -> None:  # noqa: A002
    """Give more time; the earlier day stays in the record. Raises Denied."""
    policies.may_extend_round(by, round)
    policies.must_be_longer(round, closes)
    audit.record(
        "extend_round", round, by=by, was=round.closes.isoformat(), closes=closes.isoformat()
    )
    round.closes = closes
    round.save(update_fields=["closes"])
    for invitation in round.invitations.select_related("body"):
        notices.round_extended.tell(speakers(invitation.body), about=round)


@transaction.atomic
def close_round(*, round: Round, by: User) -> None:  # noqa: A002
    """Take nothing more, after its day. Raises Denied."""
    policies.may_close_round(by, round)
    ROUND.move("close_round", round, at=clock.now())
    round.save(update_fields=["closed_at"])
    audit.record("close_round", round, by=by)


@transaction.atomic
def acknowledge(*, invitation: Invitation, by: User) -> None:
    """Say that one's country or organisation has the text; once. Raises Denied."""
    policies.may_acknowledge(by, invitation)
    if invitation.acknowledged_at is None:
        invitation.acknowledged_at, invitation.acknowledged_by = clock.now(), by
        invitation.save(update_fields=["acknowledged_at", "acknowledged_by"])
        audit.record("acknowledge", invitation, by=by, on_behalf_of=invitation.body)


@transaction.atomic
def note_opened(*, version: Version, by: User) -> None:
    """Somebody who speaks for an invited body has its text before them, signed in."""
    waiting = Invitation.objects.filter(
        round__version=version, round__closed_at=None, opened_at=None
    ).select_related("body")
    for invitation in waiting:
        if policies.speaks_for(by, invitation.body):
            invitation.opened_at = clock.now()
            invitation.save(update_fields=["opened_at"])
            audit.record("note_opened", invitation, by=by, on_behalf_of=invitation.body)


def note_reading(*, version: Version, by: User) -> None:
    """Remember that a person read a fixed version, so that they are shown what changes after it. It is
    nobody else's to know and no act of theirs: it has no entry in the record.
    """
    if version.frozen_at is None:
        return
    known = (
        Reading.objects.filter(user=by, proposal=version.proposal).select_related("version").first()
    )
    if known is None:
        Reading.objects.get_or_create(
            user=by, proposal=version.proposal, defaults={"version": version}
        )
    elif known.version.number < version.number:
        known.version, known.at = version, clock.now()
        known.save(update_fields=["version", "at"])


@transaction.atomic
def ask_institutions(*, round: Round, country: str, bodies: Iterable[Body], by: User) -> int:  # noqa: A002
    """Ask institutions of one's own State what they think; each hears of it once. Returns how many are
    new. Raises Denied.
    """
    policies.may_ask_institutions(by, round, country)
    wanted = list(bodies)
    policies.must_be_own_institutions(wanted, country)
    new = 0
    for body in wanted:
        made, fresh = InputRequest.objects.get_or_create(
            round=round, body=body, defaults={"by": by}
        )
        if fresh:
            new += 1
            notices.input_wanted.tell(acting_for([body.code], KEEPING), about=made)
    audit.record("ask_institutions", round, by=by, on_behalf_of=f"{STATE}{country}", many=new)
    return new


@transaction.atomic
def tell_own_country(*, round: Round, body: Body, uid: int | None, text: str, by: User) -> InternalInput:  # noqa: A002 # fmt: skip
    """Tell one's country what one's institution thinks of a clause or the whole. Raises Denied."""
    policies.may_tell_own_country(by, body)
    policies.must_be_open(round)
    policies.must_be_an_observation(round.version, "question", uid, text)
    made = InternalInput.objects.create(round=round, body=body, uid=uid, text=text.strip(), by=by)
    audit.record("tell_own_country", made, by=by, on_behalf_of=body)
    return made
