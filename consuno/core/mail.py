"""Letters to people: text and HTML, in the language each reads.

A letter says that something waits in Consuno and where; never about whom, nor who else is involved:
mail is read on other people's screens and kept by other people's servers. The queue holds ids only,
and the words are made when the letter leaves, from the records as they then are.
"""

from __future__ import annotations

import smtplib
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection  # noqa: TID251
from django.db import models
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


class Addressee(Protocol):
    """A record that has an address and a language: a person, or one who is not yet one here."""

    pk: Any
    email: str
    language: str


def still_here(kind: type[models.Model], number: int) -> Any:
    """Return the record to write to; None when it is gone, or is a person who has left."""
    found = kind._default_manager.filter(pk=number).first()
    return found if getattr(found, "is_active", True) else None


@dataclass(frozen=True)
class Kind:
    """A kind of letter; `compose` returns None when there is nothing to say any more."""

    name: str
    compose: Callable[..., Letter | None]
    to: type[models.Model]

    def post(self, addressee: Addressee, **ids: int | str) -> None:
        """Queue one for them; it leaves only if the transaction around this call stands."""
        # Chosen here and kept with the job: sent again by a worker that died after sending, it is the
        # same message, and mail programs show it once.
        deliver.later(kind=self.name, addressee=addressee.pk, message=str(uuid.uuid4()), **ids)


KINDS: dict[str, Kind] = {}


def letter(*, to: type[models.Model] = User) -> Callable[[Callable[..., Letter | None]], Kind]:
    """Make a function of (addressee, ids) a kind of letter named `room.function`."""

    def register(compose: Callable[..., Letter | None]) -> Kind:
        made = Kind(f"{compose.__module__.split('.')[1]}.{compose.__name__}", compose, to)
        KINDS[made.name] = made
        return made

    return register


def configured() -> bool:
    """Say whether letters leave this installation at all."""
    return bool(settings.MAIL_CONFIGURED)


def answers() -> bool:
    """Say whether the mail server is there and takes our account; nothing is sent."""
    try:
        line = get_connection()
        line.open()
        line.close()
    except (OSError, smtplib.SMTPException):
        return False
    return True


@jobs.job
def deliver(kind: str, addressee: int, *, message: str = "", **ids: Any) -> None:
    """Compose and send one letter; nothing is sent to a person who has left."""
    wanted = KINDS[kind]
    reader = still_here(wanted.to, addressee)
    if reader is None or not configured():
        return
    with translation.override(reader.language):
        composed = wanted.compose(reader, **ids)
        if composed is not None:
            compose_mail(composed, to=reader.email, key=message).send()


def compose_mail(composed: Letter, *, to: str, key: str = "") -> EmailMultiAlternatives:
    """Return the mail, in the language now active; `key` is what makes its Message-ID."""
    context = {"letter": composed, "link": settings.SITE_URL + composed.path}
    host = urlsplit(settings.SITE_URL).hostname
    made = EmailMultiAlternatives(
        subject=f"Consuno: {composed.subject}",
        body=render_to_string("core/mail/letter.txt", context).strip() + "\n",
        to=[to],
        headers={
            # No robot answers it, and the machine's own name stays at home.
            "Auto-Submitted": "auto-generated",
            "Message-ID": f"<{key or uuid.uuid4()}@{host}>",
        },
    )
    made.attach_alternative(render_to_string("core/mail/letter.html", context), "text/html")
    return made
