"""What each role is for, in words a person can read, and which kinds of body have it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from consuno.directory.models import Body, Role


@dataclass(frozen=True, slots=True)
class Duty:
    """A role: what the person does with it, and what it does not let them do."""

    role: Role
    does: str | Promise
    does_not: str | Promise


DUTIES = (
    Duty(
        Role.ADMINISTRATOR,
        _("Invita a las personas de su institución, les da su función y la termina cuando se van."),
        _("No revisa actas ni responde compromisos: para eso necesita además otra función."),
    ),
    Duty(
        Role.OFFICER,
        _("Registra actas, revisa cada acuerdo y lo confirma en nombre de su Secretaría; nombra a la primera administración de cada institución."),
        _("No confirma por la otra Secretaría."),
    ),
    Duty(
        Role.PRESIDENCY,
        _("Actúa por la Presidencia Pro-Témpore mientras su país la ejerce; lee los acuerdos de las reuniones que no son públicas."),
        _("No confirma actas: eso es de las dos Secretarías."),
    ),
    Duty(
        Role.FOCAL_POINT,
        _("Habla por su institución; lee los acuerdos de las reuniones que no son públicas y ve primero lo que su institución debe."),
        _("No cambia lo acordado."),
    ),
    Duty(
        Role.ALTERNATE,
        _("Hace lo mismo que el punto focal cuando este falta."),
        _("No cambia lo acordado."),
    ),
    Duty(
        Role.DRAFTER,
        _("Prepara lo que su institución va a decir; lee los acuerdos de las reuniones que no son públicas."),
        _("No envía nada en nombre de su institución."),
    ),
    Duty(
        Role.VALIDATOR,
        _("Da el visto bueno a lo que su institución dice; lee los acuerdos de las reuniones que no son públicas."),
        _("No lo redacta."),
    ),
    Duty(
        Role.READER,
        _("Lee los acuerdos de las reuniones que no son públicas."),
        _("No escribe nada."),
    ),
)  # fmt: skip

_STATE = (Role.FOCAL_POINT, Role.ALTERNATE, Role.DRAFTER, Role.VALIDATOR, Role.READER)
_BY_KIND = {
    Body.Kind.SECRETARIAT: (Role.OFFICER, Role.READER),
    Body.Kind.OBSERVER: (Role.READER,),
}
#: The office that moves from country to country has its own role.
PRESIDENCY = "PPT-CRM"


def duties_of(body: Body) -> list[Duty]:
    """Roles that people of this body may have, the administration first."""
    fit = _BY_KIND.get(Body.Kind(body.kind), _STATE)
    if body.code == PRESIDENCY:
        fit = (Role.PRESIDENCY, Role.DRAFTER, Role.READER)
    return [duty for duty in DUTIES if duty.role in (Role.ADMINISTRATOR, *fit)]


def duty(role: str) -> Duty | None:
    """Return what a role is for; None for those of the casework rooms."""
    return next((each for each in DUTIES if each.role == role), None)
