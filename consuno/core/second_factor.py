"""The second factor at sign-in. Who needs one is said by the rooms; this is how it is kept.

django-allauth does the protocol (codes that work once, recovery codes, limits on attempts).
"""

from __future__ import annotations

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings

from consuno.core import letters, mail, secret_box
from consuno.core.models import User

PURPOSE = "consuno.second_factor"
#: What counts as one; recovery codes only replace it on the day it is lost.
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def has_second_factor(user: User) -> bool:
    """Say whether this person signs in with two factors; asked once a request.

    In the demo world, choosing whom to be counts as both.
    """
    if settings.DEMO:
        return True
    known: bool | None = getattr(user, "_has_second_factor", None)
    if known is None:
        known = Authenticator.objects.filter(user=user, type__in=FACTORS).exists()
        user._has_second_factor = known  # type: ignore[attr-defined]
    return known


def remove(user: User) -> None:
    """Take away every factor and recovery code of a person."""
    Authenticator.objects.filter(user=user).delete()
    if mail.configured():
        letters.way_in_changed.post(user)


class Adapter(DefaultMFAAdapter):
    """Secrets are sealed."""

    def encrypt(self, text: str) -> str:
        """Seal a secret for the database."""
        return secret_box.seal(text, purpose=PURPOSE)

    def decrypt(self, encrypted_text: str) -> str:
        """Read a sealed secret."""
        return secret_box.unseal(encrypted_text, purpose=PURPOSE)

    def _get_site_name(self) -> str:
        return "Consuno"
