"""Reads of the directory."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import F, Q, QuerySet

from consuno.core import clock
from consuno.core.models import User
from consuno.core.text import fold
from consuno.directory.models import Body, Country, Invitation, Membership, Role


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


class BodyNames:
    """Bodies by the words people type: short name, name or code, in either language."""

    def __init__(self) -> None:
        found = [body for body in Body.objects.filter(closed_on=None) if body.shown]
        meant: dict[str, set[str]] = {}
        for body in found:
            for words in (body.short.es, body.short.en, body.name.es, body.name.en, body.code):
                if words:
                    meant.setdefault(fold(words), set()).add(body.code)
        self._codes = {words: codes.pop() for words, codes in meant.items() if len(codes) == 1}
        self.options = sorted({str(text) for body in found for text in (body.short, body.name)})

    def find(self, words: str) -> str | None:
        """Return the code of the one body these words name; None for none, or for two."""
        return self._codes.get(fold(words))


def bodies() -> QuerySet[Body]:
    """All bodies, with what their rows show."""
    return Body.objects.select_related("country", "parent", "merged_into")


def bodies_of(country: Country) -> list[Body]:
    """The bodies that a country has today."""
    return list(bodies().filter(country=country, closed_on=None))


def people_of(body: Body) -> tuple[list[Membership], list[Membership]]:
    """Return who acts for a body today, and who did before (the last fifty)."""
    everyone = Membership.objects.filter(body=body).select_related("user")
    current = list(everyone.current().order_by("role", "user__name"))
    # One that was ended on its first day left no day behind it.
    ended = everyone.filter(ends__lt=clock.today(), ends__gte=F("starts"))
    before = list(ended.order_by("-ends", "user__name")[:50])
    for held in (*current, *before):
        held.body = body  # the one we have: rules walk up from it
    return current, before


def open_invitations(body: Body) -> list[Invitation]:
    """Return the invitations nobody has accepted or withdrawn, the newest first."""
    unanswered = Invitation.objects.filter(body=body, accepted_at=None, withdrawn_at=None)
    return list(unanswered.select_related("by", "body"))


def members(body: Body) -> QuerySet[Body]:
    """Bodies that belong to this one today."""
    return bodies().filter(parent=body, closed_on=None)


def organs_of(body: Body) -> list[Body]:
    """What one side of the Conference is made of: its organs, its Secretariat, who it names in each country."""
    made_of = Q(kind__in=(Body.Kind.ORGAN, Body.Kind.SECRETARIAT)) | Q(code="RROCM-LOCAL")
    return list(Body.objects.filter(made_of, parent=body, closed_on=None))


def closed() -> QuerySet[Body]:
    """Bodies that exist no more, the last first."""
    return bodies().exclude(closed_on=None).order_by("-closed_on")


#: Who is told of what a body owes.
ANSWERING = (Role.FOCAL_POINT, Role.ALTERNATE, Role.DRAFTER, Role.VALIDATOR, Role.PRESIDENCY)


def acting_for(codes: Iterable[str], roles: Iterable[str] = ANSWERING) -> QuerySet[User]:
    """People who act today for bodies of these codes in one of these roles."""
    held = Membership.objects.current().filter(body__code__in=list(codes), role__in=list(roles))
    return User.objects.filter(is_active=True, memberships__in=held).distinct()
