"""A report: written by the institution, read by the rest."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consuno.core.middleware import person, resumable
from consuno.core.policy import Denied, allowed
from consuno.monitoring import actions, policies
from consuno.monitoring.forms import ReportForm
from consuno.monitoring.models import Report
from consuno.monitoring.queries import cycles as queries


def _found(request: HttpRequest, pk: int) -> Report:
    found = queries.report(pk)
    if found is None:
        raise Http404
    policies.may_read_report(request.user, found)
    return found


@resumable
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """The form for those who report; for the others, what was said."""
    found = _found(request, pk)
    before = queries.before(found)
    if not allowed(policies.may_report, request.user, found):
        return _read(request, found, before)
    form = ReportForm(found, request.POST if request.method == "POST" else None, before)
    context: dict[str, Any] = {"report": found, "form": form, "before": before}
    if request.method == "POST" and form.is_valid():
        try:
            return _keep(request, found, form.cleaned_data)
        except (Denied, actions.ConflictError) as error:
            context |= {"problem": str(error), "now": queries.report(pk)}
    context["may_send"] = allowed(policies.may_report, request.user, found, send=True)
    return render(request, "monitoring/report_form.html", context)


def _keep(request: HttpRequest, found: Report, written: dict[str, Any]) -> HttpResponse:
    text = request.POST.get("revision", "")
    revision = int(text) if text.isdigit() and len(text) < 8 else 0
    who: dict[str, Any] = {"report": found, "revision": revision, "by": person(request)}
    if "send" not in request.POST:
        actions.save_report(**who, **written)
        messages.success(request, _("Guardado. Todavía no se ha enviado."))
        return redirect(found)
    sent = actions.send_report(**who, **written)
    if sent.given:
        messages.success(request, _("Enviado. Ya lo leen las dos Secretarías."))
    else:
        messages.success(request, _("Enviado a quien valida en su institución."))
    return redirect(f"{found.cycle.get_absolute_url()}?cuerpo={found.obligation.body.code}")


def _read(request: HttpRequest, found: Report, before: Report | None, **extra: Any) -> HttpResponse:
    context = {
        "report": found, "before": before,
        "may_validate": allowed(policies.may_validate, request.user, found),
        "may_return": allowed(policies.may_return, request.user, found), **extra,
    }  # fmt: skip
    return render(request, "monitoring/report.html", context)


@resumable
@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Validate a report, or give it back with a reason."""
    by = person(request)
    found = _found(request, pk)
    reason = request.POST.get("reason", "")
    try:
        if request.POST.get("word") == "validate":
            actions.validate_report(report=found, by=by)
            messages.success(request, _("Validado. Ya lo leen las dos Secretarías."))
        else:
            actions.return_report(report=found, reason=reason, by=by)
            messages.success(request, _("Devuelto, con su razón."))
    except Denied as denied:
        return _read(
            request, found, queries.before(found), problem=str(denied.reason), reason=reason
        )
    return redirect(found)
