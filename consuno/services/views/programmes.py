"""Programmes: what an institution groups its services in."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consuno.core.acting import submit
from consuno.core.interrupted_forms import resumable
from consuno.core.middleware import person
from consuno.core.pages import page_of
from consuno.core.policy import allowed
from consuno.directory.models import Body
from consuno.services import actions, policies
from consuno.services.forms_programmes import ProgrammeForm
from consuno.services.models import Programme
from consuno.services.queries.services import services


def _found(uid: UUID) -> Programme:
    found = get_object_or_404(Programme.objects.select_related("body__country"), uid=uid)
    if not found.body.shown:
        raise Http404
    return found


def programme(request: HttpRequest, uid: UUID) -> HttpResponse:
    """What it is, who runs it, and its services that are offered."""
    found = _found(uid)
    offered = services().filter(programme=found, pk__in=found.services.all().offered())  # type: ignore[attr-defined]
    context = {
        "programme": found, "page": page_of(offered, request.GET.get("pagina")),
        "keeps": allowed(policies.may_keep_service, request.user, found.body),
    }  # fmt: skip
    return render(request, "services/programme.html", context)


@resumable
def add(request: HttpRequest) -> HttpResponse:
    """Write a new programme of a body."""
    body = get_object_or_404(Body.objects.select_related("country"), code=request.GET.get("de", ""))
    policies.may_keep_service(person(request), body)
    return _form(request, body, None)


@resumable
def change(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Change what is said of one."""
    by, found = person(request), _found(uid)
    policies.may_keep_service(by, found.body)
    return _form(request, found.body, found)


def _form(request: HttpRequest, body: Body, found: Programme | None) -> HttpResponse:
    form = ProgrammeForm(found, request.POST if request.method == "POST" else None)
    done = submit(
        form, actions.save_programme, at="name_es", body=body, by=person(request), programme=found
    )
    if done:
        messages.success(request, _("Guardado."))
        return redirect(done.result)
    context = {"form": form, "body": body, "programme": found}
    return render(request, "services/programme_form.html", context)


@require_POST
def end(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Take it away."""
    by, found = person(request), _found(uid)
    actions.end_programme(programme=found, by=by)
    messages.success(request, _("Retirado. Sus servicios siguen."))
    return redirect("services:mine")
