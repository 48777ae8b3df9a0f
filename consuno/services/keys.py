"""The link of a letter that asks to confirm services: signed, never kept, good once."""

from __future__ import annotations

from django.core import signing
from django.urls import reverse

from consuno.services.models import Asking

SALT = "consuno.services.asking"


def path_of(asking: Asking) -> str:
    """Return the address that opens the page with the button."""
    return reverse("services:confirm_by_link", args=[signing.dumps(asking.pk, salt=SALT)])


def asking_of(key: str) -> Asking | None:
    """Return the letter of a key; None when it was never made."""
    try:
        number = signing.loads(key, salt=SALT)
    except signing.BadSignature:
        return None
    return Asking.objects.filter(pk=number).select_related("body", "user").first()
