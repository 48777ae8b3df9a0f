"""Correct what is on the agenda."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consuno.agenda import actions, policies
from consuno.agenda.forms import CorrigendumForm
from consuno.agenda.models import Corrigendum
from consuno.agenda.queries.commitment import find
from consuno.core.acting import submit
from consuno.core.interrupted_forms import resumable
from consuno.core.middleware import person


@resumable
def correct(request: HttpRequest, meeting: str, ref: str) -> HttpResponse:
    """Propose what an item shall say, and why."""
    by = person(request)
    policies.may_work_as_secretariat(by)
    item = find(meeting=meeting, ref=ref)
    if item is None:
        raise Http404
    policies.may_propose_corrigendum(by, item)
    form = CorrigendumForm(item, request.POST if request.method == "POST" else None)
    if submit(form, actions.propose_corrigendum, commitment=item, by=by):
        messages.success(request, _("Propuesta. Falta que la otra Secretaría esté de acuerdo."))
        return redirect(item)
    return render(request, "agenda/correct.html", {"item": item, "form": form})


@require_POST
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """Agree with a correction, or take it back."""
    by = person(request)
    policies.may_work_as_secretariat(by)
    found = get_object_or_404(Corrigendum.objects.select_related("commitment__meeting"), pk=pk)
    if request.POST.get("word") == "agree":
        actions.agree_corrigendum(corrigendum=found, by=by)
        messages.success(request, _("Corregido: ambas Secretarías están de acuerdo."))
    else:
        actions.withdraw_corrigendum(corrigendum=found, by=by)
        messages.success(request, _("La corrección se retiró. Todo queda como estaba."))
    return redirect(found.commitment)
