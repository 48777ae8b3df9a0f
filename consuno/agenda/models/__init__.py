"""Records of the agenda."""

from consuno.agenda.models.answer import Answer
from consuno.agenda.models.commitment import Challenge, Commitment, Instance, Party, Promotion
from consuno.agenda.models.corrigendum import Corrigendum
from consuno.agenda.models.learned import LearnedScorer
from consuno.agenda.models.meeting import Meeting, Population, Theme
from consuno.agenda.models.minutes import (
    Candidate,
    CandidateVersion,
    Charge,
    Minutes,
    PaperVersion,
    Verdict,
)
from consuno.agenda.models.possible import Possible
from consuno.agenda.models.saved import SavedFilter

__all__ = [
    "Answer",
    "Candidate",
    "CandidateVersion",
    "Challenge",
    "Charge",
    "Commitment",
    "Corrigendum",
    "Instance",
    "LearnedScorer",
    "Meeting",
    "Minutes",
    "PaperVersion",
    "Party",
    "Population",
    "Possible",
    "Promotion",
    "SavedFilter",
    "Theme",
    "Verdict",
]
