"""Who reports, validates, assesses and says a word beside a report."""

from __future__ import annotations

import datetime
import re
from typing import Any

from django.utils.translation import gettext_lazy as _

from consuno.core import clock
from consuno.core.policy import Denied
from consuno.directory.models import Body, Role
from consuno.directory.standing import memberships, secretariat_of
from consuno.monitoring.models import Rating, Remark, Report
from consuno.monitoring.policies.standing import (
    REPORTING,
    SENDING,
    acts_for,
    may_enter,
    may_work_as_secretariat,
    must_report_for,
)
from consuno.monitoring.workflow import REPORT


def may_read_report(reader: Any, report: Report) -> None:
    """What was sent is read by those who act for any body; a draft by its own institution."""
    may_enter(reader)
    body = report.obligation.body
    if report.given or any(held.body_id == body.pk for held in memberships(reader)):
        return
    if report.state == Report.State.REQUESTED and secretariat_of(reader) is not None:
        return  # nothing is written yet: a Secretariat may write down what was said by letter
    raise Denied(_("La institución todavía no ha enviado este informe."))


def _must_report(user: Any, report: Report, roles: frozenset[Role]) -> None:
    may_read_report(user, report)
    must_report_for(user, report.obligation.body, roles)


@REPORT.may("save_report")
def may_save_report(user: Any, report: Report) -> None:
    """Those who report for the body, until it is sent."""
    _must_report(user, report, REPORTING)


@REPORT.may("add_evidence")
def may_add_evidence(user: Any, report: Report) -> None:
    """Whoever writes the report; they take it back as well."""
    _must_report(user, report, REPORTING)


@REPORT.may("send_report")
def may_send_report(user: Any, report: Report) -> None:
    """The focal point of the body or the deputy, not whoever drafts alone."""
    _must_report(user, report, SENDING)


@REPORT.may("report_by_note")
def may_note(user: Any, report: Report) -> None:
    """The Secretariat that watches over the body writes down what it said by letter, while the body
    has not begun to write by itself.
    """
    may_work_as_secretariat(user)
    body, secretariat = report.obligation.body, secretariat_of(user)
    if secretariat is None or secretariat.civil_society != body.civil_society:
        raise Denied(
            _("Lo anota la otra Secretaría: la de los gobiernos o la de la sociedad civil.")
        )
    if secretariat.pk == body.pk:
        raise Denied(_("Lo que debe su Secretaría lo informa ella misma."))


def must_name_the_note(instrument: str) -> None:
    """What was said by letter names the letter."""
    if not instrument.strip():
        raise Denied(_("Escriba con qué nota lo dijo la institución."))


@REPORT.may("validate_report")
def may_validate(user: Any, report: Report) -> None:
    """The validator of the institution, what waits for them."""
    may_read_report(user, report)
    if not acts_for(user, report.obligation.body, frozenset((Role.VALIDATOR,))):
        raise Denied(_("Valida quien la institución nombró para eso."))


@REPORT.may("return_report")
def may_return(user: Any, report: Report, reason: str = "-") -> None:
    """The institution's validator before it goes on; a Secretariat while it is before both."""
    if report.state == Report.State.SUBMITTED:
        may_validate(user, report)
    else:
        may_work_as_secretariat(user)
    if not reason.strip():
        raise Denied(_("Escriba por qué lo devuelve: lo leerá quien lo escribió."))


#: Goals 1 to 17; their targets are numbered, the means of implementation lettered.
_TARGET = re.compile(r"(?:[1-9]|1[0-7])\.(?:[1-9]|1\d|[a-d])")


def must_be_a_target(target: str) -> None:
    """A target of the 2030 Agenda is written like 10.7 or 8.b, or left out."""
    if target and not _TARGET.fullmatch(target):
        raise Denied(_("Una meta de los ODS se escribe como 10.7."))


def must_say_something(report: Report) -> None:
    """A report that is sent says how far it is, and what was done."""
    if not report.rating:
        raise Denied(_("Elija hasta dónde se llegó."))
    if not report.narrative.strip():
        raise Denied(_("Escriba qué se hizo, o por qué no se hizo."))


def acting_body(user: Any, report: Report) -> str:
    """Code of the body for which a person acts on a report: its own, else their Secretariat."""
    own = report.obligation.body
    if any(held.body_id == own.pk for held in memberships(user)):
        return own.code
    secretariat = secretariat_of(user)
    return secretariat.code if secretariat else ""


@REPORT.may("assess_report")
def may_assess(user: Any, report: Report) -> None:
    """Each Secretariat what is before both, save what it owes itself: there its word is the report."""
    may_work_as_secretariat(user)
    secretariat = secretariat_of(user)
    if secretariat is not None and secretariat.pk == report.obligation.body_id:
        raise Denied(_("De lo que debe su Secretaría valora la otra."))


def must_give_reasons(report: Report, revision: int, rating: str, reasons: str) -> None:
    """An assessment is of the report as it was read, on the scale, with its reasons."""
    if report.revision != revision:
        raise Denied(_("El informe cambió mientras usted lo leía."))
    if rating not in Rating.values:
        raise Denied(_("Elija hasta dónde se llegó."))
    if not reasons.strip():
        raise Denied(
            _("Escriba por qué lo valora así: lo leerán la institución y la otra Secretaría.")
        )


def may_remark(
    user: Any, report: Report, kind: str, replies_until: datetime.date | None = None
) -> Body:
    """Return the body that speaks: of the other side for a note, the institution's own for a reply."""
    may_read_report(user, report)
    own = report.obligation.body
    if kind == Remark.Kind.REPLY:
        if not acts_for(user, own, SENDING):
            raise Denied(_("Responde la institución que informó."))
        if replies_until is None:
            raise Denied(_("Se responde cuando las dos Secretarías han valorado."))
        if clock.today() > replies_until:
            raise Denied(_("El plazo para responder terminó."))
        return own
    if not report.given:
        raise Denied(_("Este informe no está ante las Secretarías."))
    for held in memberships(user):
        if held.role in SENDING and held.body.civil_society != own.civil_society:
            return held.body
    raise Denied(
        _("La nota es de la otra parte: los países sobre la RROCM, la RROCM sobre los países.")
    )


def must_say_a_word(text: str) -> None:
    """A remark says something."""
    if not text.strip():
        raise Denied(_("Escriba lo que quiere decir."))
