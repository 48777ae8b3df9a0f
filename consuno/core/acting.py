"""Forms and buttons that act: what a rule refuses is said in one way, and nothing written is lost.

A page asks one of three: `submit` for a form (a refusal is among its errors), `press` for a button
(a refusal is a message on the page that follows), `attempt` where the page shows it by itself.
A refusal to a stranger is never told: it passes through, and the middleware answers as if there
were no such page.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, ParamSpec, TypeVar, cast

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from consuno.core.fields import DayField
from consuno.core.policy import Denied
from consuno.core.text import whole_number

T = TypeVar("T")
P = ParamSpec("P")


class Form(forms.Form):
    """A form that acts."""

    def values(self) -> dict[str, Any]:
        """What it hands over, under the names of its action."""
        return dict(self.cleaned_data)


@dataclass(frozen=True, slots=True)
class Attempt(Generic[T]):
    """What became of an act: true when it was done, and then with what it gave back."""

    done: bool
    refusal: str = ""
    given: T | None = None

    def __bool__(self) -> bool:
        return self.done

    @property
    def result(self) -> T:
        """What the act gave back; only asked of one that was done."""
        return cast("T", self.given)


def attempt(act: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> Attempt[T]:
    """Do it, or say why not. Raises Denied for a stranger."""
    try:
        return Attempt(done=True, given=act(*args, **kwargs))
    except Denied as denied:
        if denied.stranger:
            raise
        return Attempt(done=False, refusal=str(denied.reason))


def submit(form: Form, act: Callable[..., T], *, at: str | None = None, **given: Any) -> Attempt[T]:
    """Do what a form asks, with its values and what the page gives. Raises Denied for a stranger.

    Nothing is done where nothing was sent or something is to be mended. A refusal joins the errors
    of the form, or of its field `at`.
    """
    if not form.is_valid():
        return Attempt(done=False)
    done = attempt(act, **form.values(), **given)
    if not done:
        form.add_error(at, done.refusal)
    return done


def press(
    request: HttpRequest, said: str, act: Callable[P, T], *args: P.args, **kwargs: P.kwargs
) -> Attempt[T]:
    """Do what a button asks; the page that follows says it was done, or why not.

    Raises Denied for a stranger.
    """
    done = attempt(act, *args, **kwargs)
    if done:
        messages.success(request, said)
    else:
        messages.error(request, done.refusal)
    return done


def revision_read(request: HttpRequest) -> int:
    """The revision on which a form was written; 0, which nothing has, where the page says none."""
    return whole_number(request.POST.get("revision", "")) or 0


def posted_day(request: HttpRequest, name: str) -> datetime.date:
    """The day written in one box. Raises Denied where there is none."""
    try:
        day: datetime.date = DayField().clean(request.POST.get(name, ""))
    except ValidationError as error:
        raise Denied(" ".join(error.messages)) from error
    return day
