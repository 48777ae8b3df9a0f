"""What came of a report: what each Secretariat found, whether they agree, until when to reply."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone

from consuno.core import working_days
from consuno.core.memo import remembered
from consuno.directory.models import Body, Country, Mandate
from consuno.directory.models.body import NETWORK
from consuno.directory.standing import SECRETARIATS
from consuno.monitoring.models import Assessment, Report

#: Working days an institution has to reply to what the Secretariats found.
REPLY_DAYS = 10
#: Whose seat decides on the holidays of a body that is of no single country.
SEATS = {NETWORK: "ST-RROCM", "ST-RROCM": "ST-RROCM", "ST-CRM": "ST-CRM"}


def assessors(report: Report) -> list[str]:
    """Codes of those who assess: both Secretariats, save the one whose own commitment it is."""
    return [code for code in SECRETARIATS if code != report.obligation.body.code]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the Secretariats found of the report as it reads now; ratings are never averaged."""

    report: Report
    found: list[Assessment]

    @classmethod
    def of(cls, report: Report, said: Iterable[Assessment] | None = None) -> Outcome:
        """Read it, or make it of what was read. What was said of an earlier wording does not count."""
        wanted = assessors(report)
        if said is None:
            said = report.assessments.select_related("secretariat")
        return cls(
            report,
            [
                each
                for each in said
                if each.secretariat.code in wanted and each.revision == report.revision
            ],
        )

    @property
    def complete(self) -> bool:
        """Whether everybody who assesses has."""
        return self.report.given and len(self.found) == len(assessors(self.report))

    @property
    def agreed(self) -> str:
        """The rating all found, or nothing."""
        ratings = {each.rating for each in self.found}
        return ratings.pop() if self.complete and len(ratings) == 1 else ""

    @property
    def diverge(self) -> bool:
        """Whether they found different things: both are shown."""
        return self.complete and not self.agreed

    @property
    def replies_until(self) -> datetime.date | None:
        """The last day of the institution's right of reply, once everybody has assessed."""
        if not self.complete:
            return None
        day = timezone.localdate(max(each.at for each in self.found))
        country = calendar_of(self.report.obligation.body, day)
        return working_days.after(day, REPLY_DAYS, country)

    @property
    def calendar(self) -> Country | None:
        """Whose holidays count for the reply; none where the body is of no single country."""
        if not self.complete:
            return None
        day = timezone.localdate(max(each.at for each in self.found))
        code = calendar_of(self.report.obligation.body, day)
        return Country.objects.get(pk=code) if code else None


def calendar_of(body: Body, day: datetime.date) -> str | None:
    """Code of the country whose holidays a body keeps: its own; for the networks, the seat of
    their Secretariat on that day; none where that is not on record.
    """
    if body.country_id or body.code not in SEATS:
        return body.country_id
    return remembered("seat", body.code, day, compute=lambda: _seat(SEATS[body.code], day))


def _seat(office: str, day: datetime.date) -> str | None:
    held = Mandate.objects.filter(office__code=office, starts__lte=day)
    return held.exclude(ends__lt=day).values_list("holder", flat=True).first()
