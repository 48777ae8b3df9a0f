"""Records of the agenda."""

from consuno.agenda.models.commitment import Challenge, Commitment, Instance, Party, Promotion
from consuno.agenda.models.meeting import Meeting, Theme

__all__ = [
    "Challenge",
    "Commitment",
    "Instance",
    "Meeting",
    "Party",
    "Promotion",
    "Theme",
]
