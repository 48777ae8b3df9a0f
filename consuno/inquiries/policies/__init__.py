"""Who asks for information, who answers and who reads the answers. Refusals say why.

Source: minutes of San Salvador, lines 63 and 66.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from consuno.core import clock
from consuno.core.policy import Denied
from consuno.directory.models import Body, Role
from consuno.directory.policies.secretariats import acting_secretariat
from consuno.directory.standing import memberships, secretariat_of
from consuno.inquiries.models import Answer, Inquiry
from consuno.inquiries.workflow import ANSWER, INQUIRY
from consuno.monitoring.policies import REPORTING, SENDING, must_act_for


def may_enter(reader: Any) -> None:
    """Those who act for a body."""
    if not memberships(reader):
        raise Denied(_("Las solicitudes las leen las instituciones."), stranger=True)


def may_work_as_secretariat(user: Any) -> Body:
    """Return the Secretariat: both ask for information."""
    return acting_secretariat(user, _("La información la piden las dos Secretarías Técnicas."))


def must_be_an_inquiry(text: str, due_on: datetime.date, bodies: Sequence[Body]) -> None:
    """It asks something, of somebody, for a day to come."""
    if not text.strip():
        raise Denied(_("Escriba qué se pide."))
    if due_on <= clock.today():
        raise Denied(_("Elija un día que no ha llegado."))
    if not bodies:
        raise Denied(_("Elija al menos una institución."))
    for body in bodies:
        if body.kind == "group" or body.closed_on:
            raise Denied(_("%s no puede responder: elija instituciones.") % body)


def _must_have_asked(user: Any, inquiry: Inquiry) -> None:
    may_work_as_secretariat(user)
    secretariat = secretariat_of(user)
    if secretariat is None or secretariat.pk != inquiry.secretariat_id:
        raise Denied(_("La cambia la Secretaría que la hizo."))


@INQUIRY.may("change_due")
def may_change(user: Any, inquiry: Inquiry) -> None:
    """The Secretariat that asked, until it is closed."""
    _must_have_asked(user, inquiry)


@INQUIRY.may("close_inquiry")
def may_close(user: Any, inquiry: Inquiry) -> None:
    """The Secretariat that asked, once."""
    _must_have_asked(user, inquiry)


def must_be_later(due_on: datetime.date) -> None:
    """More time is a day to come."""
    if due_on <= clock.today():
        raise Denied(_("Elija un día que no ha llegado."))


def reads_all(reader: Any, inquiry: Inquiry) -> bool:
    """Whether this reader reads every answer: a Secretariat, whom it is shared with, or who is asked."""
    if secretariat_of(reader) is not None:
        return True
    mine = {held.body_id for held in memberships(reader)}
    if mine & {body.pk for body in inquiry.shared_with.all()}:
        return True
    return inquiry.among and bool(mine & {each.body_id for each in inquiry.answers.all()})


def may_read_inquiry(reader: Any, inquiry: Inquiry) -> None:
    """Who asked, who is asked, and with whom it is shared."""
    may_enter(reader)
    mine = {held.body_id for held in memberships(reader)}
    asked = mine & {each.body_id for each in inquiry.answers.all()}
    if not asked and not reads_all(reader, inquiry):
        raise Denied(_("Esta solicitud no se le hizo a su institución."))


def may_read_answer(reader: Any, answer: Answer) -> None:
    """One's own always; another's once it is given, where the answers are shared with one."""
    may_read_inquiry(reader, answer.inquiry)
    if any(held.body_id == answer.body_id for held in memberships(reader)):
        return
    if any(held.body_id == answer.passed_to_id for held in memberships(reader)):
        return
    if not answer.given and answer.passed_to_id is None:
        raise Denied(_("La institución todavía no ha respondido."))
    if not reads_all(reader, answer.inquiry):
        raise Denied(_("Las respuestas las leen quienes nombra la solicitud."))


def _must_answer(user: Any, answer: Answer, roles: frozenset[Role]) -> None:
    """They report for the body, and the request is open."""
    may_read_inquiry(user, answer.inquiry)
    must_act_for(
        user,
        answer.body,
        roles,
        _("Responde el punto focal de la institución, su suplente o quien redacta."),
    )
    INQUIRY.must_allow("change_due", answer.inquiry)


@ANSWER.may("save_answer")
def may_write_answer(user: Any, answer: Answer) -> None:
    """Those who report for the body."""
    _must_answer(user, answer, REPORTING)


@ANSWER.may("answer_given")
def may_give_answer(user: Any, answer: Answer) -> None:
    """The focal point of the body or the deputy, not whoever drafts alone."""
    _must_answer(user, answer, SENDING)


@ANSWER.may("answer_declined")
def may_decline(user: Any, answer: Answer) -> None:
    """Whoever may give the answer."""
    _must_answer(user, answer, SENDING)


@ANSWER.may("pass_on")
def may_pass(user: Any, answer: Answer) -> None:
    """Whoever may give the answer."""
    _must_answer(user, answer, SENDING)


def must_be_competent(mine: Body, to: Body | None, reason: str) -> Body:
    """Return the other body of the same country and side to which it is passed, saying why."""
    if (
        to is None
        or to.pk == mine.pk
        or to.country_id != mine.country_id
        or mine.country_id is None
    ):
        raise Denied(_("Elija otra institución de su país."))
    if to.civil_society != mine.civil_society or to.kind == Body.Kind.COUNTRY or to.closed_on:
        raise Denied(_("Elija otra institución de su país."))
    if not reason.strip():
        raise Denied(_("Escriba por qué le compete a ella: lo leerá quien la reciba."))
    return to


def must_not_come_back(asked: Answer) -> None:
    """What one institution passed on does not come back to it: somebody has to answer."""
    if asked.state == Answer.State.PASSED:
        raise Denied(_("Esa institución ya la pasó a otra: respóndala, o diga por qué no puede."))


def must_say_something(text: str, link: str, content: object) -> None:
    """An answer is words, a file or a link."""
    if not text.strip() and not link and content is None:
        raise Denied(_("Escriba la respuesta, o agregue un archivo o una dirección."))


def must_give_reason(text: str) -> None:
    """Who cannot answer says why."""
    if not text.strip():
        raise Denied(_("Escriba por qué no puede responder."))


@ANSWER.may("reopen_answer")
def may_reopen(user: Any, answer: Answer) -> None:
    """The Secretariat that asked gives an answer back to be completed, while the request is open."""
    may_change(user, answer.inquiry)
