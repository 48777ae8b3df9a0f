"""What a refusal looks like: 404 to a stranger, a reason to a colleague."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from consuno.core.models import User
from consuno.core.policy import Denied


def person(request: HttpRequest) -> User:
    """Return who is signed in; raises Denied (to a stranger) when nobody is."""
    if isinstance(request.user, User):
        return request.user
    raise Denied("", stranger=True)


class DenialMiddleware:
    """Turn `Denied` into a page, wherever a view let it rise."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Send the not signed in to sign in; tell a stranger nothing; give a colleague the reason."""
        if not isinstance(error, Denied):
            return None
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if error.stranger:
            raise Http404 from error
        return render(request, "core/denied.html", {"reason": error.reason}, status=403)
