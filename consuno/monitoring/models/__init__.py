"""Records of monitoring."""

from consuno.monitoring.models.assessment import Assessment, Remark
from consuno.monitoring.models.cycle import Cycle, CycleWord, Rating, Report
from consuno.monitoring.models.evidence import Delivery, Evidence, Shown
from consuno.monitoring.models.intake import Intake, Past
from consuno.monitoring.models.milestone import Milestone, Reached
from consuno.monitoring.models.nag import Nag
from consuno.monitoring.models.obligation import Naming, Obligation
from consuno.monitoring.models.scorecard import Scorecard, SignOff
from consuno.monitoring.models.time import Extension, ExtensionWord, OutcomeWord, Reminder

__all__ = [
    "Assessment",
    "Cycle",
    "CycleWord",
    "Delivery",
    "Evidence",
    "Extension",
    "ExtensionWord",
    "Intake",
    "Milestone",
    "Nag",
    "Naming",
    "Obligation",
    "OutcomeWord",
    "Past",
    "Rating",
    "Reached",
    "Remark",
    "Reminder",
    "Report",
    "Scorecard",
    "Shown",
    "SignOff",
]
