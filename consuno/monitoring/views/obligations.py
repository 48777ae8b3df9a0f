"""What one body owes of one commitment: its deadline in time, its reports, its reminders."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consuno.agenda.models import Commitment
from consuno.agenda.policies import may_read_commitment
from consuno.core.acting import attempt, submit
from consuno.core.interrupted_forms import resumable
from consuno.core.middleware import person
from consuno.core.policy import allowed
from consuno.directory.standing import secretariat_of
from consuno.monitoring import actions, policies
from consuno.monitoring.forms import (
    DeliveryForm,
    ExtensionForm,
    MilestoneForm,
    OutcomeForm,
    PartnerForm,
)
from consuno.monitoring.models import Delivery, Extension, Milestone, Obligation, Past
from consuno.monitoring.queries.cycles import deliveries_for, opened
from consuno.monitoring.queries.milestones import whole


def _found(request: HttpRequest, pk: int) -> Obligation:
    policies.may_enter(request.user)
    found = Obligation.objects.select_related(
        "body__country", "partner", "commitment__meeting__organ", "commitment__dated_by"
    )
    return get_object_or_404(found, pk=pk)


def commitment(request: HttpRequest, pk: int) -> HttpResponse:
    """Everybody who answers for a commitment."""
    policies.may_enter(request.user)
    item = get_object_or_404(Commitment.objects.select_related("meeting"), pk=pk)
    may_read_commitment(request.user, item)
    found = whole(item)
    opened(request.user, [report for _each, report, _percent in found.rows if report])
    return render(request, "monitoring/commitment.html", {"item": item, "whole": found})


def obligation(request: HttpRequest, pk: int) -> HttpResponse:
    """Its page."""
    return _page(request, _found(request, pk))


def _page(request: HttpRequest, found: Obligation, **extra: Any) -> HttpResponse:
    reports = found.reports.select_related("cycle", "obligation__body")
    reports = reports.order_by("-cycle__publishes_on")
    extensions = list(found.extensions.prefetch_related("words__body"))
    pending = next((e for e in extensions if e.state == Extension.State.PENDING), None)
    set_by = found.commitment.dated_by or found.commitment.meeting.organ
    forum = set_by if set_by and set_by.code in policies.deciders_of(found.commitment) else None
    context = {
        "obligation": found,
        "extensions": extensions,
        "pending": pending,
        "forum": forum,
        "reports": opened(request.user, reports),
        "reminders": list(found.reminders.order_by("-pk")[:30]),
        "may_ask": allowed(policies.may_ask_extension, request.user, found),
        "decides": secretariat_of(request.user),
        "words": list(found.words.select_related("secretariat")),
        "outcome_form": OutcomeForm(initial={"outcome": found.outcome}),
        "form": ExtensionForm(),
        "past": Past.objects.filter(candidate__commitment=found.commitment_id).first(),
        "deliveries": deliveries_for(request.user, found),
        "may_deliver": allowed(policies.may_deliver, request.user, found),
        "delivery_form": DeliveryForm(),
        "names_partner": allowed(policies.may_name_partner, request.user, found),
        "partner_form": PartnerForm(found),
        "milestones": list(found.milestones.all()),
        "may_set": allowed(policies.may_set_milestones, request.user, found),
        "milestone_form": MilestoneForm(),
        **extra,
    }
    return render(request, "monitoring/obligation.html", context)


@resumable
@require_POST
def ask_extension(request: HttpRequest, pk: int) -> HttpResponse:
    """The body asks for more time."""
    by = person(request)
    found = _found(request, pk)
    form = ExtensionForm(request.POST)
    done = submit(form, actions.ask_extension, obligation=found, by=by)
    if done:
        messages.success(request, _("Pedido. Los avisos descansan hasta que se decida."))
        return redirect(found)
    return _page(request, found, form=form)


@resumable
@require_POST
def decide_extension(request: HttpRequest, pk: int) -> HttpResponse:
    """One Secretariat grants more time, or refuses it; or the forum that set the date does."""
    by = person(request)
    policies.may_enter(by)
    waiting = Extension.objects.select_related(
        "obligation__commitment__meeting__organ", "obligation__commitment__dated_by"
    )
    asked = get_object_or_404(waiting, pk=pk)
    policies.decides_for(by, asked)
    said = {name: request.POST.get(name, "") for name in ("reason", "instrument")}
    grants = request.POST.get("word") == "grant"
    done = attempt(actions.decide_extension, extension=asked, grants=grants, by=by, **said)
    if not done:
        again = _found(request, asked.obligation_id)
        return _page(request, again, problem=done.refusal, said=said)
    if done.result.state == Extension.State.PENDING:
        messages.success(request, _("Concedida por su Secretaría. Falta la otra."))
    else:
        messages.success(request, _("Decidido. La institución recibe un aviso."))
    return redirect(asked.obligation)


@resumable
@require_POST
def say_outcome(request: HttpRequest, pk: int) -> HttpResponse:
    """One Secretariat says what became of it."""
    by = person(request)
    policies.may_work_as_secretariat(by)
    found = _found(request, pk)
    form = OutcomeForm(request.POST)
    done = submit(form, actions.say_outcome, obligation=found, by=by)
    if not done:
        return _page(request, found, outcome_form=form)
    if done.result:
        messages.success(request, _("Ambas Secretarías dicen lo mismo: así queda."))
    else:
        messages.success(
            request, _("Anotado en nombre de su Secretaría. Falta que la otra diga lo mismo.")
        )
    return redirect(found)


@resumable
@require_POST
def set_milestone(request: HttpRequest, pk: int) -> HttpResponse:
    """The body sets one step."""
    by = person(request)
    found = _found(request, pk)
    form = MilestoneForm(request.POST)
    done = submit(form, actions.set_milestone, obligation=found, by=by)
    if done:
        messages.success(request, _("Hito fijado. Los informes dirán cuánto se ha avanzado en él."))
        return redirect(f"{found.get_absolute_url()}#hitos")
    return _page(request, found, milestone_form=form)


@resumable
@require_POST
def drop_milestone(request: HttpRequest, pk: int) -> HttpResponse:
    """The body gives one step up."""
    by = person(request)
    policies.may_enter(by)
    step = get_object_or_404(Milestone.objects.select_related("obligation__body"), pk=pk)
    actions.drop_milestone(milestone=step, by=by)
    messages.success(request, _("Hito retirado: queda a la vista y ya no cuenta."))
    return redirect(f"{step.obligation.get_absolute_url()}#hitos")


@resumable
@require_POST
def deliver(request: HttpRequest, pk: int) -> HttpResponse:
    """The body hands something over today."""
    by = person(request)
    found = _found(request, pk)
    form = DeliveryForm(request.POST, request.FILES)
    done = submit(form, actions.deliver, obligation=found, by=by)
    if done:
        messages.success(
            request, _("Entrega anotada con la fecha de hoy. Lo saben las dos Secretarías.")
        )
        return redirect(f"{found.get_absolute_url()}#entregas")
    return _page(request, found, delivery_form=form)


@resumable
@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a delivery back."""
    by = person(request)
    policies.may_enter(by)
    made = get_object_or_404(Delivery.objects.select_related("obligation__body"), pk=pk)
    actions.take_back(delivery=made, by=by)
    messages.success(request, _("Entrega retirada: la línea queda, tachada."))
    return redirect(f"{made.obligation.get_absolute_url()}#entregas")


@resumable
@require_POST
def name_partner(request: HttpRequest, pk: int) -> HttpResponse:
    """The Secretariat of civil society names the local partner."""
    by = person(request)
    found = _found(request, pk)
    policies.may_name_partner(by, found)
    form = PartnerForm(found, request.POST)
    if not submit(form, actions.name_partner, obligation=found, by=by):
        return _page(request, found, partner_form=form)
    messages.success(request, _("Anotado. Lo saben la institución y la organización."))
    return redirect(found)
