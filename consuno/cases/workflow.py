"""In which states a report is, as a whole and at each organisation that reads it.

What a reporter does is asked of nobody but the receipt, and is not in the record of acts: it would tell
when somebody was at a computer.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from consuno.core.workflow import Step, Workflow

_GOING_ON = ("new", "open", "waiting", "answered")
_CLOSED = _("Ya está cerrada.")
_STAYS = {state: state for state in _GOING_ON}

COMPLAINT = Workflow(
    "cases.Complaint", "status",
    Step("send_complaint", {"draft": "sent"}, _("Ya la envió: puede añadir un mensaje."), alone=True),
    Step("tell_more", {"sent": "sent"}, _("Esta denuncia ya no recibe mensajes."), alone=True),
    Step(
        "withdraw_complaint", {"sent": "withdrawn", "closed": "withdrawn", "withdrawn": "withdrawn"},
        _("Quien denunció la retiró."), alone=True,
    ),
    # The last organisation ended its part.
    Step("end_complaint", {"sent": "closed"}, _CLOSED, alone=True),
)  # fmt: skip

HOLDER = Workflow(
    "cases.Recipient", "state",
    Step("complaint_acknowledged", {**_STAYS, "new": "open"}, _CLOSED),
    Step(
        "complaint_replied", dict.fromkeys(_GOING_ON, ("open", "waiting", "answered")), _CLOSED
    ),
    Step("handover_proposed", _STAYS, _CLOSED),
    Step("complaint_closed", dict.fromkeys(_GOING_ON, "closed"), _CLOSED),
    Step("complaint_noted", {**_STAYS, "closed": "closed"}, _CLOSED),
    Step(
        "complaint_assigned", {**_STAYS, "closed": "closed"}, _CLOSED,
        tells=("cases.assigned_to_you",),
    ),
    # The reporter wrote: whoever had asked or answered owes an answer again.
    Step("reporter_wrote", {"waiting": "open", "answered": "open"}, _CLOSED, alone=True),
    Step("reporter_withdrew", dict.fromkeys(_GOING_ON, "closed"), _CLOSED, alone=True),
    # What was asked of the reporter had no answer in its days.
    Step("waited_in_vain", {"waiting": "closed", "answered": "closed"}, _CLOSED, alone=True),
)  # fmt: skip
