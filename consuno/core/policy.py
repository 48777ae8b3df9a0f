"""Rules are checks that raise `Denied`; what pages ask ("may I?") derives from the same check."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils.functional import Promise


class Denied(Exception):
    """A rule said no.

    `reason` is a sentence for a colleague, in their language. A stranger is told nothing, not even
    that the thing exists: `stranger` makes the page answer 404 (or ask for sign-in first).
    """

    def __init__(self, reason: str | Promise, *, stranger: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.stranger = stranger


class ConflictError(Denied):
    """Somebody changed it while this person was reading or writing; nothing was done."""


def allowed(check: Callable[..., object], *args: Any, **kwargs: Any) -> bool:
    """Turn a check into a yes or no, for buttons and menus."""
    try:
        check(*args, **kwargs)
    except Denied:
        return False
    return True
