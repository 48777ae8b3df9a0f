"""What this room does by itself or after an answer: loaded when the site starts, so that a worker knows it."""

from consuno.services.actions.bringing import forget_bringings
from consuno.services.actions.confirming import ask_to_confirm

__all__ = ["ask_to_confirm", "forget_bringings"]
