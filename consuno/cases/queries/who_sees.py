"""What each role can and cannot do with what people entrust, asked of the rules themselves.

No row is written by hand: each cell is the answer of the policy that guards the page, for somebody
who acts only in that
role, for an organisation of their own and before one that is not theirs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from consuno.cases import policies
from consuno.core.models import User
from consuno.core.policy import allowed
from consuno.directory import policies as directory
from consuno.directory.models import Body, Membership, Role
from consuno.directory.standing import secretariat_of

#: Whom a role acts for where it is not an organisation that receives.
_SEATS = {Role.OFFICER: "ST-CRM", Role.PRESIDENCY: "PPT-CRM"}


@dataclass(frozen=True, slots=True)
class Question:
    """What one may ask of a role, and the rule that answers, given the person, their body and another's."""

    words: str | Promise
    rule: Callable[[Any, Body, Body], bool]


QUESTIONS = (
    Question(_("Tener una bóveda"),
             lambda user, _own, _other: allowed(directory.may_have_vault, user)),
    Question(_("Ver la mesa de denuncias de su organización"),
             lambda user, _own, _other: allowed(policies.may_see_desk, user)),
    Question(_("Abrir lo que confiaron a su organización, con "
               "su clave"), lambda user, own, _other: directory.cares(user, own)),
    Question(_("Abrir lo que confiaron a otra organización"),
             lambda user, _own, other: directory.cares(user, other)),
    Question(_("Saber que existe una denuncia que otra recibió"),
             lambda user, _own, other: directory.cares(user, other)),
    Question(_("Ver quién tiene la clave de su organización"),
             lambda user, own, _other: allowed(directory.may_read_keys, user, own)),
    Question(_("Guardar una parte de la clave y devolverla con otra "
               "persona"), lambda user, own, _other: allowed(directory.may_recover, user, own)),
    Question(
        _("Firmar que una clave es de su organización"),
        lambda user, own, _other: directory.keeps(user, own) or secretariat_of(user) is not None,
    ),
)  # fmt: skip


def _body(number: int) -> Body:
    """An organisation that is in no table: rules are asked of it, nothing is kept."""
    return Body(pk=number, code=f"—{number}", civil_society=True, listed=True, kind="organisation")


def _person(role: Role, own: Body) -> User:
    user = User(pk=0, is_active=True)
    held = Membership(user=user, body=own, role=role)
    user._memberships = [held]  # type: ignore[attr-defined] # where the directory keeps what it was asked
    user._has_second_factor = True  # type: ignore[attr-defined]
    return user


@dataclass(frozen=True, slots=True)
class Answers:
    """A role and the rules' answers, in the order of the questions."""

    role: Role
    yes: list[bool]


def who_sees() -> list[Answers]:
    """Every role, and what the rules answer it."""
    seats = {each.code: each for each in Body.objects.filter(code__in=_SEATS.values())}
    found = []
    for role in Role:
        own = seats.get(_SEATS.get(role, ""), _body(-1))
        user = _person(role, own)
        found.append(Answers(role, [each.rule(user, own, _body(-2)) for each in QUESTIONS]))
    return found
