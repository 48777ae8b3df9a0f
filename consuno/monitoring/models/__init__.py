"""Records of monitoring."""

from consuno.monitoring.models.assessment import Assessment, Remark
from consuno.monitoring.models.cycle import Cycle, CycleWord, Rating, Report
from consuno.monitoring.models.evidence import Evidence
from consuno.monitoring.models.obligation import Naming, Obligation
from consuno.monitoring.models.scorecard import Scorecard, SignOff

__all__ = [
    "Assessment",
    "Cycle",
    "CycleWord",
    "Evidence",
    "Naming",
    "Obligation",
    "Rating",
    "Remark",
    "Report",
    "Scorecard",
    "SignOff",
]
