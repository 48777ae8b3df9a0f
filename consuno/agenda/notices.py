"""What the agenda tells people of."""

from __future__ import annotations

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from consuno.agenda import policies
from consuno.agenda.models import Candidate, Corrigendum, Meeting, Minutes
from consuno.core.models import User
from consuno.core.notices import Line, notice
from consuno.core.policy import allowed
from consuno.directory.models import Body


@notice
def paper_waits(reader: User, minutes: int) -> Line | None:
    """Minutes came in, and this Secretariat has not reviewed them."""
    found = Minutes.objects.filter(pk=minutes, withdrawn_at=None).select_related("meeting").first()
    if found is None or not allowed(policies.may_work_as_secretariat, reader):
        return None
    words = _("Un acta espera su revisión: %(meeting)s") % {"meeting": found.meeting}
    return Line(words, found.get_absolute_url())


@notice
def rejected(reader: User, candidate: int, body: str) -> Line | None:
    """The other Secretariat rejected what this one had accepted."""
    found = Candidate.objects.filter(pk=candidate).select_related("minutes__meeting").first()
    if found is None or not allowed(policies.may_work_as_secretariat, reader):
        return None
    words = _("%(body)s rechazó algo que su Secretaría había aceptado: %(meeting)s") % {
        "body": body, "meeting": found.minutes.meeting,
    }  # fmt: skip
    return Line(words, f"{found.minutes.get_absolute_url()}?n={found.number}")


@notice
def owes(reader: User, meeting: int, body: str) -> Line | None:
    """A meeting left something for which a body answers."""
    found = Meeting.objects.filter(pk=meeting).first()
    owner = Body.objects.filter(code=body).first()
    if found is None or owner is None or not allowed(policies.may_open_meeting, reader, found):
        return None
    words = _("%(body)s responde por algo nuevo de %(meeting)s") % {
        "body": owner, "meeting": found,
    }  # fmt: skip
    query = urlencode({"que": "todo", "cuerpo": body, "reunion": found.slug})
    return Line(words, f"{reverse('agenda:board')}?{query}")


@notice
def corrigendum_waits(reader: User, corrigendum: int) -> Line | None:
    """The other Secretariat proposes to correct what is on the agenda."""
    found = Corrigendum.objects.filter(pk=corrigendum).select_related("commitment__meeting").first()
    if found is None or not allowed(policies.may_agree_corrigendum, reader, found):
        return None
    words = _("%(body)s propone corregir %(item)s") % {
        "body": found.body, "item": found.commitment.label,
    }  # fmt: skip
    return Line(words, found.commitment.get_absolute_url())
