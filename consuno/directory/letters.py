"""The letters of the directory."""

from django.urls import reverse
from django.utils.translation import gettext as _

from consuno.core.mail import Letter, letter
from consuno.core.models import User
from consuno.directory.invitations import path_of
from consuno.directory.models import Invitation


@letter(to=Invitation)
def invitation(found: Invitation) -> Letter | None:
    """A link to accept; the letter does not say to what, for others may read it."""
    if not found.pending:
        return None
    return Letter(
        subject=_("le invitan a entrar"),
        paragraphs=(
            _("Una institución de la agenda común de la CRM y la RROCM le invita a actuar por ella en Consuno."),
            _("El enlace vale siete días y es solo para usted. Si no lo esperaba, no haga nada."),
        ),
        path=path_of(found),
        action=_("Ver la invitación"),
    )  # fmt: skip


@letter()
def key_alarm(person: User) -> Letter:
    """A key in use is not signed by those who must; nothing is sealed to it. Which one is on the page."""
    return Letter(
        subject=_("una clave no está firmada por quienes deben"),
        paragraphs=(
            _("Una clave de una organización cambió, y las firmas que tiene no son de quienes deben firmarla. "
              "Nadie puede confiarle nada hasta que se aclare."),
            _("Compare su huella con la organización, por teléfono, y avise a quien administra el servidor."),
        ),
        path=reverse("directory:key_directory"),
        action=_("Ver las claves"),
    )  # fmt: skip


@letter()
def record_alarm(person: User) -> Letter:
    """The record of acts does not check."""
    return Letter(
        subject=_("el registro de actos no está entero"),
        paragraphs=(
            _("La comprobación de esta noche encontró que alguien alteró o borró asientos del registro de actos."),
            _("Avise hoy a quien administra el servidor: «consuno audit_verify» dice desde dónde."),
        ),
        path=reverse("site:notices"),
        action=_("Ver los avisos"),
    )  # fmt: skip
