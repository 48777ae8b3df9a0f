"""In which states a cycle, a request for more time and a report are, and what may be done there."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from consuno.core.workflow import Step, Workflow

_SENT = _("El informe ya se envió. Si hay que cambiarlo, pida que se lo devuelvan.")
_NOT_BEFORE = _("Este informe no está ante las Secretarías.")

#: A validator of the institution stands between sending and the Secretariats where it has one.
_AHEAD = ("submitted", "in_review")

CYCLE = Workflow(
    "monitoring.Cycle", "state",
    Step(
        "draft_cycle", {"draft": "draft"},
        _("El ciclo ya está abierto: sus fechas no cambian."), tells=("monitoring.cycle_waits",),
    ),
    Step(
        "confirm_cycle", {"draft": ("draft", "open")},  # it opens when both have
        _("El ciclo ya está abierto."), tells=("monitoring.update_asked",),
    ),
    Step("sign_off", {"open": "open"}, _("El ciclo todavía no se ha abierto.")),
    stamps={"open": "opened_on"},
)  # fmt: skip

EXTENSION = Workflow(
    "monitoring.Extension", "state",
    Step(
        "decide_extension", {"pending": ("pending", "granted", "refused")},
        _("Ya está decidido."), tells=("monitoring.extension_decided",),
    ),
)  # fmt: skip

REPORT = Workflow(
    "monitoring.Report", "state",
    Step(
        "save_report",
        {"requested": "draft", "draft": "draft", "returned": "returned"},
        _SENT,
    ),
    Step(
        "add_evidence",
        {"requested": "draft", "draft": "draft", "returned": "returned"},
        _SENT,
    ),
    Step(
        "send_report",
        {"requested": _AHEAD, "draft": _AHEAD, "returned": _AHEAD},
        _SENT, tells=("monitoring.report_to_validate",),
    ),
    Step(
        "report_by_note", {"requested": "in_review"},
        _("La institución ya escribe su informe."), tells=("monitoring.reported_by_note",),
    ),
    Step("validate_report", {"submitted": "in_review"}, _("Este informe no espera validación.")),
    Step(
        "return_report", {"submitted": "returned", "in_review": "returned"},
        _NOT_BEFORE, tells=("monitoring.report_came_back",),
    ),
    Step("assess_report", {"in_review": "in_review"}, _NOT_BEFORE),
)  # fmt: skip
