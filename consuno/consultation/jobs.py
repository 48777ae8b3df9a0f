"""What this room does by itself or after an answer: loaded when the site starts, so that a worker knows it."""

from consuno.consultation.actions.absence import remind_absent
from consuno.consultation.actions.silence import end_silences

__all__ = ["end_silences", "remind_absent"]
