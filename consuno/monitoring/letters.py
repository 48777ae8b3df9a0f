"""The letters of monitoring. They say that something waits and where, never about whom."""

from __future__ import annotations

from django.utils.translation import gettext as _

from consuno.core.mail import Letter, letter
from consuno.core.models import User
from consuno.directory.standing import memberships
from consuno.monitoring.models import Cycle


@letter()
def asked_to_report(person: User, cycle: int, body: str) -> Letter | None:
    """A cycle opened; one click and a sign-in lead to what is asked. Opening it changes nothing."""
    found = Cycle.objects.filter(pk=cycle).first()
    if found is None or not any(held.body.code == body for held in memberships(person)):
        return None
    return Letter(
        subject=_("se le pide un informe"),
        paragraphs=(
            _("Se abrió un ciclo de seguimiento y se pide a su institución que informe."),
            _("Puede guardar lo que escriba y enviarlo después."),
        ),
        path=f"{found.get_absolute_url()}?cuerpo={body}",
        action=_("Ver lo que se pide"),
    )
