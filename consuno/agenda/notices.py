"""What the agenda tells people of."""

from __future__ import annotations

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from consuno.agenda import policies
from consuno.agenda.models import Candidate, Commitment, Corrigendum, Meeting, Minutes
from consuno.core.models import User
from consuno.core.notices import Line, notice
from consuno.core.policy import allowed
from consuno.directory.standing import memberships


# A paper and its file may weigh megabytes; a line needs neither.
@notice(lambda: Minutes.objects.select_related("meeting").defer("text", "content"))
def paper_waits(reader: User, found: Minutes) -> Line | None:
    """Minutes came in, and this Secretariat has not reviewed them."""
    if found.withdrawn_at or not allowed(policies.may_work_as_secretariat, reader):
        return None
    words = _("Un acta espera su revisión: %(meeting)s") % {"meeting": found.meeting}
    return Line(words, found.get_absolute_url())


@notice(lambda: Minutes.objects.select_related("meeting").defer("text", "content"))
def text_corrected(reader: User, found: Minutes) -> Line | None:
    """The other Secretariat corrected the text of minutes: what reads otherwise waits again."""
    if found.withdrawn_at or not allowed(policies.may_work_as_secretariat, reader):
        return None
    words = _("Se corrigió el texto de un acta: %(meeting)s") % {"meeting": found.meeting}
    return Line(words, found.get_absolute_url())


@notice(
    lambda: Candidate.objects.select_related("minutes__meeting").defer(
        "minutes__text", "minutes__content"
    )
)
def rejected(reader: User, found: Candidate, body: str) -> Line | None:
    """The other Secretariat rejected what this one had accepted."""
    if found.minutes.withdrawn_at or not allowed(policies.may_work_as_secretariat, reader):
        return None
    words = _("%(body)s rechazó algo que su Secretaría había aceptado: %(meeting)s") % {
        "body": body, "meeting": found.minutes.meeting,
    }  # fmt: skip
    return Line(words, f"{found.minutes.get_absolute_url()}?n={found.number}")


@notice(lambda: Meeting.objects.all())
def owes(reader: User, found: Meeting, body: str) -> Line | None:
    """A meeting left something for which a body answers; told to those who act for it."""
    owner = next((held.body for held in memberships(reader) if held.body.code == body), None)
    if owner is None or not allowed(policies.may_read_meeting, reader, found):
        return None
    words = _("%(body)s responde por algo nuevo de %(meeting)s") % {
        "body": owner, "meeting": found,
    }  # fmt: skip
    query = urlencode({"que": "todo", "cuerpo": body, "reunion": found.slug})
    return Line(words, f"{reverse('agenda:board')}?{query}")


@notice(lambda: Corrigendum.objects.select_related("commitment__meeting", "body"))
def corrigendum_waits(reader: User, found: Corrigendum) -> Line | None:
    """The other Secretariat proposes to correct what is on the agenda."""
    if not allowed(policies.may_agree_corrigendum, reader, found):
        return None
    words = _("%(body)s propone corregir %(item)s") % {
        "body": found.body, "item": found.commitment.label,
    }  # fmt: skip
    return Line(words, found.commitment.get_absolute_url())


@notice(lambda: Commitment.objects.select_related("meeting"))
def date_set(reader: User, found: Commitment) -> Line | None:
    """The Presidency set the date of something that had none."""
    if found.due_on is None or not allowed(policies.may_read_commitment, reader, found):
        return None
    words = _("La Presidencia Pro-Témpore fijó la fecha de %(item)s: %(day)s") % {
        "item": found.label, "day": date_format(found.due_on, "DATE_FORMAT"),
    }  # fmt: skip
    return Line(words, found.get_absolute_url())
