"""What a person acts as today. Rules of every room ask this first."""

from __future__ import annotations

from typing import Any

from consuno.core.models import User
from consuno.directory.models import Body, Membership, Role

SECRETARIATS = ("ST-CRM", "ST-RROCM")


def memberships(user: Any) -> list[Membership]:
    """What this person acts as today; asked once a request. Nobody signed in: nothing."""
    if not isinstance(user, User) or not user.is_active:
        return []
    cached: list[Membership] | None = getattr(user, "_memberships", None)
    if cached is None:
        cached = list(
            Membership.objects.current().filter(user=user).select_related("body", "body__country")
        )
        user._memberships = cached  # type: ignore[attr-defined]
    return cached


def secretariat_of(user: Any) -> Body | None:
    """The Secretariat whose officer this person is, if one."""
    officer = (m.body for m in memberships(user) if m.role == Role.OFFICER)
    return next((body for body in officer if body.code in SECRETARIATS), None)


def countries_of(user: Any) -> list[str]:
    """Codes of the countries whose bodies this person acts for."""
    return sorted({m.body.country_id for m in memberships(user) if m.body.country_id})
