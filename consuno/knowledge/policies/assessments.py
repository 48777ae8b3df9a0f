"""Who assesses themselves, with whom, and who reads it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from consuno.core.policy import Denied
from consuno.directory.models import Body
from consuno.directory.policies.facts import KEEPING
from consuno.directory.standing import memberships
from consuno.knowledge.assessments import Kind, kinds
from consuno.knowledge.models import Assessment, Finding


def may_enter(reader: Any) -> None:
    """Those who act for a body: what institutions say of themselves is for each other."""
    if not memberships(reader):
        raise Denied(_("Los diagnósticos los leen las instituciones."), stranger=True)


def _acts(user: Any, body: Body | None) -> bool:
    return body is not None and any(
        held.body_id == body.pk and held.role in KEEPING for held in memberships(user)
    )


def may_begin(user: Any, kind: Kind, body: Body, partner: Body | None) -> None:
    """An institution of the State, of itself; with a partner of the network where the kind wants one."""
    may_enter(user)
    if not _acts(user, body) or body.civil_society or body.country_id is None:
        raise Denied(_("Cada institución del Estado se diagnostica a sí misma."))
    if kind.slug not in kinds():
        raise Denied(_("Elija un diagnóstico de la lista."))
    if kind.partnered and (
        partner is None or not partner.civil_society or partner.country_id != body.country_id
    ):
        raise Denied(_("Elija con qué organización de la red de su país lo hace."))
    if Assessment.objects.filter(kind=kind.slug, body=body, given_on=None).exists():
        raise Denied(_("Ya empezó uno: termínelo primero."))


def may_answer(user: Any, assessment: Assessment) -> None:
    """The body itself, until it is given."""
    may_enter(user)
    if not _acts(user, assessment.body):
        raise Denied(_("Cada institución del Estado se diagnostica a sí misma."))
    if assessment.given_on is not None:
        raise Denied(_("Ya se entregó: el próximo es uno nuevo."))


def must_be_levels(kind: Kind, answers: dict[str, dict[str, str]]) -> None:
    """Answers are to questions of the instrument, with one of the levels."""
    known = {each.slug for each in kind.questions}
    for question, said in answers.items():
        if question not in known or said.get("level") not in Finding.Level.values:
            raise Denied(_("Elija una respuesta de la lista."))


def may_give(user: Any, assessment: Assessment, answered: Iterable[str]) -> None:
    """When every question has an answer; «no se sabe» is one."""
    may_answer(user, assessment)
    missing = {each.slug for each in assessment.instrument.questions} - set(answered)
    if missing:
        raise Denied(
            _("Faltan %(n)s respuestas: «no se sabe» también es una.") % {"n": len(missing)}
        )


def may_speak_beside(user: Any, assessment: Assessment) -> None:
    """The partner of the network says what it sees, in its own words, until it is given."""
    may_enter(user)
    if not _acts(user, assessment.partner):
        raise Denied(_("Lo escribe la organización con la que se hace."))
    if assessment.given_on is not None:
        raise Denied(_("Ya se entregó: el próximo es uno nuevo."))


def may_read(reader: Any, assessment: Assessment) -> None:
    """Given, those who act for a body; before, the body and its partner."""
    may_enter(reader)
    mine = {held.body_id for held in memberships(reader)}
    if assessment.given_on is None and not mine & {assessment.body_id, assessment.partner_id}:
        raise Denied(_("Todavía no se entregó."))
