"""The rule of absence, and the reminders of one text."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consuno.consultation import actions, policies
from consuno.consultation.forms import AbsenceForm, ReminderForm
from consuno.consultation.models import AbsenceRule
from consuno.consultation.queries import absence as queries
from consuno.consultation.views.positions import version_sought
from consuno.core.acting import press, submit
from consuno.core.interrupted_forms import resumable
from consuno.core.middleware import person
from consuno.core.policy import allowed
from consuno.directory.models import Body


@resumable
def absence(request: HttpRequest) -> HttpResponse:
    """The rule in force, the one that waits, those before; the Secretariats propose and confirm here."""
    policies.may_enter(request.user)
    form = AbsenceForm(request.POST or None)
    done = submit(form, actions.propose_absence, by=person(request))
    if done:
        messages.success(request, _("Escrita. Vale cuando la otra Secretaría la confirme."))
        return redirect("consultation:absence")
    waiting, rule, user = queries.waiting_rule(), queries.rule_in_force(), request.user
    context: dict[str, Any] = {
        "form": form, "rule": rule, "waiting": waiting, "past": queries.past(),
        "proposes": allowed(policies.may_propose_absence, user),
        "confirms": waiting and allowed(policies.may_confirm_absence, user, waiting),
        "takes_back": waiting and allowed(policies.may_take_absence_back, user, waiting),
        "ends": rule and allowed(policies.may_end_absence, user, rule),
        "countries": len(policies.countries()),
    }  # fmt: skip
    return render(request, "consultation/absence.html", context)


@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirm the rule, take it back or end it."""
    by = person(request)
    policies.may_enter(by)
    rule = get_object_or_404(AbsenceRule, pk=pk)
    if request.POST.get("word") == "confirm":
        press(request, _("En vigor desde hoy."), actions.confirm_absence, rule=rule, by=by)
    else:
        press(request, _("Ya no vale."), actions.end_absence, rule=rule, by=by)
    return redirect("consultation:absence")


@require_POST
def remind(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down by which note a country was reminded."""
    by, version = person(request), version_sought(request, pk)
    form = ReminderForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Escriba con qué nota se le recordó, con su fecha."))
        return redirect("consultation:positions", pk=pk)
    body = get_object_or_404(Body, pk=form.cleaned_data["body"])
    note = form.cleaned_data["instrument"]
    press(
        request,
        _("Anotado."),
        actions.remind_by_note,
        version=version,
        body=body,
        instrument=note,
        by=by,
    )
    return redirect("consultation:positions", pk=pk)
