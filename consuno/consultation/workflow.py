"""In which phase a proposal, a version and a round are, and which acts are possible there.

What else an act asks for (that all agree, that an objection stood through two rounds) its rule says.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from consuno.consultation.phase import phase_of
from consuno.core.workflow import Step, Workflow

_OPEN_ROUND = _("Hay una ronda abierta: ciérrela antes.")
_SILENT = _("Corre el silencio sobre la versión anterior: que termine o que se levante.")
_NOT_FIXED = _("Primero se fija la versión.")
_NO_ROUND = _("No hay ninguna ronda abierta.")
_REFUSALS: dict[str, str | Promise] = {
    "withdrawn": _("Esta propuesta se retiró."),
    "adopted": _("Este texto se adoptó: para cambiarlo se propone su revisión."),
    "over": _("El plazo de silencio terminó: el texto quedó aprobado."),
    "draft": _NOT_FIXED, "fixed": _NO_ROUND, "closed": _NO_ROUND,
    "round": _OPEN_ROUND, "overdue": _OPEN_ROUND, "broken": _OPEN_ROUND, "silence": _SILENT,
}  # fmt: skip

ASKING = ("round", "overdue", "silence", "broken")
CIRCULATED = ("fixed", "round", "overdue", "closed", "silence", "broken")
GOING = ("draft", *CIRCULATED)
REST = ("fixed", "closed")


def _step(
    verb: str, phases: Iterable[str], to: str = "", *, tells: tuple[str, ...] = (), on: str = ""
) -> Step:
    moves = {phase: to or phase for phase in phases}
    refusals = {phase: said for phase, said in _REFUSALS.items() if phase not in moves}
    return Step(verb, moves, refusals, tells=tells, on=on)


_VERSION, _ROUND, _OBSERVATION = "consultation.Version", "consultation.Round", "observation"

PROPOSAL = Workflow(
    "consultation.Proposal", phase_of,
    _step("withdraw_proposal", GOING, "withdrawn"),
    _step("cover", GOING),
    _step("freeze", ("draft", "fixed", "round", "overdue", "closed", "broken"), on=_VERSION),
    _step("begin_version", CIRCULATED),
    _step("open_round", REST, "round", tells=("consultation.round_opened",)),
    _step("order_silence", REST, "silence", tells=("consultation.silence_ordered",)),
    _step("declare_adoption", REST, "adopted", tells=("consultation.text_adopted",)),
    _step("elevate_proposal", ("fixed", "round", "overdue", "closed", "broken")),
    _step("certify_adoption", ("adopted",)),
    _step("extend_round", ("round", "overdue"), on=_ROUND),
    _step("close_round", ("overdue", "broken"), "closed", on=_ROUND),
    _step("lift_silence", ("silence",), "broken", on=_ROUND),
    *(
        _step(verb, GOING, on=_VERSION)
        for verb in (
            "write_clause", "add_clause", "remove_clause", "move_clause", "take_in",
            "describe_version", "add_artefact", "bracket_clause", "split_proposal",
        )
    ),
    *(
        _step(verb, ASKING, on=_ROUND)
        for verb in (
            "acknowledge", "ask_institutions", "tell_own_country", "observe",
            "submit_observation", "bring_observations",
        )
    ),
    *(
        _step(verb, CIRCULATED, on=_OBSERVATION)
        for verb in (
            "withdraw_observation", "dispose", "answer_disposition", "replace_observation",
            "take_position", "confirm_position",
        )
    ),
    stamps={"withdrawn": "withdrawn_on"},
    by_time={"overdue": "round", "over": "silence"},
)  # fmt: skip

_CIRCULATES = _("Esta versión ya circuló y no cambia: empiece una nueva.")
VERSION = Workflow(
    _VERSION, "state",
    Step("write_clause", {"draft": "draft"}, _CIRCULATES),
    Step("freeze", {"draft": "fixed"}, _CIRCULATES),
    Step("begin_version", {"fixed": "fixed"}, _("Hay un borrador abierto: siga en él.")),
    stamps={"fixed": "frozen_at"},
)  # fmt: skip

_IS_CLOSED = _("La ronda está cerrada.")
ROUND = Workflow(
    _ROUND, "state",
    Step("observe", {"open": "open"}, _IS_CLOSED),
    Step("extend_round", {"open": "open"}, _IS_CLOSED, tells=("consultation.round_extended",)),
    Step("close_round", {"open": "closed"}, _IS_CLOSED),
    Step("end_silence", {"open": "closed"}, _IS_CLOSED, alone=True),
    stamps={"closed": "closed_at"},
)  # fmt: skip
