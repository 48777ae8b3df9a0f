"""What monitoring asks of a person, and where it has more about a commitment."""

from __future__ import annotations

from typing import Any

from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils.translation import ngettext

from consuno.agenda.models import Commitment
from consuno.core.registry import OpenWork
from consuno.directory.models import Body
from consuno.directory.standing import memberships
from consuno.monitoring.models import Assessment, Cycle, Obligation, Report
from consuno.monitoring.policies import REPORTING
from consuno.monitoring.workflow import REPORT


def _shown(found: QuerySet[Report]) -> QuerySet[Report]:
    return found.select_related(
        "cycle", "obligation__body", "obligation__commitment__meeting"
    ).order_by("cycle__reports_due", "obligation__body__order", "obligation__commitment__order")


#: Cycles whose reports are still worth asking for: the one in course and the one before it.
RECENT = 2


def _recent() -> list[int]:
    opened = Cycle.objects.exclude(opened_on=None).order_by("-publishes_on")
    return list(opened.values_list("pk", flat=True)[:RECENT])


def to_report(reader: Any) -> QuerySet[Report]:
    """Reports that this person may write and that are not sent."""
    mine = [held.body_id for held in memberships(reader) if held.role in REPORTING]
    open_ = REPORT.at("save_report")
    return _shown(
        Report.objects.filter(obligation__body__in=mine, state__in=open_, cycle__in=_recent())
    )


def to_assess(secretariat: Body) -> QuerySet[Report]:
    """Reports before the Secretariats that this one has not assessed as they read now."""
    said = Assessment.objects.filter(secretariat=secretariat, revision=F("report__revision"))
    found = Report.objects.filter(state=Report.State.IN_REVIEW, cycle__in=_recent())
    return _shown(found.exclude(pk__in=said.values("report")).exclude(obligation__body=secretariat))


def links_about(record: Any, user: Any) -> list[OpenWork]:
    """Say where a commitment is monitored, to those who act for a body."""
    if not isinstance(record, Commitment) or not memberships(user):
        return []
    count = Obligation.objects.current().filter(commitment=record).count()
    if not count:
        return []
    words = ngettext(
        "Su seguimiento: responde %(n)s institución",
        "Su seguimiento: responden %(n)s instituciones",
        count,
    )
    return [OpenWork(words % {"n": count}, reverse("monitoring:commitment", args=[record.pk]))]
