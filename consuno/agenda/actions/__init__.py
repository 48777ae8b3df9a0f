"""Writes of the agenda."""

from consuno.agenda.actions.commitment import add_commitment, promote
from consuno.agenda.actions.domain import load_agenda

__all__ = ["add_commitment", "load_agenda", "promote"]
