"""The link of an invitation: signed, never kept."""

from __future__ import annotations

from django.core import signing
from django.urls import reverse

from consuno.directory.models import Invitation

SALT = "consuno.directory.invitation"


def path_of(invitation: Invitation) -> str:
    """Return the address that accepts it, within Consuno; whoever holds it may use it."""
    key = signing.dumps([invitation.pk, invitation.issue], salt=SALT)
    return reverse("directory:open_invitation", args=[key])


def invitation_of(key: str) -> Invitation | None:
    """Return the invitation of a key; None when it was never made, or was sent again since."""
    try:
        number, issue = signing.loads(key, salt=SALT)
    except signing.BadSignature:
        return None
    return Invitation.objects.filter(pk=number, issue=issue).select_related("body", "by").first()
