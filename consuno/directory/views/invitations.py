"""Pages of a person who was invited."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import login
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from consuno.core.acting import attempt
from consuno.core.models import User
from consuno.directory import actions, invitations, policies
from consuno.directory.forms import AcceptanceForm
from consuno.directory.models import Invitation
from consuno.directory.roles import duty

#: Where the session keeps which invitation was opened: its number and issue, not its key.
OPENED = "invitation"


def open_invitation(request: HttpRequest, key: str) -> HttpResponse:
    """Take the key out of the address before any page is shown, so that none carries it on."""
    found = invitations.invitation_of(key)
    request.session[OPENED] = [found.pk, found.issue] if found else None
    return redirect("directory:invitation")


def invitation(request: HttpRequest) -> HttpResponse:
    """Accept: with a new account, or with the one that is signed in."""
    found = _opened(request)
    if found is None or not found.pending:
        return render(request, "directory/invitation_gone.html", {"found": found}, status=410)
    by = request.user if isinstance(request.user, User) else None
    form = AcceptanceForm(request.POST if request.method == "POST" else None, new=by is None)
    if request.method == "POST" and form.is_valid():
        done = _accept(request, found, by, form)
        if done is not None:
            return done
    context = {
        "found": found,
        "form": form,
        "duty": duty(found.role),
        "refusal": _refusal(by, found),
    }
    return render(request, "directory/invitation.html", context)


def _opened(request: HttpRequest) -> Invitation | None:
    pk, issue = request.session.get(OPENED) or (0, 0)
    return Invitation.objects.filter(pk=pk, issue=issue).select_related("body", "by").first()


def _refusal(by: User | None, found: Invitation) -> str:
    """Why this visitor, as they are now, cannot accept."""
    return attempt(policies.may_accept, by, found).refusal


def _accept(
    request: HttpRequest, found: Invitation, by: User | None, form: AcceptanceForm
) -> HttpResponse | None:
    """Accept and go on; None when the page must be shown again with what is wrong."""
    returning = User.objects.filter(email=found.email).exists()
    try:
        done = attempt(actions.accept_invitation, invitation=found, by=by, **form.values())
    except ValidationError as error:
        form.add_error("password", error)
        return None
    if not done:
        return None  # the page says why, and what to do
    request.session.pop(OPENED, None)
    if by is None and returning:
        return redirect(settings.LOGIN_URL)  # whoever had left may have a second factor
    if by is None:
        login(request, done.result, backend=settings.AUTHENTICATION_BACKENDS[0])
    return redirect(settings.LOGIN_REDIRECT_URL)
