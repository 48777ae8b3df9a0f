"""Who may do what in the joint monitoring, and when. Each check raises `Denied` with its reason.

Source: minutes of San Salvador, lines 65 to 67 and 105: both Secretariats run the mechanism.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from consuno.agenda.models import Commitment
from consuno.agenda.policies import may_work_as_secretariat as may_work_as_secretariat
from consuno.core import clock
from consuno.core.policy import Denied
from consuno.directory.models import Body, Role
from consuno.directory.standing import memberships, secretariat_of
from consuno.monitoring.models import Cycle, Evidence, Extension, Obligation, Rating, Remark, Report

#: Who writes a report for a body: a Secretariat's officer what it owes itself, the Presidency too.
REPORTING = frozenset(
    (Role.FOCAL_POINT, Role.ALTERNATE, Role.DRAFTER, Role.OFFICER, Role.PRESIDENCY)
)
#: Who sends it: a drafter writes and another sends.
SENDING = REPORTING - {Role.DRAFTER}


def may_enter(reader: Any) -> None:
    """Monitoring in course is read by those who act for a body; the public reads what is published."""
    if not memberships(reader):
        raise Denied(_("El seguimiento en curso lo leen las instituciones."), stranger=True)


def may_name_bodies(user: Any, commitment: Commitment, bodies: Sequence[Body]) -> None:
    """Each Secretariat by itself, of something that is owed, bodies that exist and can answer."""
    may_work_as_secretariat(user)
    if not commitment.owed:
        raise Denied(_("Solo se da seguimiento a lo que alguien debe."))
    if not bodies:
        raise Denied(_("Elija al menos una institución que responda."))
    for body in bodies:
        if body.kind == "group":
            raise Denied(_("%s es un grupo: elija las instituciones que responden por él.") % body)
        if body.closed_on:
            raise Denied(_("%s ya no existe.") % body)


def may_draft_cycle(user: Any, cycle: Cycle | None, days: Sequence[datetime.date]) -> None:
    """Either Secretariat, while it is not open; reports, reviews and publication in their order."""
    may_work_as_secretariat(user)
    if cycle is not None and cycle.open:
        raise Denied(_("El ciclo ya está abierto: sus fechas no cambian."))
    if days[0] <= clock.today():
        raise Denied(_("Los informes se piden para un día que no ha llegado."))
    if list(days) != sorted(set(days)):
        raise Denied(_("Primero se informa, después se valora y al final se publica."))


def may_confirm_cycle(user: Any, cycle: Cycle, revision: int) -> None:
    """The days as they were read, once."""
    may_work_as_secretariat(user)
    if cycle.open:
        raise Denied(_("El ciclo ya está abierto."))
    if cycle.revision != revision:
        raise Denied(_("La otra Secretaría cambió las fechas mientras usted las leía."))


def must_know_who_answers() -> None:
    """Nobody can be asked while it is not known who answers."""
    bound = Obligation.objects.current().values("commitment")
    unknown = Commitment.objects.filter(owed=True).exclude(pk__in=bound).count()
    if unknown:
        raise Denied(
            ngettext(
                "Falta decidir quién responde por %(n)s compromiso.",
                "Falta decidir quién responde por %(n)s compromisos.",
                unknown,
            )
            % {"n": unknown}
        )


def _acts_for(user: Any, body: Body, roles: frozenset[Role]) -> bool:
    return any(held.body_id == body.pk and held.role in roles for held in memberships(user))


def may_read_report(reader: Any, report: Report) -> None:
    """What was sent is read by those who act for any body; a draft by its own institution."""
    may_enter(reader)
    body = report.obligation.body
    if report.given or any(held.body_id == body.pk for held in memberships(reader)):
        return
    raise Denied(_("La institución todavía no ha enviado este informe."))


def may_report(user: Any, report: Report, *, send: bool = False) -> None:
    """Those who report for the body, until it is before the Secretariats."""
    may_read_report(user, report)
    if not _acts_for(user, report.obligation.body, SENDING if send else REPORTING):
        raise Denied(_("Informa el punto focal de la institución, su suplente o quien redacta."))
    if report.state in {Report.State.SUBMITTED, Report.State.IN_REVIEW}:
        raise Denied(_("El informe ya se envió. Si hay que cambiarlo, pida que se lo devuelvan."))


def may_validate(user: Any, report: Report) -> None:
    """The validator of the institution, what waits for them."""
    may_read_report(user, report)
    if not _acts_for(user, report.obligation.body, frozenset((Role.VALIDATOR,))):
        raise Denied(_("Valida quien la institución nombró para eso."))
    if report.state != Report.State.SUBMITTED:
        raise Denied(_("Este informe no espera validación."))


def may_return(user: Any, report: Report, reason: str = "-") -> None:
    """The institution's validator before it goes on; a Secretariat while it is before both."""
    if report.state == Report.State.SUBMITTED:
        may_validate(user, report)
    else:
        may_work_as_secretariat(user)
        if not report.given:
            raise Denied(_("Este informe no está ante las Secretarías."))
    if not reason.strip():
        raise Denied(_("Escriba por qué lo devuelve: lo leerá quien lo escribió."))


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


def may_assess(user: Any, report: Report) -> None:
    """Each Secretariat what is before both, save what it owes itself: there its word is the report."""
    may_work_as_secretariat(user)
    if not report.given:
        raise Denied(_("Este informe no está ante las Secretarías."))
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
        if not _acts_for(user, own, SENDING):
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


