"""Reads of the directory."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from consuno.core.models import User
from consuno.directory.models import Body, Country, Membership, Role

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


class Gazetteer:
    """Bodies by the codes that minutes use; one query for a whole paper."""

    def __init__(self) -> None:
        self._bodies = {body.code: body for body in Body.objects.select_related("country")}
        self._countries = {country.code: country for country in Country.objects.all()}

    def find(self, code: str | None) -> tuple[Body | None, Country | None]:
        """Return body and country of a code.

        `PAISES-CRM:each` is the group, `PPT-CRM:CR` the office as Costa Rica held it.
        """
        if not code:
            return None, None
        body = self._bodies.get(code)
        if body is not None:
            return body, body.country
        office, _, holder = code.rpartition(":")
        return self._bodies.get(office), self._countries.get(holder)


def bodies() -> QuerySet[Body]:
    """All bodies, with what their rows show."""
    return Body.objects.select_related("country", "parent")
