"""What the directory tells people of."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from consuno.core.models import User
from consuno.core.notices import Line, notice
from consuno.core.policy import allowed
from consuno.directory import policies
from consuno.directory.models import Invitation


@notice(lambda: Invitation.objects.select_related("body__parent__parent", "membership__user"))
def invitation_accepted(reader: User, found: Invitation) -> Line | None:
    """Somebody accepted one's invitation."""
    if found.membership is None or not allowed(policies.may_read_people, reader, found.body):
        return None
    words = _("%(name)s aceptó su invitación a %(body)s") % {
        "name": found.membership.user.name, "body": found.body,
    }  # fmt: skip
    return Line(words, reverse("directory:people", args=[found.body.code]))
