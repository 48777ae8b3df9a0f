"""The records of the library."""

from consuno.knowledge.models.assessment import Assessment, Finding

__all__ = ["Assessment", "Finding"]
