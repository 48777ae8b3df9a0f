"""Confirm that services go on as they are: with one's account, or by the link of a letter."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from consuno.core.acting import attempt
from consuno.core.interrupted_forms import resumable
from consuno.core.middleware import person
from consuno.services import actions, policies
from consuno.services.keys import asking_of
from consuno.services.queries.services import services, to_confirm


def _chosen(request: HttpRequest) -> list[UUID]:
    found = []
    for text in request.POST.getlist("service")[:1000]:
        try:
            found.append(UUID(text))
        except ValueError:
            continue
    return found


@resumable
@require_POST
def confirm(request: HttpRequest) -> HttpResponse:
    """Those that were ticked go on as they are."""
    by = person(request)
    policies.may_enter(by)
    done = actions.confirm_services(services=services().filter(uid__in=_chosen(request)), by=by)
    messages.success(request, _("Confirmados: %(n)s.") % {"n": done})
    return redirect("services:mine")


@never_cache
def by_link(request: HttpRequest, key: str) -> HttpResponse:
    """A page with one button. Opening it changes nothing: programs open links as well."""
    asking = asking_of(key)
    usable = attempt(policies.may_use, asking)
    if not usable:
        return render(request, "services/letter_gone.html", {"reason": usable.refusal}, status=410)
    asking = usable.result
    due = to_confirm(asking.body)
    if request.method == "POST":
        chosen = due.filter(uid__in=_chosen(request))
        done = actions.confirm_by_link(asking=asking, services=chosen, by=asking.user)
        return render(request, "services/letter_done.html", {"done": done, "body": asking.body})
    return render(request, "services/letter.html", {"body": asking.body, "due": list(due[:1000])})
