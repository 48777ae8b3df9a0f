"""The records of consultation."""

from consuno.consultation.models.absence import AbsenceReminder, AbsenceRule
from consuno.consultation.models.adoption import Adoption
from consuno.consultation.models.observation import (
    Disposition,
    InputRequest,
    InternalInput,
    Observation,
    Placement,
)
from consuno.consultation.models.position import Position
from consuno.consultation.models.proposal import (
    Artefact,
    Clause,
    Coverage,
    Proposal,
    Version,
    digest,
)
from consuno.consultation.models.reading import Reading
from consuno.consultation.models.round import Invitation, Round
from consuno.consultation.models.silence import Silence

__all__ = [
    "AbsenceReminder",
    "AbsenceRule",
    "Adoption",
    "Artefact",
    "Clause",
    "Coverage",
    "Disposition",
    "InputRequest",
    "InternalInput",
    "Invitation",
    "Observation",
    "Placement",
    "Position",
    "Proposal",
    "Reading",
    "Round",
    "Silence",
    "Version",
    "digest",
]
