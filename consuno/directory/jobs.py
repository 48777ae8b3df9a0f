"""What this room does by itself or after an answer: loaded when the site starts, so that a worker knows it."""

from consuno.directory.actions.keys import take_keys_back
from consuno.directory.actions.watching import watch_keys, watch_record

__all__ = ["take_keys_back", "watch_keys", "watch_record"]
