"""The page of one's own account."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from consuno.core import sessions
from consuno.core.accounts import end_sessions as end
from consuno.core.middleware import person
from consuno.core.models import User
from consuno.core.policy import allowed
from consuno.core.second_factor import has_second_factor
from consuno.directory.policies import may_have_vault
from consuno.directory.roles import duty
from consuno.directory.standing import memberships, secretariat_of, session_limits


def account(request: HttpRequest) -> HttpResponse:
    """Who one is here, what one acts as, and how one signs in."""
    user = person(request)
    context = {
        "acts": [(held, duty(held.role)) for held in memberships(user)],
        "second_factor": has_second_factor(user),
        "sessions": sessions.of(user),
        "this_session": sessions.hashed(request.session.session_key),
        "digests": User.Digest.choices,
        "limits": session_limits(user),
        "keeps_record": secretariat_of(user) is not None,
        "has_vault": allowed(may_have_vault, user),
    }
    return render(request, "site/account.html", context)


@require_POST
def end_sessions(request: HttpRequest) -> HttpResponse:
    """End one of one's own sessions, or all but the one in use."""
    user = person(request)
    this = sessions.hashed(request.session.session_key)
    which = request.POST.get("which", "")
    ended = end(of=user, by=user, only="" if which == "others" else which or "none", but=this)
    messages.success(
        request,
        ngettext("Se cerró %(n)s sesión.", "Se cerraron %(n)s sesiones.", ended) % {"n": ended},
    )
    return redirect("site:account")
