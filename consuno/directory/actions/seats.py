"""Seats of civil society: written, filled, ended; and who came."""

from __future__ import annotations

import datetime

from django.db import transaction

from consuno.core import audit, clock
from consuno.core.models import User
from consuno.directory import policies
from consuno.directory.models import Attendance, Body, Seat


@transaction.atomic
def write_seat(
    *, national: Body, title: str, exists: bool, holder: Body | None, source: str,
    on: datetime.date, by: User,
) -> Seat:  # fmt: skip
    """Write that a national body has a seat for civil society, or that it has none. Raises Denied."""
    policies.may_write_seat(by, national, holder if exists else None)
    policies.must_be_sourced(source)
    policies.must_be_a_seat(national, title, holder if exists else None)
    made = Seat.objects.create(
        national=national, title=title.strip()[:120], exists=exists,
        holder=holder if exists else None, source=source.strip()[:300], as_of=on.isoformat(),
    )  # fmt: skip
    audit.record("write_seat", made, by=by, on_behalf_of=national, exists=exists)
    return made


@transaction.atomic
def fill_seat(*, seat: Seat, holder: Body | None, by: User) -> Seat:
    """Another organisation has it from now on, or nobody. What was validated counts no more."""
    policies.may_fill_seat(by, seat, holder)
    policies.must_be_a_holder(seat.national, holder)
    seat.holder = holder
    seat.forget_validation()
    seat.save()
    audit.record(
        "fill_seat", seat, by=by, on_behalf_of=seat.national,
        holder=holder.code if holder else "",
    )  # fmt: skip
    return seat


@transaction.atomic
def correct_seat(*, seat: Seat, title: str, source: str, on: datetime.date, by: User) -> Seat:
    """Write its name and its source anew. What was validated counts no more. Raises Denied."""
    policies.may_write_seat(by, seat.national, seat.holder)
    policies.must_be_sourced(source)
    policies.must_be_a_seat(seat.national, title, seat.holder)
    seat.title, seat.source, seat.as_of = title.strip()[:120], source.strip()[:300], on.isoformat()
    seat.forget_validation()
    seat.save()
    audit.record("correct_seat", seat, by=by, on_behalf_of=seat.national)
    return seat


@transaction.atomic
def end_seat(*, seat: Seat, by: User) -> None:
    """There is no such seat any more, or never was; the row stays. Raises Denied."""
    policies.may_keep_seat(by, seat.national)
    seat.ended_on = clock.today()
    seat.save(update_fields=["ended_on"])
    audit.record("end_seat", seat, by=by, on_behalf_of=seat.national)


@transaction.atomic
def attend(*, seat: Seat, on: datetime.date, by: User) -> Attendance:
    """Say that whoever has the seat was at the session of a day. Raises Denied."""
    seat = Seat.objects.select_for_update(of=("self",)).select_related("national").get(pk=seat.pk)
    policies.may_attend(by, seat, on)
    assert seat.holder is not None  # noqa: S101 - the policy said so
    made = Attendance.objects.create(seat=seat, holder=seat.holder, on=on, by=by)
    audit.record("attend", made, by=by, on_behalf_of=seat.holder)
    return made
