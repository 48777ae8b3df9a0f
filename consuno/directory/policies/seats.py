"""Who writes the seats of civil society in national bodies, and who says that somebody came."""

from __future__ import annotations

import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from consuno.core import clock
from consuno.core.policy import Denied
from consuno.directory.models import Body, Seat
from consuno.directory.policies.facts import KEEPING, may_keep_fact, may_keep_something
from consuno.directory.standing import memberships, secretariat_of


def may_keep_seat(user: Any, national: Body) -> None:
    """Those who keep the facts of the national body, and either Secretariat: the seat is of both."""
    if secretariat_of(user) is None:
        may_keep_fact(user, national)


def sits(user: Any, holder: Body | None) -> bool:
    """Whether a person speaks for the organisation that has a seat."""
    return holder is not None and any(
        held.body_id == holder.pk and held.role in KEEPING for held in memberships(user)
    )


def may_write_seat(user: Any, national: Body, holder: Body | None) -> None:
    """Whoever keeps the seats of the body; an organisation, of the seat that it has itself."""
    if not sits(user, holder):
        may_keep_seat(user, national)


def may_fill_seat(user: Any, seat: Seat, holder: Body | None) -> None:
    """Whoever keeps the seats of the body; an organisation leaves its own, and gives it to nobody."""
    if holder is not None or not sits(user, seat.holder):
        may_keep_seat(user, seat.national)


def may_keep_seats(user: Any, bodies: list[Body]) -> None:
    """Whoever keeps the seats of one of these bodies."""
    if secretariat_of(user) is None:
        may_keep_something(user, [body for body in bodies if not body.civil_society])


def may_write_some_seat(user: Any, bodies: list[Body]) -> None:
    """The same, and whoever speaks for an organisation among them: it may have a seat."""
    if secretariat_of(user) is None:
        may_keep_something(user, bodies)


def must_be_a_seat(national: Body, title: str, holder: Body | None) -> None:
    """A named seat of a State's body, held by an organisation of civil society of that country."""
    if national.civil_society or national.country_id is None:
        raise Denied(_("Elija una institución del Estado."))
    if not title.strip():
        raise Denied(_("Escriba qué asiento es, como lo nombra la norma."))
    must_be_a_holder(national, holder)


def must_be_a_holder(national: Body, holder: Body | None) -> None:
    """An organisation of civil society of the country, while it exists."""
    if holder is None:
        return
    if not holder.civil_society or holder.closed_on:
        raise Denied(_("El asiento lo ocupa una organización de la sociedad civil."))
    if holder.country_id not in {None, national.country_id}:
        raise Denied(_("Elija una organización de ese país."))


def may_attend(user: Any, seat: Seat, on: datetime.date) -> None:
    """Whoever has the seat, or keeps it, says on which day somebody sat there."""
    if not sits(user, seat.holder):
        may_keep_seat(user, seat.national)
    if seat.holder is None or seat.ended_on or not seat.exists:
        raise Denied(_("Ese asiento no lo ocupa nadie."))
    if on > clock.today():
        raise Denied(_("Ese día todavía no ha llegado."))
    if seat.attendances.filter(on=on).exists():
        raise Denied(_("La asistencia de ese día ya está anotada."))
