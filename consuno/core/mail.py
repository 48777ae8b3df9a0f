"""Letters to people with an account: text and HTML, in the language each reads.

A letter says that something waits in Consuno and where; never about whom, nor who else is involved:
mail is read on other people's screens and kept by other people's servers. The queue holds ids only,
and the words are made when the letter leaves, from the records as they then are.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives  # noqa: TID251
from django.template.loader import render_to_string
from django.utils import translation

from consuno.core import jobs
from consuno.core.models import User


@dataclass(frozen=True)
class Letter:
    """What to say. `path` is an address within Consuno, `action` the words of its link."""

    subject: str
    paragraphs: tuple[str, ...]
    path: str
    action: str


@dataclass(frozen=True)
class Kind:
    """A kind of letter; `compose` returns None when there is nothing to say any more."""

    name: str
    compose: Callable[..., Letter | None]

    def post(self, person: User, **ids: int | str) -> None:
        """Queue one for this person; it leaves only if the transaction around this call stands."""
        deliver.later(kind=self.name, person=person.pk, **ids)


KINDS: dict[str, Kind] = {}


def letter(compose: Callable[..., Letter | None]) -> Kind:
    """Make a function of (person, ids) a kind of letter named `room.function`."""
    made = Kind(f"{compose.__module__.split('.')[1]}.{compose.__name__}", compose)
    KINDS[made.name] = made
    return made


def configured() -> bool:
    """Say whether letters leave this installation at all."""
    return bool(settings.MAIL_CONFIGURED)


@jobs.job
def deliver(kind: str, person: int, **ids: Any) -> None:
    """Compose and send one letter; nothing is sent to a person who has left."""
    reader = User.objects.filter(pk=person, is_active=True).first()
    if reader is None or not configured():
        return
    with translation.override(reader.language):
        composed = KINDS[kind].compose(reader, **ids)
        if composed is not None:
            message(composed, to=reader.email).send()


def message(composed: Letter, *, to: str) -> EmailMultiAlternatives:
    """Return the mail, in the language now active."""
    context = {"letter": composed, "link": settings.SITE_URL + composed.path}
    host = urlsplit(settings.SITE_URL).hostname
    made = EmailMultiAlternatives(
        subject=f"Consuno: {composed.subject}",
        body=render_to_string("core/mail/letter.txt", context).strip() + "\n",
        to=[to],
        headers={
            # No robot answers it, and the machine's own name stays at home.
            "Auto-Submitted": "auto-generated",
            "Message-ID": f"<{uuid.uuid4()}@{host}>",
        },
    )
    made.attach_alternative(render_to_string("core/mail/letter.html", context), "text/html")
    return made
