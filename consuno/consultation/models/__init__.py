"""The records of consultation."""

from consuno.consultation.models.proposal import (
    Artefact,
    Clause,
    Coverage,
    Proposal,
    Version,
    digest,
)

__all__ = ["Artefact", "Clause", "Coverage", "Proposal", "Version", "digest"]
