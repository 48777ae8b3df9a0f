"""Records of the room."""

from consuno.cases.models.complaint import Complaint, Message, Recipient
from consuno.cases.models.handover import HandOver

__all__ = ["Complaint", "HandOver", "Message", "Recipient"]
