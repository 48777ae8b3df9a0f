"""Who opens a round and is asked in it; who observes, until when; who decides on what was observed."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from consuno.consultation.models import (
    Disposition,
    Invitation,
    Observation,
    Proposal,
    Round,
    Silence,
    Version,
)
from consuno.consultation.policies.drafting import may_draft, may_enter, may_freeze, must_go_on
from consuno.consultation.workflow import PROPOSAL, ROUND
from consuno.core import clock
from consuno.core.policy import Denied
from consuno.directory.models import Body, Membership, Role
from consuno.directory.models.body import NETWORK
from consuno.directory.policies.facts import KEEPING
from consuno.directory.standing import SECRETARIATS, memberships, secretariat_of

#: Days that a round lasts at least (coordination of eleven capitals; formal rounds 30 by custom).
SHORTEST = {Round.Kind.INFORMAL: 5, Round.Kind.FORMAL: 30, Round.Kind.FINAL: 10}
#: Who speaks for a country or the network.
SPEAKING = frozenset((Role.FOCAL_POINT, Role.ALTERNATE, Role.VALIDATOR))


#: The network of organisations; its member organisations have it as their parent.


def speaks_for(user: Any, body: Body, roles: frozenset[Role] = SPEAKING) -> bool:
    """Whether a person speaks for a body: for a country its State's institutions, for the network its
    Secretariat too.
    """
    for held in memberships(user):
        coordinates = held.role == Role.OFFICER and held.body.code == SECRETARIATS[1]
        if coordinates and body.code == NETWORK and roles == SPEAKING:
            return True
        if held.role not in roles:
            continue
        if held.body_id == body.pk:
            return True
        of_it = held.body.country_id == body.country_id and not held.body.civil_society
        if body.is_state and of_it:
            return True
    return False


def members_of(reader: Any) -> list[Body]:
    """The organisations of the network for which this person speaks: it was asked, and so were they."""
    mine = {held.body for held in memberships(reader) if held.role in SPEAKING}
    civil = [each.pk for each in mine if each.civil_society and not each.closed_on]
    return list(Body.objects.filter(pk__in=civil, parent__code=NETWORK)) if civil else []


def takes_part(found: Round, body: Body) -> bool:
    """Whether a body was asked, or is an organisation of the network that was."""
    asked = found.invitations.filter(body=body)
    if body.civil_society and not body.closed_on:
        asked = asked | found.invitations.filter(body__code=NETWORK, body__members=body)
    return asked.exists()


def may_note_for(user: Any, proposal: Proposal, body: Body) -> None:
    """What came by letter each Secretariat writes down for its own side: governments, or the network."""
    may_draft(user, proposal)
    secretariat = secretariat_of(user)
    if secretariat is None:
        raise Denied(_("Lo que llega por carta lo anota una Secretaría."))
    if secretariat.civil_society != body.civil_society:
        raise Denied(
            _("Lo anota la otra Secretaría: la de los gobiernos o la de la sociedad civil.")
        )


def may_open_round(user: Any, version: Version) -> None:
    """The Technical Secretariat, of a text that is fixed, one round at a time."""
    may_freeze(user, version.proposal)
    if version.frozen_at is None:
        raise Denied(_("Primero se fija la versión."))
    PROPOSAL.must_allow("open_round", version.proposal)


def must_last(kind: str, closes: datetime.date) -> None:
    """As long as its kind asks."""
    if kind not in SHORTEST:
        raise Denied(_("Elija el tipo de ronda."))
    days = SHORTEST[Round.Kind(kind)]
    if (closes - clock.today()).days < days:
        raise Denied(_("Esa ronda dura al menos %s días.") % days)


def must_be_complete(version: Version, languages: str) -> None:
    """Every clause is there, and up to date, in the languages that the round asks for."""
    if languages not in Round.Languages.values:
        raise Denied(_("Elija los idiomas."))
    wanted = ("es", "en") if languages == Round.Languages.BOTH else (languages,)
    authentic = version.proposal.authentic
    for language in wanted:
        states = [each.state(language, authentic) for each in version.clauses.all()]
        lacking = sum(state in {"missing", "stale"} for state in states)
        if lacking:
            raise Denied(
                _("Faltan o están por revisar %(lacking)s cláusulas en %(language)s.")
                % {"lacking": lacking, "language": _("español") if language == "es" else _("inglés")}
            )  # fmt: skip


def must_say_what_is_published(publishes: str) -> None:
    """The parties know before they speak what everybody will read."""
    if publishes not in Round.Publishes.values:
        raise Denied(_("Elija qué se publicará cuando el texto se adopte."))


@ROUND.may("extend_round")
def may_extend_round(user: Any, found: Round) -> None:
    """The Technical Secretariat, while it is open."""
    may_freeze(user, found.version.proposal)
    must_be_open(found)
    if found.kind == Round.Kind.SILENCE:
        raise Denied(_("El silencio no se prorroga: la Presidencia lo levanta y ordena otro."))


def must_be_longer(found: Round, closes: datetime.date) -> None:
    """More time is a later day, to come."""
    if closes <= found.closes or closes < clock.today():
        raise Denied(_("Elija un día posterior."))


@ROUND.may("close_round")
def may_close_round(user: Any, found: Round) -> None:
    """Either Secretariat, once its day has passed; a silence that was broken, at once."""
    may_draft(user, found.version.proposal)
    if secretariat_of(user) is None:
        raise Denied(_("La cierra una de las dos Secretarías."))
    must_be_open(found)
    if Silence.objects.filter(round=found).exclude(broken_at=None).exists():
        return
    if not found.late or found.kind == Round.Kind.SILENCE:
        raise Denied(_("Su plazo no ha terminado."))


def must_be_open(found: Round) -> None:
    """Nothing more is taken by a round that was closed."""
    ROUND.must_allow("observe", found)
    must_go_on(found.version.proposal)


def may_acknowledge(user: Any, found: Invitation) -> None:
    """Somebody who speaks for it says that it has the text, while the round is open."""
    may_enter(user)
    must_be_open(found.round)
    if not speaks_for(user, found.body):
        raise Denied(_("Lo dice quien habla por esa institución."))


def may_observe(user: Any, found: Round, body: Body | None) -> None:
    """Who speaks for an invited body or for an organisation of the network, while the round is
    open; later than its day it is marked late.
    """
    may_enter(user)
    must_be_open(found)
    if body is None or not takes_part(found, body) or not speaks_for(user, body):
        raise Denied(_("Observa quien habla por un país o por la red, si fue invitado."))


@ROUND.may("observe")
def may_observe_something(user: Any, found: Round) -> None:
    """Who speaks for any body that takes part."""
    may_enter(user)
    must_be_open(found)
    bodies = [each.body for each in found.invitations.select_related("body")]
    if not any(speaks_for(user, body) for body in bodies) and not members_of(user):
        raise Denied(_("Observa quien habla por un país o por la red, si fue invitado."))


def may_observe_for(user: Any, found: Round, body: Body, instrument: str) -> None:
    """The Secretariat of its side writes down what a body sent it by letter, and which letter."""
    may_note_for(user, found.version.proposal, body)
    must_be_open(found)
    if not takes_part(found, body):
        raise Denied(_("Elija un invitado de la ronda."))
    if not instrument.strip():
        raise Denied(_("Escriba qué nota o correo la trajo, con su fecha."))


def may_read_observation(reader: Any, found: Observation) -> None:
    """Members, once submitted; before, who speaks for its body."""
    may_enter(reader)
    if found.submitted_at is None and not speaks_for(reader, found.body):
        raise Denied(_("Todavía es un borrador de otro país."))


def must_be_an_observation(version: Version, kind: str, uid: int | None, text: str) -> None:
    """Of a clause of this version or of the whole, with its words."""
    if kind not in Observation.Kind.values or not text.strip():
        raise Denied(_("Elija de qué clase es y escríbala."))
    if uid is not None and not version.clauses.filter(uid=uid).exists():
        raise Denied(_("Esa cláusula no está en esta versión."))


def must_be_ones_draft(found: Observation, round_: Round, body: Body) -> None:
    """What was submitted is not written anew; nor is a draft of another body or round."""
    if found.submitted_at is not None or found.round_id != round_.pk or found.body_id != body.pk:
        raise Denied(_("Lo presentado no se cambia: retírelo y presente otra."))


def may_submit(user: Any, found: Observation) -> None:
    """Who speaks for its body; what says that a text is against the law, with its provision, and by the
    validator where the country has named one.
    """
    may_observe(user, found.round, found.body)
    if found.submitted_at is not None:
        raise Denied(_("Ya se presentó."))
    if found.kind != Observation.Kind.LEGAL:
        return
    if not found.basis and not found.provisions.exists():
        raise Denied(_("Diga qué norma lo impide: elíjala de la lista o añádala."))
    validators = frozenset((Role.VALIDATOR,))
    if has_validator(found.body) and not speaks_for(user, found.body, validators):
        raise Denied(_("La incompatibilidad con la ley la presenta quien valida por su país."))


def has_validator(body: Body) -> bool:
    """Whether some institution of the country, or the body itself, has named who validates."""
    held = Membership.objects.current().filter(role=Role.VALIDATOR)
    if body.is_state:
        return held.filter(body__country=body.country_id, body__civil_society=False).exists()
    return held.filter(body=body).exists()


def may_withdraw_observation(user: Any, found: Observation) -> None:
    """Only its own body."""
    may_enter(user)
    must_go_on(found.round.version.proposal)
    if not speaks_for(user, found.body):
        raise Denied(_("La retira quien la hizo."))
    if not found.standing:
        raise Denied(_("No está presentada."))


def may_dispose(user: Any, proposal: Proposal) -> None:
    """Who writes the text."""
    may_draft(user, proposal)


def must_be_a_disposition(found: Observation, verdict: str, reason: str) -> None:
    """On what was submitted, with its reason."""
    if not found.standing:
        raise Denied(_("No está presentada."))
    if verdict not in Disposition.Verdict.values or not reason.strip():
        raise Denied(_("Elija qué se decide y diga por qué."))


def may_answer_disposition(user: Any, found: Observation) -> None:
    """Only its own body, to what was decided."""
    may_enter(user)
    must_go_on(found.round.version.proposal)
    if not speaks_for(user, found.body):
        raise Denied(_("Contesta quien la hizo."))
    if not Disposition.objects.filter(observation=found).exists():
        raise Denied(_("Todavía no se decidió sobre ella."))


def may_replace(user: Any, found: Observation) -> None:
    """Where an observation belongs in a new version is said by its body."""
    may_withdraw_observation(user, found)


def may_tell_own_country(user: Any, body: Body) -> None:
    """An institution of the State tells its country's focal point; its own people write it."""
    may_enter(user)
    own = any(held.body_id == body.pk and held.role in KEEPING for held in memberships(user))
    if not own or body.civil_society or body.country_id is None:
        raise Denied(_("Lo escriben las instituciones del Estado, para su propio país."))


def may_ask_institutions(user: Any, found: Round, country: str) -> None:
    """Who speaks for the country, while the round is open."""
    may_enter(user)
    must_be_open(found)
    body = Body.objects.state_of(country)
    if body is None or not speaks_for(user, body):
        raise Denied(_("Pregunta quien habla por su país."))


def must_be_own_institutions(bodies: Iterable[Body], country: str) -> None:
    """Institutions of the State of that country."""
    if any(each.country_id != country or each.civil_society or each.closed_on for each in bodies):
        raise Denied(_("Se pregunta a las instituciones del Estado de su país."))


def may_read_inputs(reader: Any, country: str) -> None:
    """The State's institutions of the country, and nobody else: no Secretariat, no other country."""
    may_enter(reader)
    if not any(
        held.body.country_id == country and not held.body.civil_society and held.role in KEEPING
        and secretariat_of(reader) is None
        for held in memberships(reader)
    ):  # fmt: skip
        raise Denied(_("Eso es de cada país."))
