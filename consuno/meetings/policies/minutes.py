"""Who writes, circulates, corrects and approves the minutes of a meeting.

Source: minutes of San Salvador, line 105; the matrix of acts: the Secretariat of the CRM drafts and
that of the RROCM confirms with it, the Presidency gives leave, the forum approves.
"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from consuno.core import clock
from consuno.core.policy import Denied
from consuno.directory.models import Body, Role
from consuno.directory.standing import SECRETARIATS, memberships, secretariat_of
from consuno.meetings.models import AgendaItem, Record, Sitting
from consuno.meetings.policies.agenda import may_set_agenda
from consuno.meetings.policies.sittings import may_read_sitting, may_work_as_secretariat
from consuno.meetings.workflow import MINUTES
from consuno.monitoring.policies import REPORTING, SENDING, acts_for

State = Record.State
#: Agreements under one item, corrections asked of one text.
MOST_AGREEMENTS, MOST_CORRECTIONS = 50, 200


def may_write_minutes(user: Any, sitting: Sitting) -> None:
    """Either Secretariat, from the first day of the meeting until it is approved."""
    may_set_agenda(user, sitting)
    if sitting.starts > clock.today():
        raise Denied(_("El acta se escribe desde el primer día de la reunión."))
    record = Record.objects.filter(sitting=sitting).first()
    if record is not None:
        MINUTES.must_allow("write_discussion", record)


@MINUTES.may("write_discussion")
def may_write_on(user: Any, record: Record) -> None:
    """Whoever writes the minutes of its meeting."""
    may_write_minutes(user, record.sitting)


def may_read_minutes(reader: Any, record: Record) -> None:
    """The Secretariats and the Presidency while it is written; all institutions once it circulates;
    everybody once it is approved, if the meeting is public.
    """
    may_read_sitting(reader, record.sitting)
    if record.state == State.APPROVED:
        return
    if not memberships(reader):
        raise Denied(_("El acta todavía no está aprobada."), stranger=True)
    if record.state == State.CIRCULATED or secretariat_of(reader) is not None:
        return
    if record.state == State.LEAVE and gives_leave(reader, record):
        return
    raise Denied(_("Las Secretarías todavía escriben el acta."))


def must_be_an_agreement(item: AgendaItem, text: str) -> None:
    """It says something, in one paragraph, under an item that stands."""
    if not text.strip():
        raise Denied(_("Escriba qué se acordó."))
    if item.dropped:
        raise Denied(_("Ese punto se quitó de la agenda."))
    if item.agreements.count() >= MOST_AGREEMENTS:
        raise Denied(_("Un punto lleva hasta %(n)s acuerdos.") % {"n": MOST_AGREEMENTS})


@MINUTES.may("circulate")
def may_circulate(user: Any, record: Record) -> None:
    """Either Secretariat, once something is written."""
    may_write_minutes(user, record.sitting)
    MINUTES.must_allow("circulate", record)
    items = record.sitting.items.filter(dropped=False)
    if not items.exclude(agreements=None).exists() and not items.exclude(discussion="").exists():
        raise Denied(_("El acta está vacía: escriba qué se dijo o qué se acordó."))


def gives_leave(user: Any, record: Record) -> bool:
    """Whether this person gives leave for the body that has to."""
    code = record.sitting.kind.leave_by
    return any(
        held.body.code == code and held.role == Role.PRESIDENCY for held in memberships(user)
    )


@MINUTES.may("give_leave")
def may_give_leave(user: Any, record: Record, instrument: str = "-") -> None:
    """The Presidency; or a Secretariat that holds its note, which it names."""
    if not gives_leave(user, record):
        may_work_as_secretariat(user)
        if not instrument.strip():
            raise Denied(_("Escriba con qué nota dio su venia la Presidencia."))


@MINUTES.may("ask_correction")
def may_correct(user: Any, record: Record) -> Body:
    """Return the invited body for which this person asks for a correction, in its days."""
    may_read_minutes(user, record)
    MINUTES.must_allow("ask_correction", record)
    if not record.window_open:
        raise Denied(_("El plazo para pedir correcciones terminó o no ha empezado."))
    invited = set(record.sitting.delegations.values_list("body_id", flat=True))
    for held in memberships(user):
        if held.body_id in invited and held.role in REPORTING:
            return held.body
    raise Denied(_("Piden correcciones las instituciones invitadas."))


def must_ask_something(record: Record, text: str) -> None:
    """A correction says what."""
    if not text.strip():
        raise Denied(_("Escriba qué debe cambiar y cómo."))
    if record.corrections.count() >= MOST_CORRECTIONS:
        raise Denied(_("Ya hay demasiadas correcciones pedidas."))


@MINUTES.may("answer_correction")
def may_answer_correction(
    user: Any, _record: Record, *, taken: bool = True, reason: str = ""
) -> None:
    """Either Secretariat; a refusal says why."""
    may_work_as_secretariat(user)
    if not taken and not reason.strip():
        raise Denied(_("Escriba por qué no se recoge: lo leerá quien la pidió."))


@MINUTES.may("minutes_confirms")
def may_confirm(user: Any, _record: Record) -> None:
    """Each Secretariat confirms the agreements of the text as it read it."""
    may_work_as_secretariat(user)


def must_be_the_text(now: str, read: str) -> None:
    """What is said is said of the text that was read."""
    if now != read:
        raise Denied(_("El acta cambió mientras usted la leía. Léala otra vez."))


def approves_for(user: Any, record: Record) -> list[str]:
    """Codes of the bodies for which this person can say yes: their own, or by a note they hold."""
    wanted = record.sitting.kind.approved_by
    own = [
        held.body.code
        for held in memberships(user)
        if held.body.code in wanted and (held.role in SENDING or held.role == Role.OFFICER)
    ]
    noted = [code for code in wanted if code not in SECRETARIATS and code not in own]
    return own + (noted if secretariat_of(user) is not None else [])


@MINUTES.may("minutes_approves")
def may_approve(user: Any, record: Record) -> None:
    """Those its series names, after the days for corrections, when each correction is answered."""
    may_read_minutes(user, record)
    if not approves_for(user, record):
        raise Denied(_("Aprueba quien dice la regla de esta reunión."))
    MINUTES.must_allow("minutes_approves", record)
    if record.window_open:
        raise Denied(_("Las instituciones todavía pueden pedir correcciones."))
    if record.corrections.filter(taken=None).exists():
        raise Denied(_("Falta responder a una corrección."))


def may_approve_for(user: Any, record: Record, body: Body, instrument: str) -> None:
    """One's own body; any other that its series names, by the note that a Secretariat holds."""
    may_approve(user, record)
    if body.code not in approves_for(user, record):
        raise Denied(_("Aprueba quien dice la regla de esta reunión."))
    if not acts_for(user, body, SENDING | {Role.OFFICER}) and not instrument.strip():
        raise Denied(_("Escriba con qué nota lo aprobó."))
