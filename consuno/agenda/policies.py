"""Who may do what with the agenda, and when. Each check raises `Denied` with its reason.

Source: minutes of San Salvador, lines 65 to 67 and 105 (both Secretariats run it).
"""

from __future__ import annotations

import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from consuno.agenda.models import (
    Answer,
    Candidate,
    Challenge,
    Commitment,
    Corrigendum,
    Meeting,
    Minutes,
)
from consuno.core.policy import Denied
from consuno.directory.models import Body, Role
from consuno.directory.policies.secretariats import acting_secretariat
from consuno.directory.roles import PRESIDENCY
from consuno.directory.standing import memberships, secretariat_of


def may_read_meeting(reader: Any, meeting: Meeting) -> None:
    """Public meetings are for all; the others for those who act for a body."""
    if not meeting.public and not memberships(reader):
        raise Denied(_("Los acuerdos de esta reunión no son públicos."), stranger=True)


def may_open_meeting(reader: Any, meeting: Meeting) -> None:
    """The page of a meeting is there unless its paper was taken back."""
    may_read_meeting(reader, meeting)
    if Minutes.objects.filter(meeting=meeting, withdrawn_at__isnull=False).exists():
        raise Denied(_("Esta acta fue retirada."), stranger=not memberships(reader))


def may_read_commitment(reader: Any, commitment: Commitment) -> None:
    """An item is read by whoever may read what its meeting left."""
    may_read_meeting(reader, commitment.meeting)


def may_work_as_secretariat(user: Any) -> Body:
    """Return the Secretariat: minutes are taken in and confirmed by the two only."""
    return acting_secretariat(user, _("Solo las dos Secretarías Técnicas trabajan con las actas."))


def may_promote(user: Any, commitment: Commitment) -> None:
    """A priority that could be done becomes a commitment when both Secretariats say so."""
    may_work_as_secretariat(user)
    if commitment.kind != Commitment.Kind.PRIORITY or commitment.promoted_on:
        raise Denied(_("Solo una prioridad puede convertirse en compromiso, una sola vez."))
    if not commitment.actionable:
        raise Denied(_("Es un tema o un grupo de la agenda, no algo que alguien pueda cumplir."))


def may_withdraw_minutes(user: Any, minutes: Minutes) -> None:
    """While nothing of the paper is on the agenda."""
    may_work_as_secretariat(user)
    if minutes.withdrawn_at:
        raise Denied(_("Esta acta ya fue retirada."))
    if any(candidate.confirmed for candidate in minutes.candidates.all()):
        raise Denied(_("Parte de esta acta ya está en la agenda: no puede retirarse."))


def may_review(user: Any, candidate: Candidate) -> None:
    """Both Secretariats review every candidate until both have confirmed it."""
    may_work_as_secretariat(user)
    if candidate.minutes.withdrawn_at:
        raise Denied(_("Esta acta fue retirada."))
    if candidate.confirmed:
        raise Denied(_("Ambas Secretarías ya lo confirmaron: está en la agenda."))
    if candidate.merged_into_id:
        raise Denied(_("Se unió a otro elemento."))
    if candidate.left_at:
        raise Denied(_("Sus palabras ya no están en el acta corregida."))


def may_merge(user: Any, candidate: Candidate, other: Candidate) -> None:
    """Two candidates of one paper, neither of them on the agenda nor gone into another."""
    may_review(user, other)
    if other.pk == candidate.pk or other.minutes_id != candidate.minutes_id:
        raise Denied(_("Elija otro elemento de la misma acta."))


def may_accept(user: Any, candidate: Candidate) -> None:
    """What is accepted must make sense: no deadline before the meeting that set it."""
    may_review(user, candidate)
    if candidate.due_on and candidate.due_on < candidate.minutes.meeting.starts:
        raise Denied(_("El plazo es anterior a la reunión. Corríjalo antes de aceptar."))


