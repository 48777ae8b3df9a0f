"""Pages of the kernel."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from consuno.core.middleware import UNSENT, person


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What was sent cannot be read: most often, far too much text at once."""
    return render(request, "core/bad_request.html", status=400)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page was open too long, or cookies are off."""
    return render(request, "core/csrf_failure.html", status=403)


def resume(request: HttpRequest) -> HttpResponse:
    """Offer what could not be sent because the session had ended; sending is the person's act."""
    person(request)
    unsent = request.session.get(UNSENT)
    if not unsent:
        return redirect(settings.LOGIN_REDIRECT_URL)
    shown = [(name, value) for name, value in unsent["fields"] if len(value) > 3]
    return render(request, "core/resume.html", {"unsent": unsent, "shown": shown})
