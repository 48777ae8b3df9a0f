"""The scorecard of a cycle, drafted from what is on record: the same records give the same text."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Container
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch

from consuno.core import clock
from consuno.core.bilingual import Bilingual
from consuno.directory.models import Body
from consuno.monitoring.models import (
    Assessment,
    Cycle,
    Delivery,
    Evidence,
    Rating,
    Remark,
    Report,
    Shown,
)
from consuno.monitoring.queries.assessments import Outcome
from consuno.monitoring.queries.cycles import posts_held, reports_of
from consuno.monitoring.queries.milestones import steps

#: In the order they are shown: from the most done to what nobody said, and where nobody holds the post that is asked.
LEVELS = (*reversed(Rating.values), "divergent", "not_assessed", "not_reported", "vacant")
HIDDEN = Bilingual("una organización de la sociedad civil", "a civil-society organisation")


@dataclass(frozen=True, slots=True)
class Draft:
    """The text of a scorecard, its hash, and what still stands in its way."""

    text: str
    sha256: str
    unassessed: int
    replying: int

    @property
    def content(self) -> dict[str, Any]:
        """What it says."""
        content: dict[str, Any] = json.loads(self.text)
        return content


def draft(cycle: Cycle) -> Draft:
    """Draft it; the same number of queries whatever the number of reports."""
    said = Assessment.objects.select_related("secretariat")
    shown = Evidence.objects.filter(withdrawn_at=None, reach=Evidence.Reach.PUBLIC).defer("content")
    handed = Delivery.objects.filter(withdrawn_at=None, reach=Shown.Reach.PUBLIC).defer("content")
    words = Remark.objects.select_related("body")
    # What a meeting that is not public left is monitored, and published nowhere.
    public = reports_of(cycle).filter(obligation__commitment__meeting__public=True)
    found = list(
        public.prefetch_related(
            Prefetch("assessments", said),
            Prefetch("remarks", words),
            Prefetch("evidence", shown),
            Prefetch("obligation__deliveries", handed),
            "reached",
            "obligation__milestones",
        )
    )
    rows = [(report, Outcome.of(report, report.assessments.all())) for report in found]
    held = posts_held(report.obligation.body_id for report in found)
    content = {
        "cycle": cycle.code,
        "forum": cycle.forum,
        "reports_due": cycle.reports_due.isoformat(),
        "distribution": _distribution(rows, held),
        "items": [_item(report, outcome, held) for report, outcome in rows],
    }
    text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    return Draft(
        text, hashlib.sha256(text.encode()).hexdigest(),
        sum(report.given and not outcome.complete for report, outcome in rows),
        sum(_may_still_reply(report, outcome) for report, outcome in rows),
    )  # fmt: skip


def _may_still_reply(report: Report, outcome: Outcome) -> bool:
    until = outcome.replies_until
    replied = any(each.kind == Remark.Kind.REPLY for each in report.remarks.all())
    return until is not None and clock.today() <= until and not replied


def _distribution(rows: list[tuple[Report, Outcome]], held: Container[int]) -> dict[str, int]:
    """How many stand where; what nobody reported is counted as that, nothing is averaged."""
    counts: Counter[str] = Counter()
    for report, outcome in rows:
        if not report.given:
            vacant = report.obligation.body_id not in held
            counts["vacant" if vacant else "not_reported"] += 1
        elif outcome.agreed:
            counts[outcome.agreed] += 1
        else:
            counts["divergent" if outcome.diverge else "not_assessed"] += 1
    return {name: counts[name] for name in LEVELS}


def _item(report: Report, outcome: Outcome, held: Container[int]) -> dict[str, Any]:
    """What is public of a report: never a contact, a name only where it is allowed."""
    commitment = report.obligation.commitment
    item: dict[str, Any] = {
        "commitment": commitment.label,
        "meeting": commitment.meeting.slug,
        "statement": {"es": commitment.statement.es, "en": commitment.statement.en},
        "due_on": commitment.due_on.isoformat() if commitment.due_on else None,
        "institution": _name(report.obligation.body),
        "partner": _name(report.obligation.partner) if report.obligation.partner else None,
        "country": report.obligation.body.country_id,
        "reported": report.given,
        "deliveries": [
            {"title": each.title, "language": each.language, "on": each.on.isoformat(),
             **_where(each)}
            for each in report.obligation.deliveries.all()
        ],
    }  # fmt: skip
    if not report.given:
        item["vacant"] = report.obligation.body_id not in held
        return item
    return item | _said(report, outcome)


def _said(report: Report, outcome: Outcome) -> dict[str, Any]:
    """What a report that was given tells, and what was found of it."""
    found = steps(report)
    return {
        "self_rating": report.rating,
        "by_note": report.instrument or None,
        "narrative": {"language": report.language, "text": report.narrative},
        "sdg_target": report.sdg_target or None,
        "indicator": report.indicator or None,
        "progress": found.percent,
        "milestones": [
            {"title": step.title, "weight": step.weight, "percent": percent,
             "due_on": step.due_on.isoformat() if step.due_on else None}
            for step, percent in found.rows
        ],
        "assessments": [
            {"secretariat": each.secretariat.code, "rating": each.rating, "reasons": each.reasons}
            for each in (outcome.found if outcome.complete else [])
        ],
        "agreed": outcome.agreed or None,
        "evidence": [
            {"title": each.title, "language": each.language, **_where(each)}
            for each in report.evidence.all()
        ],
        "words": [
            {"kind": each.kind, "institution": _name(each.body), "language": each.language,
             "text": each.text}
            for each in report.remarks.all()
        ],
    }  # fmt: skip


def _where(shown: Shown) -> dict[str, Any]:
    return {
        "link": shown.link or None,
        "file": shown.pk if shown.sha256 else None,
        "sha256": shown.sha256 or None,
    }


def _name(body: Body) -> dict[str, str]:
    name = (body.short or body.name) if body.listed else HIDDEN
    return {"es": name.es, "en": name.en or name.es}
