"""What was being sent when a session ended waits in the browser's next one, until its person signs in again.

Of forms about people only sealed to the sender's own vault: a copy of the table of sessions tells nothing of it,
and whoever signs in next at the same machine cannot open it.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from consuno.core import primitives
from consuno.core.acting import Form
from consuno.core.models import User
from consuno.core.vault import locks, opening

#: Key of the session under which a form waits, and how many characters may.
UNSENT, LIMIT = "unsent_form", 200_000
#: What is sealed is filled up to a multiple of this, so that its size tells little.
BLOCK = 1024
Fields = list[tuple[str, str]]


class WaitsForVaultError(Exception):
    """It is sealed to its person's vault, which is closed."""


@dataclass(frozen=True, slots=True)
class Unsent:
    """A form that waits: where it was going, and its fields."""

    path: str
    fields: Fields

    def shown(self) -> list[str]:
        """What the person typed, to recognise it by; not the marks that pages put there."""
        marks = ("once", "seen")
        return [text for name, text in self.fields if len(text) > 3 and not name.endswith(marks)]


def resumable(view: Callable[..., Any]) -> Callable[..., Any]:
    """Mark a view whose form is kept when the session ended before it was sent.

    Not for forms about assisted people: what is kept lies in the session, in clear.
    """
    view.resumable = "clear"  # type: ignore[attr-defined]
    return view


def resumable_sealed(view: Callable[..., Any]) -> Callable[..., Any]:
    """The same for forms about people, sealed to the sender's vault; of who has none nothing is kept."""
    view.resumable = "sealed"  # type: ignore[attr-defined]
    return view


def typed(request: HttpRequest, *without: str) -> Fields:
    """What a form brought, in its order, without the hidden token."""
    left_out = {"csrfmiddlewaretoken", *without}
    return [
        (name, str(value))
        for name, values in request.POST.lists() if name not in left_out
        for value in values
    ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Gate:
    """A page that asks for a secret in between and holds what was being sent; the server keeps nothing of it.

    `secret` is the field that is asked for, and `again` marks a form that comes again with it.
    """

    secret: str
    again: str
    template: str

    def passed(self, request: HttpRequest) -> bool:
        """Whether a form comes again, with the secret that was asked for."""
        return request.method == "POST" and self.again in request.POST

    def ask(self, request: HttpRequest, form: Form, **context: Any) -> HttpResponse:
        """The page that asks."""
        kept = typed(request, self.secret, self.again)
        return render(
            request, self.template, {"form": form, "kept": kept, "again": self.again, **context}
        )


def keep(request: HttpRequest, how: str, *, sender: User | None) -> bool:
    """Keep a form; False where it is too long, or has nobody to be sealed to."""
    fields = typed(request)
    if sum(len(text) for _name, text in fields) > LIMIT:
        return False
    if how == "clear":
        request.session[UNSENT] = {"path": request.get_full_path(), "fields": fields}
        return True
    key = locks.current(sender) if sender else None
    if key is None:
        return False
    plain = json.dumps(fields).encode()
    plain += b" " * (-len(plain) % BLOCK)
    sealed = primitives.seal_to(key.public, plain, locks.bound("unsent", key.pk))
    request.session[UNSENT] = {
        "path": request.get_full_path(), "key": key.pk, "sealed": b64encode(sealed).decode(),
    }  # fmt: skip
    return True


def waiting(request: HttpRequest) -> Unsent | None:
    """What waits for who is signed in; another's is thrown away. Raises WaitsForVaultError."""
    kept = request.session.get(UNSENT)
    if not kept:
        return None
    if "sealed" not in kept:
        return Unsent(kept["path"], [(name, text) for name, text in kept["fields"]])
    key = locks.current(request.user) if isinstance(request.user, User) else None
    if key is None or key.pk != kept["key"]:
        forget(request)
        return None
    opened = opening.opened(request)
    if opened is None:
        raise WaitsForVaultError
    bound = locks.bound("unsent", key.pk)
    plain = primitives.open_with(opened.secret, b64decode(kept["sealed"]), bound)
    return Unsent(kept["path"], [(name, text) for name, text in json.loads(plain)])


def forget(request: HttpRequest, path: str = "") -> None:
    """Throw away what waits; with a path, only where it was going there."""
    kept = request.session.get(UNSENT)
    if kept and path in {"", kept["path"]}:
        del request.session[UNSENT]
