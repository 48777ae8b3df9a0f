"""Published scorecards as they are found, by anybody: of each cycle the one that holds."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from consuno.core.search import Document
from consuno.monitoring.models import Scorecard

TITLES = {"es": "Boletín de seguimiento {}", "en": "Monitoring scorecard {}"}


def every_scorecard() -> Iterable[Document]:
    """The last of each cycle."""
    last = {each.cycle_id: each for each in Scorecard.objects.order_by("number")}
    for scorecard in last.values():
        yield from of_scorecard(scorecard)


def of_scorecard(scorecard: Scorecard) -> Iterable[Document]:
    """Its documents, in both languages: what it says of which commitment and institution, as it was published."""
    content = json.loads(scorecard.content)
    for language, title in TITLES.items():
        yield Document(
            key=key(scorecard), language=language, title=title.format(scorecard.cycle),
            text="\n".join(_line(item, language) for item in content["items"]),
            path=scorecard.get_absolute_url(), year=scorecard.published_at.year,
        )  # fmt: skip


def key(scorecard: Scorecard) -> str:
    """A later one of the same cycle takes its place."""
    return str(scorecard.cycle_id)


def _line(item: dict[str, Any], language: str) -> str:
    words = item["statement"][language] or ""
    return f"{item['commitment']} {words} {item['institution'][language]}"
