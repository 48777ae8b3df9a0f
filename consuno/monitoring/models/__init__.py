"""Records of monitoring."""

from consuno.monitoring.models.cycle import Cycle, CycleWord, Rating, Report
from consuno.monitoring.models.obligation import Naming, Obligation

__all__ = ["Cycle", "CycleWord", "Naming", "Obligation", "Rating", "Report"]
