"""Evidence beside a report."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consuno.core.acting import submit
from consuno.core.downloads import attachment
from consuno.core.middleware import person
from consuno.monitoring import actions, policies
from consuno.monitoring.forms import EvidenceForm
from consuno.monitoring.models import Delivery, Evidence
from consuno.monitoring.queries import cycles as queries


def add(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a file or a link beside a report that is not sent yet."""
    by = person(request)
    report = queries.report(pk)
    if report is None:
        raise Http404
    policies.may_add_evidence(by, report)
    form = EvidenceForm(request.POST or None, request.FILES or None)
    done = submit(form, actions.add_evidence, report=report, by=by)
    if done:
        messages.success(request, _("La prueba quedó junto al informe."))
        return redirect(report)
    context: dict[str, Any] = {"report": report, "form": form}
    return render(request, "monitoring/evidence_add.html", context)


def _found(pk: int) -> Evidence:
    found = Evidence.objects.select_related("report__cycle", "report__obligation__body")
    return get_object_or_404(found, pk=pk)


def evidence(request: HttpRequest, pk: int) -> HttpResponse:
    """The file as it came. Never shown in the browser: a file is hostile."""
    found = _found(pk)
    policies.may_read_evidence(request.user, found)
    if found.content is None:
        return redirect(found.report)
    return attachment(bytes(found.content), found.file_name, otherwise=f"prueba-{found.pk}")


def delivery(request: HttpRequest, pk: int) -> HttpResponse:
    """The file that was delivered."""
    found = get_object_or_404(Delivery.objects.select_related("obligation__body"), pk=pk)
    policies.may_read_delivery(request.user, found)
    if found.content is None:
        return redirect(found.obligation)
    return attachment(bytes(found.content), found.file_name, otherwise=f"entrega-{found.pk}")


@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take it back."""
    found = _found(pk)
    actions.withdraw_evidence(evidence=found, by=person(request))
    messages.success(request, _("La prueba se retiró."))
    return redirect(found.report)
