"""Who acts for one of the two Secretariats; each room says what for."""

from __future__ import annotations

from typing import Any

from django.utils.functional import Promise

from consuno.core.policy import Denied
from consuno.directory.models import Body
from consuno.directory.standing import memberships, secretariat_of


def acting_secretariat(user: Any, refusal: str | Promise) -> Body:
    """Return the Secretariat for which this person acts. Raises Denied with the reason of the act."""
    body = secretariat_of(user)
    if body is None:
        raise Denied(refusal, stranger=not memberships(user))
    return body