def may_correct_minutes(user: Any, minutes: Minutes, reason: str = "-") -> None:
    """Either Secretariat brings the corrected text, saying why."""
    may_add_candidate(user, minutes)
    if "sheet" in minutes.notes:
        raise Denied(_("Vino de una hoja: corrija cada candidato, no el texto."))
    if not reason.strip():
        raise Denied(_("Escriba por qué cambia el texto: la otra Secretaría lo leerá."))


def may_add_candidate(user: Any, minutes: Minutes) -> None:
    """Either Secretariat may point at lines that the reader passed over."""
    may_work_as_secretariat(user)
    if minutes.being_read:
        raise Denied(_("El acta todavía se está leyendo. Espere a que termine."))
    if minutes.withdrawn_at:
        raise Denied(_("Esta acta fue retirada."))


def must_give_reason(reason: str) -> None:
    """The other Secretariat is told why."""
    if not reason.strip():
        raise Denied(_("Escriba por qué lo rechaza: la otra Secretaría lo leerá."))


def may_answer(user: Any, challenge: Challenge, commitment: Commitment, degree: str) -> None:
    """Each Secretariat says it by itself, of two things of the same meeting."""
    may_work_as_secretariat(user)
    if challenge.meeting_id != commitment.meeting_id:
        raise Denied(_("El desafío y el compromiso son de reuniones distintas."))
    if degree and degree not in Answer.Degree.values:
        raise Denied(_("Elija si lo retoma, en parte o no."))


def may_propose_corrigendum(user: Any, commitment: Commitment, reason: str = "-") -> None:
    """A Secretariat, with a reason, one at a time. What the product ships comes from its source."""
    may_work_as_secretariat(user)
    if not reason.strip():
        raise Denied(_("Escriba por qué se corrige: quedará en la historia."))
    if Corrigendum.objects.filter(
        commitment=commitment, agreed_at=None, withdrawn_at=None
    ).exists():
        raise Denied(_("Ya hay una corrección que espera a la otra Secretaría."))


def sets_dates(user: Any) -> bool:
    """Whether this person acts for the Presidency, which sets the dates that papers left open."""
    return any(
        held.body.code == PRESIDENCY and held.role in (Role.PRESIDENCY, Role.OFFICER)
        for held in memberships(user)
    )


def may_set_date(user: Any, commitment: Commitment) -> None:
    """The Presidency, of what was left to be defined; a Secretariat writes down what it set."""
    if not sets_dates(user):
        may_work_as_secretariat(user)
    if not commitment.owed or commitment.closed_on:
        raise Denied(_("Esto ya no se debe."))
    if commitment.due_on or commitment.deadline_kind != "tbd":
        raise Denied(_("No tiene fecha por definir."))


def must_be_its_date(
    user: Any, commitment: Commitment, day: datetime.date | None, note: str
) -> None:
    """A day after the meeting; written down by a Secretariat, with the note that says it."""
    may_set_date(user, commitment)
    if day is None or day < commitment.meeting.starts:
        raise Denied(_("Elija un día posterior a la reunión que lo acordó."))
    if not sets_dates(user) and not note.strip():
        raise Denied(_("Escriba con qué nota fijó la fecha la Presidencia Pro-Témpore."))


def may_agree_corrigendum(user: Any, corrigendum: Corrigendum) -> None:
    """The Secretariat that did not propose it, while it is open."""
    may_withdraw_corrigendum(user, corrigendum)
    body = secretariat_of(user)
    if body is not None and body.pk == corrigendum.body_id:
        raise Denied(_("La propuso su Secretaría: falta que la otra esté de acuerdo."))


def may_withdraw_corrigendum(user: Any, corrigendum: Corrigendum) -> None:
    """Either Secretariat, while it is open."""
    may_work_as_secretariat(user)
    if not corrigendum.open:
        raise Denied(_("Esta corrección ya se resolvió."))
