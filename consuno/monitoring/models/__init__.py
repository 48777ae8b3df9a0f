"""Records of monitoring."""

from consuno.monitoring.models.assessment import Assessment, Remark
from consuno.monitoring.models.cycle import Cycle, CycleWord, Rating, Report
from consuno.monitoring.models.obligation import Naming, Obligation

__all__ = [
    "Assessment",
    "Cycle",
    "CycleWord",
    "Naming",
    "Obligation",
    "Rating",
    "Remark",
    "Report",
]
