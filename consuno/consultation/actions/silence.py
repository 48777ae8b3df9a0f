"""Silence: ordered by the Presidency, broken by a country, ended by its hour."""

from __future__ import annotations

import datetime

from django.db import transaction

from consuno.consultation import notices, policies
from consuno.consultation.actions.adoption import adopt_by_silence
from consuno.consultation.actions.turns import take_turn
from consuno.consultation.models import Invitation, Proposal, Round, Silence, Version
from consuno.consultation.queries.people import everybody, speakers
from consuno.consultation.queries.record import published_of
from consuno.consultation.workflow import ROUND
from consuno.core import audit, clock, jobs
from consuno.core.models import User
from consuno.directory.models import Body


@transaction.atomic
def order_silence(
    *, version: Version, forum: str, day: datetime.date, hour: datetime.time, zone: str, by: User
) -> Silence:
    """Have the text approved at an exact hour unless a country objects or amends in writing before.

    Every country and the network are told at once. Raises Denied: not the Presidency, a condition that
    does not hold, too little time, an hour that does not exist there.
    """
    take_turn(version.proposal)
    policies.may_order_silence(by, version)
    policies.must_be_met(version)
    expires = policies.must_give_time(day, hour, zone)
    policies.must_be_a_forum(forum, clock.today())
    asked = Round.objects.create(
        version=version,
        kind=Round.Kind.SILENCE,
        languages=Round.Languages.BOTH,
        closes=day,
        by=by,
        publishes=published_of(version.proposal),
    )
    made = Silence.objects.create(round=asked, forum=forum, expires_at=expires, zone=zone, by=by)
    for body in Body.objects.heard():
        Invitation.objects.create(round=asked, body=body)
        notices.silence_ordered.tell(speakers(body), about=made)
    audit.record("order_silence", made, by=by, expires=expires.isoformat(), zone=zone)
    return made


@transaction.atomic
def lift_silence(*, silence: Silence, reason: str, by: User) -> None:
    """The Presidency takes its order back; the round goes on as any other. Raises Denied."""
    take_turn(silence.round.version.proposal)
    silence.refresh_from_db(fields=["broken_at"])
    policies.may_lift_silence(by, silence, reason)
    _break(silence, Silence.Broken.LIFTED, None, by, reason.strip()[:1000])


def break_silence(proposal: Proposal, how: str, body: Body, by: User) -> None:
    """A country objected or amended in writing while silence ran, or the text was withdrawn: all are told.

    To be called within the turn and the transaction of what breaks it.
    """
    found = Silence.objects.filter(
        round__version__proposal=proposal, broken_at=None, expires_at__gt=clock.now()
    ).first()
    if found is not None:
        _break(found, how, body, by, "")


def _break(found: Silence, how: str, body: Body | None, by: User, reason: str) -> None:
    found.broken_at, found.broken_how = clock.now(), how
    found.broken_by, found.reason = body, reason
    found.save(update_fields=["broken_at", "broken_how", "broken_by", "reason"])
    audit.record("break_silence", found, by=by, on_behalf_of=body, how=how)
    notices.silence_broken.tell(everybody(found.round.version.proposal), about=found)


@jobs.job(cron="*/5 * * * *")
def end_silences() -> None:
    """Write down every silence whose hour came, however late this runs: the hour is what counts."""
    ended = Silence.objects.filter(broken_at=None, ended_at=None, expires_at__lte=clock.now())
    for pk in list(ended.values_list("pk", flat=True)):
        _end(pk)


@transaction.atomic
def _end(pk: int) -> None:
    found = Silence.objects.select_related("round__version__proposal", "by").get(pk=pk)
    take_turn(found.round.version.proposal)
    found.refresh_from_db(fields=["broken_at", "ended_at"])
    if not found.over or found.ended_at is not None:
        return
    found.ended_at = clock.now()
    found.save(update_fields=["ended_at"])
    ROUND.move("end_silence", found.round, at=found.expires_at)
    found.round.save(update_fields=["closed_at"])
    adopt_by_silence(found)
