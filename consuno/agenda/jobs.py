"""What this room does by itself or after an answer: loaded when the site starts, so that a worker knows it."""

from consuno.agenda.actions.scans import read_scan

__all__ = ["read_scan"]
