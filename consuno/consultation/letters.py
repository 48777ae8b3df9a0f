"""The letters of consultation. They say that something waits and where, never what it says."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from consuno.consultation import policies
from consuno.consultation.queries.absence import unanswered
from consuno.core.mail import Letter, letter
from consuno.core.models import User
from consuno.core.policy import allowed


@letter()
def position_missing(person: User, reminder: int) -> Letter | None:
    """One's country has said nothing of a text: its term is over, and from a day on it is absent."""
    found = unanswered().filter(pk=reminder).first()
    if found is None or not allowed(policies.may_enter, person):
        return None
    return Letter(
        subject=_("falta la postura de su país"),
        paragraphs=(
            _("Su país todavía no ha dicho nada de un texto que se consulta, y su plazo terminó."),
            _("Si no lo dice en los días de la regla que los gobiernos acordaron, constará como ausente."),
        ),
        path=reverse("consultation:positions", args=[found.version.proposal_id]),
        action=_("Dar la postura"),
    )  # fmt: skip
