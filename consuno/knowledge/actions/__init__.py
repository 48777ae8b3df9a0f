"""Writes of the library."""

from consuno.knowledge.actions.assessments import (
    begin_assessment,
    give_assessment,
    save_assessment,
    speak_beside,
)

__all__ = ["begin_assessment", "give_assessment", "save_assessment", "speak_beside"]
