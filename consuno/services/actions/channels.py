"""Channels of complaint: written, ended, tried with a watch."""

from __future__ import annotations

import datetime
from typing import Any

from django.db import transaction

from consuno.core import audit, clock
from consuno.core.bilingual import Bilingual
from consuno.core.models import User
from consuno.directory.models import Body, Country
from consuno.domain import rows
from consuno.services import policies
from consuno.services.models import Channel, Trial


@transaction.atomic
def load_channels(*, by: User | None = None) -> int:
    """Load what sources say; running it again changes nothing. None is validated by that."""
    made = 0
    for row in rows("directory/channels.csv"):
        name = Bilingual(row["es"], row["en"])
        if Channel.objects.filter(country=row["country"], kind=row["kind"], name=name).exists():
            continue
        found = Channel.objects.create(
            country_id=row["country"], kind=row["kind"], name=name, phone=row["phone"],
            source=row["source"], as_of=row["as_of"],
        )  # fmt: skip
        audit.record("load_channel", found, by=by)
        made += 1
    return made


@transaction.atomic
def write_channel(
    *, country: Country, body: Body | None, fields: dict[str, Any], by: User,
    channel: Channel | None = None,
) -> Channel:  # fmt: skip
    """Write a channel, or change one: what its country validated counts no more. Raises Denied."""
    policies.may_write_channel(by, country.code, channel)
    policies.must_be_a_channel(fields, body, country.code)
    found = channel or Channel(country=country)
    found.body = body
    for name, value in fields.items():
        setattr(found, name, value)
    found.as_of = clock.today().isoformat()
    found.forget_validation()
    found.save()
    audit.record("write_channel", found, by=by, country=country.code)
    return found


@transaction.atomic
def validate_channel(*, channel: Channel, by: User, until: datetime.date | None = None) -> Channel:
    """The country says that it is right: from now on the public reads it. Raises Denied."""
    speaks = policies.may_validate_channel(by, channel)
    policies.must_be_ahead(until)
    channel.validated_by, channel.validated_on = speaks, clock.today()
    channel.valid_until = until or clock.today() + policies.CHANNEL_VALID_FOR
    channel.save(update_fields=["validated_by", "validated_on", "valid_until"])
    audit.record("validate_channel", channel, by=by, on_behalf_of=speaks)
    return channel


@transaction.atomic
def end_channel(*, channel: Channel, by: User) -> None:
    """It exists no more; the row stays. Raises Denied."""
    policies.may_write_channel(by, channel.country_id, channel)
    channel.ended_on = clock.today()
    channel.save(update_fields=["ended_on"])
    audit.record("end_channel", channel, by=by)


@transaction.atomic
def try_channel(
    *, channel: Channel, on: datetime.date, minutes: int, steps: int, reached: bool, stopped: str,
    by: User,
) -> Trial:  # fmt: skip
    """Write down a walk-through with a watch. Raises Denied."""
    body = policies.tries_for(by, channel)
    policies.must_be_a_trial(on, reached=reached, stopped=stopped)
    made = Trial.objects.create(
        channel=channel, on=on, minutes=minutes, steps=steps, reached=reached,
        stopped="" if reached else stopped.strip()[:500], by=by, body=body,
    )  # fmt: skip
    audit.record("try_channel", made, by=by, on_behalf_of=body, reached=reached)
    return made
