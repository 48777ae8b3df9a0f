"""In which states a request for information and each answer to it are, and what may be done there.

Source: minutes of San Salvador, lines 63 and 66.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from consuno.core.workflow import Step, Workflow

_CLOSED = _("La solicitud está cerrada.")
_OVER = {
    "given": _("Ya se respondió."),
    "declined": _("Ya se respondió."),
    "passed": _("La responde otra institución de su país."),
}
_NOT_YET = _("La institución todavía no ha respondido.")

INQUIRY = Workflow(
    "inquiries.Inquiry", "state",
    Step("change_due", {"open": "open"}, _CLOSED, tells=("inquiries.due_changed",)),
    Step("close_inquiry", {"open": "closed"}, _CLOSED),
    stamps={"closed": "closed_on"},
)  # fmt: skip

ANSWER = Workflow(
    "inquiries.Answer", "state",
    Step("save_answer", {"asked": "draft", "draft": "draft"}, _OVER),
    Step(
        "answer_given", {"asked": "given", "draft": "given"}, _OVER,
        tells=("inquiries.answer_given",),
    ),
    Step(
        "answer_declined", {"asked": "declined", "draft": "declined"}, _OVER,
        tells=("inquiries.answer_given",),
    ),
    Step(
        "pass_on", {"asked": "passed", "draft": "passed"}, _OVER, tells=("inquiries.passed_on",)
    ),
    Step(
        "reopen_answer", {"given": "draft", "declined": "draft"}, _NOT_YET,
        tells=("inquiries.answer_came_back",),
    ),
)  # fmt: skip
