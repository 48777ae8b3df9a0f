"""What this room does by itself or after an answer: loaded when the site starts, so that a worker knows it."""

from consuno.inquiries.actions.reminders import remind_of_answers

__all__ = ["remind_of_answers"]
