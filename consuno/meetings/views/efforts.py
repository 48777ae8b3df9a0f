"""The inventory of efforts: what each country and organisation already does, by theme."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consuno.agenda.models import Population, Theme
from consuno.core import tables
from consuno.core.acting import submit
from consuno.core.export_guard import guard_export
from consuno.core.interrupted_forms import resumable
from consuno.core.middleware import person
from consuno.core.pages import page_of
from consuno.directory.models import Country
from consuno.meetings import actions, policies
from consuno.meetings.forms import EffortForm
from consuno.meetings.models import Effort
from consuno.meetings.queries.export import EFFORTS


def _asked(request: HttpRequest) -> tuple[QuerySet[Effort], dict[str, str]]:
    policies.may_read_efforts(request.user)
    chosen = {
        name: request.GET.get(name, "").replace("\x00", "")[:40]
        for name in ("tema", "pais", "poblacion")
    }
    found = Effort.objects.filter(withdrawn_at=None).select_related("body__country", "theme")
    found = found.prefetch_related("populations")
    if (one := request.GET.get("esfuerzo", "")).isdecimal():  # found by the search
        found = found.filter(pk=one[:18])
    if chosen["tema"]:
        found = found.filter(theme=chosen["tema"])
    if chosen["pais"]:
        found = found.filter(body__country=chosen["pais"])
    if chosen["poblacion"]:
        found = found.filter(populations=chosen["poblacion"])
    return found, chosen


def efforts(request: HttpRequest) -> HttpResponse:
    """All of them, by theme and country."""
    found, chosen = _asked(request)
    context = {
        "page": page_of(found, request.GET.get("pagina")), "chosen": chosen,
        "themes": list(Theme.objects.all()), "countries": list(Country.objects.all()),
        "populations": list(Population.objects.all()),
        "mine": {body.pk for body in policies.tells_for(request.user)},
    }  # fmt: skip
    return render(request, "meetings/efforts.html", context)


def export(request: HttpRequest, kind: str) -> HttpResponseBase:
    """The same as a file."""
    tables.must_be_a_format(kind)
    found, _chosen = _asked(request)
    guard_export(request, "meetings")
    return tables.file(kind, tables.Table("esfuerzos", _("Esfuerzos"), EFFORTS), found)


@resumable
def tell(request: HttpRequest, pk: int = 0) -> HttpResponse:
    """Tell of one, or say it anew."""
    by = person(request)
    policies.may_read_efforts(by)
    found = get_object_or_404(Effort.objects.select_related("body"), pk=pk) if pk else None
    if found is not None:
        policies.may_tell_effort(by, found.body)
    form = EffortForm(by, found, request.POST if request.method == "POST" else None)
    done = submit(form, actions.tell_effort, effort=found, by=by)
    if done:
        messages.success(request, _("Anotado y confirmado con la fecha de hoy."))
        return redirect("meetings:efforts")
    return render(request, "meetings/effort.html", {"form": form, "effort": found})


@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that it is so no more."""
    by = person(request)
    policies.may_read_efforts(by)
    found = get_object_or_404(Effort.objects.select_related("body"), pk=pk)
    actions.withdraw_effort(effort=found, by=by)
    messages.success(request, _("Retirado del inventario."))
    return redirect("meetings:efforts")
