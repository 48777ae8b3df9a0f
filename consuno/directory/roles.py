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
        _("Registra actas, revisa cada acuerdo y lo confirma en nombre de su Secretaría; nombra a la primera "
          "administración de cada institución."),
        _("No confirma por la otra Secretaría."),
    ),
    Duty(
        Role.PRESIDENCY,
        _("Actúa por la Presidencia Pro-Témpore mientras su país la ejerce; lee los acuerdos de las reuniones "
          "que no son públicas."),
        _("No confirma actas: eso es de las dos Secretarías."),
    ),
    Duty(
        Role.FOCAL_POINT,
        _("Habla por su institución; lee los acuerdos de las reuniones que no son públicas y ve primero lo que "
          "su institución debe."),
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
        Role.CASE_WORKER,
        _("Atiende a personas: lee lo que confiaron a su organización, les responde y les da seguimiento."),
        _("No lee lo que confiaron a otras."),
    ),
    Duty(
        Role.SUPERVISOR,
        _("Atiende a personas, reparte el trabajo y responde por los plazos."),
        _("No lee lo que confiaron a otras organizaciones."),
    ),
    Duty(
        Role.PROTECTION_OFFICER,
        _("Atiende a niñas, niños y adolescentes y vela por su interés superior."),
        _("No lee lo que confiaron a otras instituciones."),
    ),
    Duty(
        Role.PROSECUTOR,
        _("Recibe lo que una persona quiso confiar a la fiscalía."),
        _("No lee nada que no se le confió."),
    ),
    Duty(
        Role.KEEPER,
        _("Guarda una de las tres partes de la clave de su organización y firma que es suya; con otra persona la "
          "devuelve si se pierde."),
        _("No lee lo que las personas confiaron."),
    ),
    Duty(
        Role.READER,
        _("Lee los acuerdos de las reuniones que no son públicas."),
        _("No escribe nada."),
    ),
)  # fmt: skip

_STATE = (
    Role.FOCAL_POINT, Role.ALTERNATE, Role.DRAFTER, Role.VALIDATOR, Role.CASE_WORKER, Role.SUPERVISOR,
    Role.PROTECTION_OFFICER, Role.PROSECUTOR, Role.KEEPER, Role.READER,
)  # fmt: skip
#: Those of public institutions alone.
_PUBLIC = frozenset((Role.PROTECTION_OFFICER, Role.PROSECUTOR))
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
    roles = {Role.ADMINISTRATOR, *fit} - (_PUBLIC if body.civil_society else frozenset())
    return [duty for duty in DUTIES if duty.role in roles]


def duty(role: str) -> Duty | None:
    """Return what a role is for."""
    return next((each for each in DUTIES if each.role == role), None)
