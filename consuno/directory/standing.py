"""What a person acts as today. Rules of every room ask this first."""

from __future__ import annotations

import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from consuno.core.models import User
from consuno.core.registry import SessionLimits
from consuno.core.second_factor import has_second_factor
from consuno.directory.models import Body, Membership, Role

SECRETARIATS = ("ST-CRM", "ST-RROCM")


#: These need a second factor at sign-in, and do not count until their person has one.
SECOND_FACTOR = frozenset(
    (
        Role.OFFICER, Role.ADMINISTRATOR, Role.CASE_WORKER, Role.SUPERVISOR,
        Role.PROTECTION_OFFICER, Role.PROSECUTOR, Role.KEEPER,
    )
)  # fmt: skip

#: Those who hold people's stories: their session ends soon after they leave their desk (ASVS 7.3).
CARE = frozenset((Role.CASE_WORKER, Role.SUPERVISOR, Role.PROTECTION_OFFICER, Role.PROSECUTOR))
_CARE_LIMITS = SessionLimits(
    datetime.timedelta(minutes=15), datetime.timedelta(hours=8),
    _("Su sesión terminó: pasaron 15 minutos sin uso, u ocho horas. Entre otra vez."),
)  # fmt: skip
_GUARDED_LIMITS = SessionLimits(
    datetime.timedelta(hours=1), datetime.timedelta(hours=10),
    _("Su sesión terminó: pasó una hora sin uso, o diez. Entre otra vez."),
)  # fmt: skip
_LIMITS = SessionLimits(
    datetime.timedelta(hours=4), datetime.timedelta(hours=24),
    _("Su sesión terminó: pasaron cuatro horas sin uso, o un día. Entre otra vez."),
)  # fmt: skip


def session_limits(user: Any) -> SessionLimits:
    """How long this person's session may rest and last: the strictest of what they act as."""
    roles = {held.role for held in _held(user)}
    if roles & CARE:
        return _CARE_LIMITS
    return _GUARDED_LIMITS if roles & SECOND_FACTOR else _LIMITS


def memberships(user: Any) -> list[Membership]:
    """What this person acts as today. Nobody signed in: nothing."""
    return [m for m in _held(user) if m.role not in SECOND_FACTOR or has_second_factor(user)]


def suspended(user: Any) -> list[Membership]:
    """What this person was given, and does not act as for want of a second factor."""
    return [m for m in _held(user) if m.role in SECOND_FACTOR and not has_second_factor(user)]


def _held(user: Any) -> list[Membership]:
    """What this person was given, asked once a request."""
    if not isinstance(user, User) or not user.is_active:
        return []
    cached: list[Membership] | None = getattr(user, "_memberships", None)
    if cached is None:
        cached = list(
            Membership.objects.current().filter(user=user).select_related("body", "body__country")
        )
        user._memberships = cached  # type: ignore[attr-defined]
    return cached


def held_post(user: User, standing: str, owner: str, on: datetime.date) -> bool:
    """Whether this person could sign that day: an officer of that Secretariat, or who keeps the owner's key."""
    secretariat = standing in SECRETARIATS
    code, role = (standing, Role.OFFICER) if secretariat else (owner, Role.KEEPER)
    return any(
        held.role == role
        and held.body.code == code
        and held.starts <= on
        and (not held.ends or on <= held.ends)
        for held in user.memberships.all()
    )


def secretariat_of(user: Any) -> Body | None:
    """The Secretariat whose officer this person is, if one."""
    officer = (m.body for m in memberships(user) if m.role == Role.OFFICER)
    return next((body for body in officer if body.code in SECRETARIATS), None)


def countries_of(user: Any) -> list[str]:
    """Codes of the countries whose bodies this person acts for."""
    return sorted({m.body.country_id for m in memberships(user) if m.body.country_id})
