"""Pages of the kernel."""

from urllib.parse import urlencode

from allauth.account import views as account
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views import i18n
from django.views.decorators.http import require_POST

from consuno.core import interrupted_forms, mail, registry
from consuno.core.middleware import person
from consuno.core.models import User


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What was sent cannot be read: most often, far too much text at once."""
    return render(request, "core/bad_request.html", status=400)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page was open too long, or cookies are off."""
    return render(request, "core/csrf_failure.html", status=403)


def too_many(request: HttpRequest) -> HttpResponse:
    """The same thing was asked too often in a short time (allauth calls this)."""
    return render(request, "core/too_many.html", status=429)


def recover(request: HttpRequest) -> HttpResponse:
    """Ask for a new password by mail; where no mail leaves, say so rather than promise a letter."""
    if not mail.configured():
        return render(request, "account/password_reset.html")
    return account.password_reset(request)


def no_such_api(request: HttpRequest, rest: str = "") -> HttpResponse:
    """A program that asks for an address of the API that is none gets an answer it can read."""
    return JsonResponse({"detail": "There is no such address."}, status=404)


@require_POST
def set_language(request: HttpRequest) -> HttpResponse:
    """Change the language of the pages and, for a person with an account, of their letters."""
    chosen = request.POST.get("language", "")
    if isinstance(request.user, User) and chosen in dict(settings.LANGUAGES):
        User.objects.filter(pk=request.user.pk).exclude(language=chosen).update(language=chosen)
    return i18n.set_language(request)


def resume(request: HttpRequest) -> HttpResponse:
    """Offer what could not be sent because the session had ended; sending is the person's act."""
    person(request)
    try:
        found = interrupted_forms.waiting(request)
    except interrupted_forms.WaitsForVaultError:
        messages.info(request, _("Lo que iba a enviar se conservó: ábralo con su bóveda."))
        return redirect(f"{reverse(registry.place('vault'))}?{urlencode({'next': request.path})}")
    if not found:
        return redirect(settings.LOGIN_REDIRECT_URL)
    return render(request, "core/resume.html", {"unsent": found})
