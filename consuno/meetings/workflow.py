"""In which states a meeting and its minutes are, and what may be done there.

Source: minutes of San Salvador, line 105; the Secretariats write, the Presidency gives leave, those whom
the rule of the series names approve.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from consuno.core.workflow import Step, Workflow

_CANCELLED = _("Esta reunión se suspendió.")
_STANDS = {"planned": "planned", "held": "held"}
_NOT_OUT = _("El acta no está circulando.")

SITTING = Workflow(
    "meetings.Sitting", "state",
    Step("invite", _STANDS, _CANCELLED, tells=("meetings.invited",)),
    Step("count_delegations", {"planned": "held", "held": "held"}, _CANCELLED),
    Step(
        "cancel_sitting", {"planned": "cancelled"},
        _("Solo se suspende una reunión prevista."), tells=("meetings.sitting_cancelled",),
    ),
)  # fmt: skip

MINUTES = Workflow(
    "meetings.Record", "state",
    Step(
        "write_discussion", {"draft": "draft", "leave": "leave", "circulated": "circulated"},
        _("El acta de esta reunión ya está aprobada: no cambia."),
    ),
    Step(
        "minutes_confirms", {"draft": "draft", "leave": "leave", "circulated": "circulated"},
        _("El acta ya está aprobada."),
    ),
    Step(
        "circulate", {"draft": ("leave", "circulated")},
        _("El acta ya salió de las Secretarías."), tells=("meetings.leave_waits",),
    ),
    Step(
        "give_leave", {"leave": ("circulated", "draft")},
        _("El acta no espera la venia de la Presidencia."), tells=("meetings.leave_given",),
    ),
    Step(
        "ask_correction", {"circulated": "circulated"},
        _("El plazo para pedir correcciones terminó o no ha empezado."),
        tells=("meetings.correction_waits",),
    ),
    Step(
        "answer_correction", {"circulated": "circulated"}, _NOT_OUT,
        tells=("meetings.correction_answered",),
    ),
    Step("minutes_approves", {"circulated": ("circulated", "approved")}, _NOT_OUT),
)  # fmt: skip
