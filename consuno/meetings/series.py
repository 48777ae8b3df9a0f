"""The kinds of meetings and the rule by which each approves its minutes: data, not code.

`consuno/domain/meetings/series.csv` holds them. Who gives leave to circulate and who approves are
codes of bodies; the days for corrections are our default where no source says otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from consuno.core.bilingual import Bilingual
from consuno.domain import rows


@dataclass(frozen=True, slots=True)
class Series:
    """A kind of meeting. `leave_by` is empty where nobody's leave is asked to circulate minutes;
    each of `approved_by` has to approve them.
    """

    slug: str
    name: Bilingual
    organ: str
    leave_by: str
    approved_by: tuple[str, ...]
    window_days: int
    source: str


@cache
def all_series() -> dict[str, Series]:
    """Every kind of meeting by its slug, in the order of the data."""
    return {
        row["slug"]: Series(
            row["slug"], Bilingual(row["es"], row["en"]), row["organ"], row["leave_by"],
            tuple(row["approved_by"].split()), int(row["window_days"]), row["source"],
        )
        for row in rows("meetings/series.csv")
    }  # fmt: skip
