"""Which rule of absence a text goes by, who was reminded, who counts as absent."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q, QuerySet

from consuno.consultation.models import AbsenceReminder, AbsenceRule, Position, Version
from consuno.core import clock


def rule_in_force() -> AbsenceRule | None:
    """The rule that texts which circulate today go by."""
    return AbsenceRule.objects.filter(ended_at=None).exclude(confirmed_at=None).first()


def waiting_rule() -> AbsenceRule | None:
    """The rule that waits for the other Secretariat."""
    return AbsenceRule.objects.filter(confirmed_at=None, ended_at=None).first()


def rule_of(version: Version) -> AbsenceRule | None:
    """The rule that was in force when the text began to circulate, and still is: nobody is surprised by
    a later one, and none is held to one that was ended.
    """
    if version.frozen_at is None:
        return None
    found = AbsenceRule.objects.filter(ended_at=None, confirmed_at__lte=version.frozen_at)
    return found.first()


def reminded(version: Version) -> dict[int, datetime.date]:
    """The day on which each country was reminded, by the key of its body."""
    rows = AbsenceReminder.objects.filter(version=version).values_list("body", "at")
    return {body: clock.day(at) for body, at in rows}


def unanswered() -> QuerySet[AbsenceReminder]:
    """Reminders that still ask something: the country has not spoken since, of the text that circulates."""
    spoken = Position.objects.filter(
        version=OuterRef("version"), body=OuterRef("body"), at__gte=OuterRef("at")
    )
    newer = Version.objects.filter(
        proposal=OuterRef("version__proposal"), number__gt=OuterRef("version__number")
    ).exclude(frozen_at=None)
    return AbsenceReminder.objects.filter(
        ~Exists(spoken),
        ~Exists(newer),
        version__adoption=None,
        version__proposal__withdrawn_on=None,
    ).select_related("version__proposal", "body")


def absent(version: Version, bodies: Iterable[int], rule: AbsenceRule | None) -> set[int]:
    """Which of the countries that are silent count as absent today, by their keys."""
    if rule is None:
        return set()
    last = clock.today() - datetime.timedelta(days=rule.after)
    days = reminded(version)
    return {body for body in bodies if body in days and days[body] <= last}


def term_ends(version: Version, rule: AbsenceRule) -> datetime.date:
    """The day from which silent countries are reminded."""
    assert version.frozen_at is not None  # noqa: S101 - the rule is that of its day
    return clock.day(version.frozen_at) + datetime.timedelta(days=rule.term)


def past() -> list[AbsenceRule]:
    """Rules that were ended after they had been in force, the newest first."""
    return list(AbsenceRule.objects.exclude(Q(ended_at=None) | Q(confirmed_at=None)))
