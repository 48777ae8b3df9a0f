"""Pages that write services."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consuno.core.acting import press, submit
from consuno.core.interrupted_forms import resumable
from consuno.core.middleware import person
from consuno.core.models import User
from consuno.core.policy import Denied, allowed
from consuno.core.text import whole_number
from consuno.directory.models import Body
from consuno.directory.standing import memberships
from consuno.services import actions, policies
from consuno.services.forms import ServiceForm
from consuno.services.models import Service
from consuno.services.queries.services import seen, services, services_of

#: More places than any shelter has.
MOST_PLACES = 999_999


def mine(request: HttpRequest) -> HttpResponse:
    """The services of the institutions one acts for, what is to be confirmed first."""
    by = person(request)
    bodies = _kept(request)
    policies.may_enter(by)
    rows = [(body, list(services_of(body)[:500]), list(body.programmes.all())) for body in bodies]
    return render(request, "services/mine.html", {"rows": rows})


def _kept(request: HttpRequest) -> list[Body]:
    held = {each.body_id: each.body for each in memberships(request.user)}
    return [
        body
        for body in held.values()
        if body.country_id and allowed(policies.may_keep_service, request.user, body)
    ]


@resumable
def add(request: HttpRequest) -> HttpResponse:
    """Write a new service of a body."""
    by = person(request)
    body = get_object_or_404(Body.objects.select_related("country"), code=request.GET.get("de", ""))
    policies.may_keep_service(by, body)
    if body.country is None:
        raise Http404
    return _form(request, body, None)


@resumable
def change(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Change what is said of one."""
    by = person(request)
    found = seen(services(), by).filter(uid=uid).first()
    if found is None:
        raise Http404
    policies.may_keep_service(by, found.body)
    return _form(request, found.body, found)


def _form(request: HttpRequest, body: Body, service: Service | None) -> HttpResponse:
    form = ServiceForm(body, service, request.POST if request.method == "POST" else None)
    done = submit(form, actions.save_service, body=body, by=person(request), service=service)
    if done:
        messages.success(request, _("Guardado."))
        return redirect(done.result)
    return render(request, "services/form.html", {"form": form, "body": body, "service": service})


@resumable
@require_POST
def state(request: HttpRequest, uid: UUID) -> HttpResponse:
    """It closes for now, opens again, or its free places change."""
    by = person(request)
    found = seen(services(), by).filter(uid=uid).first()
    if found is None:
        raise Http404
    policies.may_keep_service(by, found.body)
    press(request, _("Guardado."), _change_state, request, found, by)
    return redirect(found)


def _change_state(request: HttpRequest, found: Service, by: User) -> None:
    if request.POST.get("word") != "places":
        status, alert = request.POST.get("status", ""), request.POST.get("alert", "")
        actions.set_status(service=found, status=status, alert=alert, by=by)
        return
    text = request.POST.get("free", "").strip()
    free = whole_number(text)
    if (text and free is None) or (free or 0) > MOST_PLACES:
        raise Denied(_("Escriba cuántas plazas libres hay, con cifras."))
    actions.count_places(service=found, free=free, by=by)
