"""Who keeps facts, who validates them for a country, and who hears that one is not right."""

from __future__ import annotations

import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from consuno.core import clock
from consuno.core.policy import Denied, allowed
from consuno.core.vocabularies import words
from consuno.directory.models import Body, Doubt, Jurisdiction, Role
from consuno.directory.standing import memberships, secretariat_of

#: Who speaks for an institution of a country about its facts.
KEEPING = frozenset((Role.FOCAL_POINT, Role.ALTERNATE, Role.VALIDATOR, Role.ADMINISTRATOR))
#: Whose word makes a fact the country's.
VALIDATING = frozenset((Role.VALIDATOR, Role.FOCAL_POINT))
#: Open doubts about one fact: whoever comes later finds it said already.
MOST_DOUBTS = 20
#: Doubts of people who did not sign in, in a day: a program that floods stops here.
MOST_UNSIGNED = 300


def _for_country(user: Any, country: str | None, roles: frozenset[Role]) -> list[Body]:
    return [
        held.body
        for held in memberships(user)
        if held.role in roles and country and held.body.country_id == country
    ]


def may_keep_fact(user: Any, body: Body) -> None:
    """Write, change or end a fact of a body: its own people, its country's institutions for those of
    the State, or its Secretariat.
    """
    secretariat = secretariat_of(user)
    own = any(held.body_id == body.pk and held.role in KEEPING for held in memberships(user))
    country = not body.civil_society and any(
        not each.civil_society for each in _for_country(user, body.country_id, KEEPING)
    )
    watched = secretariat is not None and secretariat.civil_society == body.civil_society
    if not (own or country or watched):
        raise Denied(
            _("Lo escribe la institución, otra de su país o su Secretaría."),
            stranger=not memberships(user),
        )


def may_keep_something(user: Any, bodies: list[Body]) -> None:
    """Whoever keeps the facts of one of these bodies."""
    if not any(allowed(may_keep_fact, user, body) for body in bodies):
        raise Denied(
            _("Lo escribe la institución, otra de su país o su Secretaría."),
            stranger=not memberships(user),
        )


def may_enter_doubts(user: Any) -> None:
    """Those who act for a body: each sees what was said of the facts they keep."""
    if not memberships(user):
        raise Denied(_("Los avisos los leen las instituciones."), stranger=True)


def may_validate(user: Any, body: Body) -> Body:
    """Whoever validates for the State of the country, or for the organisation itself.

    Returns the body for which they do. Raises Denied.
    """
    found = _for_country(user, body.country_id, VALIDATING)
    for each in sorted(found, key=lambda one: one.pk != body.pk):  # its own word before another's
        if each.pk == body.pk or (not body.civil_society and not each.civil_society):
            return each
    raise Denied(
        _("Lo valida el punto focal o quien valida por una institución de ese país."),
        stranger=not memberships(user),
    )


def must_be_ahead(until: datetime.date | None) -> None:
    """A fact is validated until a day to come."""
    if until is not None and until <= clock.today():
        raise Denied(_("Elija un día por venir: hasta cuándo se puede confiar en ello."))


def must_be_new(body: Body, matter: str) -> None:
    """The matter exists, and that body is not in it yet."""
    if matter not in words("matters"):
        raise Denied(_("Elija un asunto de la lista."))
    if Jurisdiction.objects.filter(body=body, matter=matter, ended_on=None).exists():
        raise Denied(_("Esa institución ya figura en ese asunto."))


def must_answer(answer: str) -> None:
    """What was done about a doubt is said."""
    if not answer.strip():
        raise Denied(_("Escriba qué se hizo: se corrigió, o es correcto como está."))


def must_be_sourced(source: str) -> None:
    """A fact that people write says where it is written."""
    if not source.strip():
        raise Denied(_("Escriba la fuente: el decreto, la nota o la página oficial."))


def must_name_its_law(law: str) -> None:
    """A legal basis is a rule with its name."""
    if not law.strip():
        raise Denied(_("Escriba el nombre de la norma."))


def may_doubt(user: Any, body: Body) -> None:
    """Anybody who may read the fact, signed in or not."""
    if not body.shown:
        raise Denied("", stranger=True)


def must_be_a_doubt(text: str, waiting: int, unsigned: int) -> None:
    """It says what is not right, the fact has few of them waiting, and few came unsigned today."""
    if not text.strip():
        raise Denied(_("Escriba qué no es correcto y, si lo sabe, cómo es."))
    if unsigned >= MOST_UNSIGNED:
        raise Denied(
            _("Hoy llegaron demasiados avisos sin firma: vuelva mañana, o entre con su cuenta.")
        )
    if waiting >= MOST_DOUBTS:
        raise Denied(_("Ya hay varios avisos sobre esto: su institución los está viendo."))


def may_read_doubts(user: Any, body: Body, doubt: Doubt | None = None) -> None:
    """Those who keep the fact answer what was said of it, once."""
    may_keep_fact(user, body)
    if doubt is not None and doubt.settled_at:
        raise Denied(_("Ese aviso ya se respondió."))
