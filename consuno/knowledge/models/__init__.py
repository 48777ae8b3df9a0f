"""The records of the library."""

from consuno.knowledge.models.assessment import Assessment, Finding
from consuno.knowledge.models.provision import Asked, Provision

__all__ = ["Asked", "Assessment", "Finding", "Provision"]