def may_sign_off(user: Any, cycle: Cycle) -> None:
    """Either Secretariat, of a cycle that was opened."""
    may_work_as_secretariat(user)
    if not cycle.open:
        raise Denied(_("El ciclo todavía no se ha abierto."))
    if clock.today() <= cycle.reports_due:
        raise Denied(_("Las instituciones todavía pueden informar."))


def must_be_ready(same: object, unassessed: int, replying: int) -> None:
    """What is signed is what was read; all that came is assessed, and who may reply has had their days."""
    if not same:
        raise Denied(_("El borrador cambió mientras usted lo leía. Léalo otra vez."))
    if unassessed:
        words = ngettext(
            "Falta valorar %(n)s informe enviado.",
            "Falta valorar %(n)s informes enviados.",
            unassessed,
        )
        raise Denied(words % {"n": unassessed})
    if replying:
        words = ngettext(
            "De %(n)s informe la institución todavía puede responder.",
            "De %(n)s informes la institución todavía puede responder.",
            replying,
        )
        raise Denied(words % {"n": replying})


def must_say_something_new(cycle: Cycle, sha256: str) -> None:
    """The same text is published once."""
    if cycle.scorecards.filter(sha256=sha256).exists():
        raise Denied(_("Esto mismo ya está publicado."))


def may_read_draft(reader: Any, cycle: Cycle) -> None:
    """Both Secretariats; and the GRCM, once the day of publication passed and one has not signed."""
    may_enter(reader)
    if secretariat_of(reader) is not None:
        return
    late = clock.today() > cycle.publishes_on and not cycle.scorecards.exists()
    if late and any(held.body.code == "GRCM" for held in memberships(reader)):
        return
    raise Denied(_("El borrador lo leen las Secretarías hasta que ambas lo firmen."))


#: Pieces of evidence that one report may have.
MOST_EVIDENCE = 20


def must_be_evidence(report: Report, link: str, content: bytes | None) -> None:
    """A file or a link, not too many of them."""
    if bool(link) == (content is not None):
        raise Denied(_("Elija un archivo o escriba una dirección, no las dos cosas."))
    if report.evidence.filter(withdrawn_at=None).count() >= MOST_EVIDENCE:
        raise Denied(_("Un informe lleva hasta %(n)s pruebas.") % {"n": MOST_EVIDENCE})


def _published(evidence: Evidence) -> bool:
    """Whether a scorecard that anybody may read shows it."""
    cards = evidence.report.cycle.scorecards.all()
    items = (item for card in cards for item in card.read["items"])
    return any(each["file"] == evidence.pk for item in items for each in item.get("evidence", ()))


def may_read_evidence(reader: Any, evidence: Evidence) -> None:
    """As its institution marked it: the public once a published scorecard shows it; or fewer."""
    report = evidence.report
    if evidence.withdrawn_at:
        raise Denied(_("Esa prueba fue retirada."), stranger=True)
    if evidence.reach == Evidence.Reach.PUBLIC and _published(evidence):
        return
    may_read_report(reader, report)
    own = any(held.body_id == report.obligation.body_id for held in memberships(reader))
    if evidence.reach == Evidence.Reach.SECRETARIATS and not own and secretariat_of(reader) is None:
        raise Denied(_("Esta prueba la leen solo las dos Secretarías."))


#: Pauses of the reminders that one deadline of one body may have.
MOST_EXTENSIONS = 2


def may_ask_extension(user: Any, obligation: Obligation) -> None:
    """The body that owes it, while it is owed and has a deadline; twice, one at a time."""
    may_enter(user)
    if not _acts_for(user, obligation.body, SENDING):
        raise Denied(_("Pide más plazo el punto focal de la institución que lo debe."))
    if obligation.ended_on or obligation.outcome:
        raise Denied(_("Esto ya no se debe."))
    if obligation.due_on is None:
        raise Denied(_("No tiene fecha: no hay plazo que alargar."))
    if obligation.extensions.filter(state=Extension.State.PENDING).exists():
        raise Denied(_("Ya pidió más plazo: falta que las Secretarías lo decidan."))
    if obligation.extensions.count() >= MOST_EXTENSIONS:
        raise Denied(_("Ya se pidió más plazo dos veces."))


def must_be_later(obligation: Obligation, wanted: datetime.date, reason: str) -> None:
    """More time is a later day than the one there is, with its reason."""
    if obligation.due_on is None or wanted <= max(obligation.due_on, clock.today()):
        raise Denied(_("Elija un día posterior al plazo y a hoy."))
    if not reason.strip():
        raise Denied(_("Escriba por qué hace falta más plazo: lo leerán las dos Secretarías."))


def may_decide_extension(user: Any, extension: Extension, *, grants: bool, reason: str) -> None:
    """Both Secretariats; a refusal says why."""
    may_work_as_secretariat(user)
    if extension.state != Extension.State.PENDING:
        raise Denied(_("Ya está decidido."))
    if not grants and not reason.strip():
        raise Denied(_("Escriba por qué no se concede: lo leerá la institución."))


def may_say_outcome(user: Any, obligation: Obligation, outcome: str, reason: str) -> None:
    """Each Secretariat, of what binds, with its reason."""
    may_work_as_secretariat(user)
    if obligation.ended_on:
        raise Denied(_("Esta institución ya no responde por eso."))
    if outcome and outcome not in Commitment.Outcome.values:
        raise Denied(_("Elija qué fue de esto."))
    if not reason.strip():
        raise Denied(_("Escriba por qué: quedará en la historia."))
