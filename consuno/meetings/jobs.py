"""What this room does by itself or after an answer: loaded when the site starts, so that a worker knows it."""

from consuno.meetings.actions.dossier import make_file

__all__ = ["make_file"]
