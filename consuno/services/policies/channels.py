"""Who writes, reads and tries the channels of complaint."""

from __future__ import annotations

import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from consuno.core import clock
from consuno.core.policy import Denied
from consuno.core.vocabularies import words
from consuno.directory.models import Body
from consuno.directory.policies.facts import KEEPING, VALIDATING
from consuno.directory.standing import memberships, secretariat_of
from consuno.services.models import Channel


def may_read_channel(reader: Any, channel: Channel) -> None:
    """Everybody; of an emergency that its country does not validate today, institutions only."""
    if not channel.public and not memberships(reader):
        raise Denied("", stranger=True)


def may_write_channel(user: Any, country: str, channel: Channel | None = None) -> None:
    """The State's institutions of the country, and both Secretariats."""
    mine = any(
        held.body.country_id == country and not held.body.civil_society and held.role in KEEPING
        for held in memberships(user)
    )
    if not mine and secretariat_of(user) is None:
        raise Denied(
            _("Los canales los escriben las instituciones de ese país y las Secretarías."),
            stranger=not memberships(user),
        )
    if channel is not None and channel.ended_on:
        raise Denied(_("Ese canal ya no existe."))


def must_be_a_channel(fields: dict[str, Any], body: Body | None, country: str) -> None:
    """It has a name, a source, a body of that country, and languages of the list."""
    if not fields["name"]:
        raise Denied(_("Escriba cómo se llama el canal."))
    if not fields["source"].strip():
        raise Denied(_("Escriba la fuente: el decreto, la nota o la página oficial."))
    if body is not None and body.country_id != country:
        raise Denied(_("Esa institución es de otro país."))
    if set(fields.get("languages", [])) - set(words("languages")):
        raise Denied(_("Elija palabras de la lista."))


def tries_for(user: Any, channel: Channel) -> Body:
    """The body for which somebody tries a channel: any but the one that attends it. Raises Denied."""
    may_read_channel(user, channel)
    for held in memberships(user):
        if held.body_id != channel.body_id:
            return held.body
    raise Denied(
        _("Lo prueba alguien de otra institución, no la que lo atiende."),
        stranger=not memberships(user),
    )


def must_be_a_trial(on: datetime.date, *, reached: bool, stopped: str) -> None:
    """On a day that has come, and what stopped it where it did not get to the end."""
    if on > clock.today():
        raise Denied(_("Ese día todavía no ha llegado."))
    if not reached and not stopped.strip():
        raise Denied(_("Escriba qué le detuvo: es lo que hay que arreglar."))


#: Days for which a country's word on a channel counts: numbers change.
CHANNEL_VALID_FOR = datetime.timedelta(days=180)


def may_validate_channel(user: Any, channel: Channel) -> Body:
    """Whoever validates for an institution of the State of that country. Returns it; raises Denied."""
    for held in memberships(user):
        body = held.body
        if (
            held.role in VALIDATING
            and body.country_id == channel.country_id
            and not body.civil_society
        ):
            return body
    raise Denied(
        _("Lo valida el punto focal o quien valida por una institución de ese país."),
        stranger=not memberships(user),
    )
