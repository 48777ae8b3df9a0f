"""The demo world: invented people and an invented meeting, on this machine only."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings

from consuno.core.accounts import create_account
from consuno.core.models import User
from consuno.directory.actions import appoint, load_bodies
from consuno.directory.models import Body, Role
from consuno.domain import rows


@dataclass(frozen=True, slots=True)
class Actor:
    """A person of the cast and what they act as."""

    name: str
    email: str
    body: Body | None
    role: str


class NotDemoError(RuntimeError):
    """The demo world was asked for outside demo mode."""


def load_cast() -> list[User]:
    """Make the invented people; running it again changes nothing. Raises NotDemoError."""
    if not settings.DEMO:
        raise NotDemoError
    load_bodies(source="demo/bodies.csv")
    return [_make(row) for row in rows("demo/cast.csv")]


def _make(row: dict[str, str]) -> User:
    user = User.objects.filter(email=row["email"]).first() or create_account(
        email=row["email"], name=row["name"], language=row["language"], by=None
    )
    if row["body"]:
        body = Body.objects.get(code=row["body"])
        appoint(user=user, body=body, role=Role(row["role"]), by=None)
    return user


def cast() -> list[Actor]:
    """Who may be chosen on the sign-in page; nobody outside demo mode."""
    if not settings.DEMO:
        return []
    bodies = {body.code: body for body in Body.objects.all()}
    return [
        Actor(
            row["name"],
            row["email"],
            bodies.get(row["body"]),
            str(Role(row["role"]).label) if row["role"] else "",
        )
        for row in rows("demo/cast.csv")
    ]
