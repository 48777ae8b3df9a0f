"""What the room tells people of: that there is something, never what."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from consuno.cases import policies
from consuno.cases.models import Complaint, Recipient
from consuno.core.models import User
from consuno.core.notices import Line, notice
from consuno.core.policy import allowed


def _line(reader: User, found: Recipient, words: str) -> Line | None:
    if not allowed(policies.may_handle, reader, found):
        return None
    return Line(
        words % {"folio": found.complaint.folio}, reverse("cases:handle", args=[found.name])
    )


@notice(lambda: Recipient.objects.select_related("complaint", "body"))
def complaint_came(reader: User, found: Recipient) -> Line | None:
    """A report came in."""
    if found.state != Recipient.State.NEW or found.complaint.status != Complaint.Status.SENT:
        return None
    return _line(reader, found, _("Llegó una denuncia: %(folio)s"))


@notice(lambda: Recipient.objects.select_related("complaint", "body"))
def complaint_news(reader: User, found: Recipient) -> Line | None:
    """The reporter wrote again, added a file or decided on a proposal."""
    if found.complaint.status != Complaint.Status.SENT:
        return None
    return _line(reader, found, _("Hay algo nuevo en la denuncia %(folio)s"))


@notice(lambda: Recipient.objects.select_related("complaint", "body"))
def complaint_late(reader: User, found: Recipient) -> Line | None:
    """A report waits longer than it may."""
    if not found.is_late:
        return None
    return _line(reader, found, _("Venció el plazo de la denuncia %(folio)s"))


@notice(lambda: Recipient.objects.select_related("complaint", "body"))
def assigned_to_you(reader: User, found: Recipient) -> Line | None:
    """A report was given to one."""
    return _line(reader, found, _("Se encarga usted de la denuncia %(folio)s"))
