"""The letters of the directory."""

from django.utils.translation import gettext as _

from consuno.core.mail import Letter, letter
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
