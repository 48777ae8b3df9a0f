"""What this room does by itself or after an answer: loaded when the site starts, so that a worker knows it."""

from consuno.monitoring.actions.dates import ask_for_dates
from consuno.monitoring.actions.intake import forget_intakes
from consuno.monitoring.actions.reminders import remind

__all__ = ["ask_for_dates", "forget_intakes", "remind"]
