"""Records of meetings."""

from consuno.meetings.models.agreement import Agreement
from consuno.meetings.models.dossier import Dossier, DossierFile
from consuno.meetings.models.event import EventDeadline
from consuno.meetings.models.item import AgendaItem
from consuno.meetings.models.paper import Document, Effort
from consuno.meetings.models.record import ApprovedMinutes, Correction, Record, Word
from consuno.meetings.models.sitting import Delegation, Sitting
from consuno.meetings.models.topic import Elevation, Say, Topic

__all__ = [
    "AgendaItem",
    "Agreement",
    "ApprovedMinutes",
    "Correction",
    "Delegation",
    "Document",
    "Dossier",
    "DossierFile",
    "Effort",
    "Elevation",
    "EventDeadline",
    "Record",
    "Say",
    "Sitting",
    "Topic",
    "Word",
]  # fmt: skip
