"""Records of information requests."""

from consuno.inquiries.models.inquiry import Answer, Inquiry, Rung

__all__ = ["Answer", "Inquiry", "Rung"]
