"""Who raises topics at a national table, and what goes up from there."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from consuno.core.policy import Denied
from consuno.directory.models import Body, Country
from consuno.directory.standing import memberships, secretariat_of
from consuno.meetings.models import AgendaItem, Elevation, Say, Topic
from consuno.meetings.policies.sittings import may_work_as_secretariat
from consuno.meetings.series import all_series
from consuno.monitoring.policies import REPORTING

#: A topic goes from the country to the Ad-hoc Group; from there to the GRCM, then the Vice-Ministers.
UP = {"mesa": "adhoc", "adhoc": "grcm", "grcm": "viceministros"}


def bodies_at(user: Any, country: Country) -> list[Body]:
    """The bodies of a country for which this person speaks at its table."""
    found = {
        held.body_id: held.body
        for held in memberships(user)
        if held.body.country_id == country.pk and held.role in REPORTING
    }
    return list(found.values())


def may_read_topics(reader: Any, country: Country) -> None:
    """Those who act for a body of the country, and both Secretariats."""
    if not memberships(reader):
        raise Denied(_("La mesa de un país la leen sus instituciones."), stranger=True)
    mine = any(held.body.country_id == country.pk for held in memberships(reader))
    if not mine and secretariat_of(reader) is None:
        raise Denied(_("La mesa de un país la leen sus instituciones."))


def may_raise(user: Any, country: Country, body: Body) -> None:
    """A ministry or an organisation of the country."""
    may_read_topics(user, country)
    if body not in bodies_at(user, country):
        raise Denied(_("Lo plantea una institución u organización del país."))


def must_say(text: str) -> None:
    """Words are needed."""
    if not text.strip():
        raise Denied(_("Escriba lo que quiere decir."))


def may_say(user: Any, topic: Topic, body: Body) -> None:
    """The bodies of the country, until it is settled at home."""
    may_raise(user, topic.country, body)
    if topic.closed_on:
        raise Denied(_("Ese tema ya se resolvió en el país."))


def may_support(user: Any, topic: Topic, body: Body) -> None:
    """Each body once, before it goes up; the government joins what civil society sent up alone."""
    may_say(user, topic, body)
    sent = Elevation.objects.filter(topic=topic).first()
    if sent is not None and (sent.joint or sent.outcome_on or body.civil_society):
        raise Denied(_("Ese tema ya se elevó."))
    if topic.says.filter(body=body, supports=True, withdrawn_at=None).exists():
        raise Denied(_("Su institución ya pidió elevarlo."))


def both_sides(topic: Topic) -> bool:
    """Whether a body of the government and one of civil society want it to go up: by common consent."""
    wanting = topic.says.filter(supports=True, withdrawn_at=None)
    return {True, False} <= set(wanting.values_list("body__civil_society", flat=True))


def by_civil_society(topic: Topic) -> bool:
    """Whether two organisations of civil society want it to go up: then it does, as their word and no
    country's (line 28: channels between organisations and ministries feed what goes to the region).
    """
    wanting = topic.says.filter(supports=True, withdrawn_at=None, body__civil_society=True)
    return wanting.values("body").distinct().count() >= 2


def may_take_back(user: Any, said: Say) -> None:
    """Those who speak for the body that said it, until the topic is settled; that it go up, until
    it does.
    """
    may_say(user, said.topic, said.body)
    if said.withdrawn_at:
        raise Denied(_("Ya se retiró."))
    if said.supports and Elevation.objects.filter(topic=said.topic).exists():
        raise Denied(_("Ese tema ya se elevó."))


def may_correct_topic(user: Any, topic: Topic) -> None:
    """The body that raised it, while nobody has said anything of it: later it would change under
    those who answered.
    """
    may_say(user, topic, topic.body)
    if Elevation.objects.filter(topic=topic).exists():
        raise Denied(_("Ese tema ya se elevó."))
    if topic.says.exists():
        raise Denied(_("Ya hay quien respondió: diga abajo lo que quiera corregir."))


def may_settle(user: Any, topic: Topic, body: Body, outcome: str) -> None:
    """The body that raised it says how it was settled at home, unless it went up."""
    may_say(user, topic, body)
    if body.pk != topic.body_id:
        raise Denied(_("Lo da por resuelto quien lo planteó."))
    if Elevation.objects.filter(topic=topic).exists():
        raise Denied(_("Ese tema ya se elevó."))
    must_say(outcome)


def may_elevate_item(user: Any, item: AgendaItem) -> None:
    """A Secretariat sends an item of a meeting up to the next body, once."""
    may_work_as_secretariat(user)
    if item.sitting.series not in UP:
        raise Denied(_("Esta reunión no tiene otra por encima."))
    if Elevation.objects.filter(origin=item).exists():
        raise Denied(_("Ese punto ya se elevó."))
    if item.dropped:
        raise Denied(_("Ese punto se quitó de la agenda."))


def may_elevate_subject(user: Any, subject: str) -> None:
    """A Secretariat sends a record of another room up, once until it is answered."""
    may_work_as_secretariat(user)
    if Elevation.objects.filter(subject=subject, outcome_on=None).exists():
        raise Denied(_("Ya se elevó, y espera respuesta."))


def may_answer_elevation(user: Any, elevation: Elevation, outcome: str) -> None:
    """A Secretariat, of the meeting that took it up, says what came of it."""
    may_work_as_secretariat(user)
    if elevation.item is None:
        raise Denied(_("Ninguna reunión lo ha tomado todavía en su agenda."))
    if elevation.outcome_on:
        raise Denied(_("Ya se respondió."))
    must_say(outcome)


def next_series(slug: str) -> str:
    """Where an item of this series goes up to."""
    return all_series()[UP[slug]].slug
