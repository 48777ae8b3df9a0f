"""Records of the room."""

from consuno.cases.models.complaint import Complaint, Message, Recipient

__all__ = ["Complaint", "Message", "Recipient"]
