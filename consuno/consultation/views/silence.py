"""Silence: the Presidency orders it and may lift it."""

from __future__ import annotations

import datetime
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consuno.consultation import actions, policies
from consuno.consultation.forms import LiftForm, SilenceForm
from consuno.consultation.models import Silence
from consuno.consultation.views.positions import version_sought
from consuno.consultation.views.rounds import round_of
from consuno.consultation.views.shared import written
from consuno.core.acting import press
from consuno.core.interrupted_forms import resumable
from consuno.core.middleware import person


@resumable
def order(request: HttpRequest, pk: int) -> HttpResponse:
    """Order it; the page lists its conditions, and which do not hold yet."""
    by = person(request)
    version = version_sought(request, pk)
    policies.may_order_silence(by, version)
    initial = {
        "day": policies.earliest(),
        "hour": datetime.time(18, 0),
        "zone": "America/Costa_Rica",
    }
    conditions = policies.conditions(version)
    form = SilenceForm(request.POST or None, initial=initial)
    return written(
        request, form, partial(actions.order_silence, version=version, by=by),
        {"title": _("Ordenar el silencio"), "version": version,
         "lead": _("El texto queda aprobado a esa hora exacta si ningún país lo objeta ni lo enmienda por "
                   "escrito antes. Quien calla no consiente: consta que no objetó."),
         "conditions": conditions, "blocked": any(each.lacking for each in conditions)},
        lambda made: made.round,
    )  # fmt: skip


@require_POST
def lift(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Take the order back."""
    found = get_object_or_404(Silence, round=round_of(request, pk, number))
    form = LiftForm(request.POST)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    by = person(request)
    press(
        request,
        _("Levantado: nadie queda obligado por callar."),
        actions.lift_silence,
        silence=found,
        reason=reason,
        by=by,
    )
    return redirect(found.round)
