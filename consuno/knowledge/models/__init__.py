"""The records of the library."""

from consuno.knowledge.models.assessment import Assessment, Finding
from consuno.knowledge.models.entry import Entry, Replication, Review
from consuno.knowledge.models.instrument import Adoption, Edition, EditionText, Instrument
from consuno.knowledge.models.provision import Asked, Provision

__all__ = [
    "Adoption",
    "Asked",
    "Assessment",
    "Edition",
    "EditionText",
    "Entry",
    "Finding",
    "Instrument",
    "Provision",
    "Replication",
    "Review",
]
