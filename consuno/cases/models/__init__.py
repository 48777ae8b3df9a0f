"""Records of the room."""

from consuno.cases.models.complaint import Attachment, Complaint, Message, Recipient
from consuno.cases.models.handover import HandOver

__all__ = ["Attachment", "Complaint", "HandOver", "Message", "Recipient"]
