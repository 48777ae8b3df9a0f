"""What this room does by itself or after an answer: loaded when the site starts, so that a worker knows it."""

from consuno.cases.actions.complaints import erase_drafts
from consuno.cases.actions.handling import erase_ended, tell_of_late_ones, tell_recipients

__all__ = ["erase_drafts", "erase_ended", "tell_of_late_ones", "tell_recipients"]
