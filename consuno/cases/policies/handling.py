"""Who handles a report: people of an organisation that the reporter chose, with their vault open."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from consuno.cases.models import Complaint, HandOver, Recipient
from consuno.cases.policies.complaints import receiving
from consuno.cases.workflow import COMPLAINT, HOLDER
from consuno.core.models import User
from consuno.core.policy import Denied
from consuno.directory.models import Body
from consuno.directory.models.fact import Look
from consuno.directory.policies import cares, may_use_key
from consuno.directory.standing import CARE, memberships
from consuno.knowledge.models import Provision

#: The cell of the matrix of laws that says whether personal data may pass to another country.
TRANSFER, YES = "transferencia", "si"
#: Days after which what ended is erased: closed (ours, until a country says), withdrawn, and how long a
#: question waits before it is closed.
KEPT_CLOSED, KEPT_WITHDRAWN, WAITS = 365, 30, 180


def may_see_desk(user: Any) -> None:
    """Those who work with people, of any organisation; what they see there is its own."""
    if not any(held.role in CARE for held in memberships(user)):
        raise Denied(
            _("Es la mesa de quienes atienden a personas."), stranger=not memberships(user)
        )


def may_handle(user: Any, recipient: Recipient) -> None:
    """People of that organisation who work with people and hold its key. To others, and before it
    is sent, it does not exist.
    """
    unsent = recipient.complaint.status == Complaint.Status.DRAFT
    if unsent or not cares(user, recipient.body):
        raise Denied("", stranger=True)
    may_use_key(user, recipient.body)


def must_not_be_withdrawn(complaint: Complaint) -> None:
    """What was withdrawn is erased, and nothing more is written of it; of what was closed one may still note."""
    if complaint.status == Complaint.Status.WITHDRAWN:
        raise Denied(_("Quien denunció la retiró."))


HOLDER.may("complaint_assigned")(may_handle)


@HOLDER.may("complaint_noted")
def may_note(user: Any, recipient: Recipient) -> None:
    """Whoever handles it, also of what is closed."""
    may_handle(user, recipient)
    must_not_be_withdrawn(recipient.complaint)


def must_be_going_on(recipient: Recipient, verb: str) -> None:
    """Neither withdrawn nor closed, there and as a whole."""
    must_not_be_withdrawn(recipient.complaint)
    HOLDER.must_allow(verb, recipient)
    COMPLAINT.must_allow("end_complaint", recipient.complaint)


def _must_handle_what_goes_on(verb: str) -> None:
    @HOLDER.may(verb)
    def rule(user: Any, recipient: Recipient) -> None:
        may_handle(user, recipient)
        must_be_going_on(recipient, verb)


for _verb in (
    "complaint_acknowledged", "complaint_replied", "handover_proposed", "complaint_closed"
):  # fmt: skip
    _must_handle_what_goes_on(_verb)


def must_be_a_colleague(to: User, recipient: Recipient) -> None:
    """Work is given to who can open it."""
    may_handle(to, recipient)


def must_have_been_answered(recipient: Recipient) -> None:
    """Nobody closes in silence, nor over what the reporter wrote since: they read why."""
    if recipient.answered_on is None or recipient.written_on is not None:
        raise Denied(_("Antes de cerrarla, responda a quien denunció."))


def must_be_another(recipient: Recipient, to: Body) -> None:
    """One that can receive, does not read it already, and of which nobody was asked yet."""
    if recipient.complaint.recipients.filter(body=to).exists():
        raise Denied(_("Esa organización ya la lee."))
    if recipient.complaint.handovers.filter(to=to, answered_on=None).exists():
        raise Denied(_("Ya está propuesto: espera a quien denuncia."))
    country = to.country_id or ""
    if to.code not in {body.code for body, _key in receiving(country)}:
        raise Denied(_("Esa organización no puede recibirla: no tiene sus claves firmadas."))


def must_be_transferable(sender: Body, to: Body) -> None:
    """To another country only where the sending one confirmed that its law lets data pass; unknown is no."""
    home = sender.country_id
    if home == to.country_id:
        return
    found = Provision.objects.filter(country=home, element=TRANSFER, ended_on=None).first()
    if found is None or found.value != YES or found.look != Look.VALIDATED:
        raise Denied(
            _(
                "%(country)s no ha confirmado que su ley permita pasar datos a otro país: no se pasan."
            )
            % {"country": sender.country}
        )


def must_wait_for_an_answer(handover: HandOver) -> None:
    """The reporter answers once."""
    if handover.answered_on is not None:
        raise Denied(_("Ya respondió."))
