"""What a refusal looks like: 404 to a stranger, a reason to a colleague, sign-in to nobody."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from consuno.core import clock, interrupted_forms, registry
from consuno.core.devices import device
from consuno.core.models import User
from consuno.core.policy import Denied
from consuno.core.sessions import BEGAN, DEVICE, SEEN


def person(request: HttpRequest) -> User:
    """Return who is signed in; raises Denied (to a stranger) when nobody is."""
    if isinstance(request.user, User):
        return request.user
    raise Denied("", stranger=True)


class HeadersMiddleware:
    """What every answer says to browsers, and that pages of people are kept nowhere."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Add them on the way back."""
        response = self.get_response(request)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        user = getattr(request, "user", None)  # static files have none
        if user is not None and user.is_authenticated:
            response.headers["Cache-Control"] = "no-store, private"
        return response


class SessionLimitsMiddleware:
    """End a session that rested too long, or that is too old, for what its person acts as.

    What was being sent then is kept (see `resumable`) until they have signed in again.
    """

    #: The row is written at most this often (seconds): a page that only reads stays a read.
    STEP = 60

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Look at the clock before anything else."""
        if request.user.is_authenticated:
            self._look(request)
        return self.get_response(request)

    def _look(self, request: HttpRequest) -> None:
        now = int(clock.now().timestamp())
        session = request.session
        limits = registry.session_limits(request.user)
        began, seen = session.get(BEGAN, now), session.get(SEEN, now)
        if now - seen > limits.idle.total_seconds() or now - began > limits.age.total_seconds():
            request.left = request.user  # type: ignore[attr-defined]  # whose form this request brought
            logout(request)
            messages.info(request, str(limits.sentence))
        elif now - seen >= self.STEP or SEEN not in session:
            session[BEGAN], session[SEEN] = began, now
            session[DEVICE] = device(request.headers.get("User-Agent", ""))


class DenialMiddleware:
    """Turn `Denied` into a page, wherever a view let it rise."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """Remember whether the form of this view may be kept; forget the one now sent again."""
        request.resumable = getattr(view, "resumable", "")  # type: ignore[attr-defined]
        if request.method == "POST" and request.user.is_authenticated:
            interrupted_forms.forget(request, request.get_full_path())
        return None

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Send the not signed in to sign in; tell a stranger nothing; give a colleague the reason."""
        if not isinstance(error, Denied):
            return None
        if not request.user.is_authenticated:
            return self._to_sign_in(request)
        if error.stranger:
            raise Http404 from error
        return render(request, "core/denied.html", {"reason": error.reason}, status=403)

    def _to_sign_in(self, request: HttpRequest) -> HttpResponse:
        if request.method != "POST":
            return redirect_to_login(request.get_full_path())
        how, sender = request.resumable, getattr(request, "left", None)  # type: ignore[attr-defined]
        kept = bool(how) and interrupted_forms.keep(request, how, sender=sender)
        return redirect_to_login(reverse("core:resume" if kept else registry.place("home")))
