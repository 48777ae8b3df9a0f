"""Records of meetings."""

from consuno.meetings.models.sitting import Delegation, Sitting

__all__ = ["Delegation", "Sitting"]
