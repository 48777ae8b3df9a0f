"""A report: written by the institution, read by the rest."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consuno.core import clock
from consuno.core.middleware import person
from consuno.core.policy import Denied, allowed
from consuno.core.text import whole_number
from consuno.core.unsent import resumable
from consuno.directory.standing import secretariat_of
from consuno.monitoring import actions, policies
from consuno.monitoring.forms import AssessmentForm, NoteForm, RemarkForm, ReportForm
from consuno.monitoring.models import Remark, Report
from consuno.monitoring.queries import cycles as queries
from consuno.monitoring.queries.assessments import Outcome
from consuno.monitoring.queries.milestones import steps
from consuno.monitoring.workflow import REPORT


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
    if not allowed(policies.may_save_report, request.user, found):
        return _read(request, found, before)
    form = ReportForm(found, request.POST if request.method == "POST" else None, before)
    evidence = queries.evidence_for(request.user, found)
    context: dict[str, Any] = {
        "report": found, "form": form, "before": before, "evidence": evidence,
        "deliveries": queries.deliveries_for(request.user, found.obligation),
    }  # fmt: skip
    if request.method == "POST" and form.is_valid():
        try:
            return _keep(request, found, form.wanted())
        except (Denied, actions.ConflictError) as error:
            context |= {"problem": str(error), "now": queries.report(pk)}
    context["may_send"] = allowed(policies.may_send_report, request.user, found)
    return render(request, "monitoring/report_form.html", context)


@require_POST
def keep(request: HttpRequest, pk: int) -> HttpResponse:
    """Save while typing: the same as the button, answered in a line."""
    by = person(request)
    found = _found(request, pk)
    policies.may_save_report(by, found)
    form = ReportForm(found, request.POST)
    revision = _revision(request)
    context: dict[str, Any] = {"revision": revision}
    if form.is_valid():
        try:
            saved = actions.save_report(report=found, revision=revision, by=by, **form.wanted())
            context = {"revision": saved.revision, "kept_at": timezone.localtime(clock.now())}
        except (Denied, actions.ConflictError) as error:
            context["trouble"] = str(error)
    else:
        context["trouble"] = _("Todavía no se puede guardar: hay algo que corregir.")
    return render(request, "monitoring/_kept.html", context)


def _keep(request: HttpRequest, found: Report, written: dict[str, Any]) -> HttpResponse:
    who: dict[str, Any] = {"report": found, "revision": _revision(request), "by": person(request)}
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
    outcome = Outcome.of(found)
    mine = secretariat_of(request.user)
    own = next((each for each in outcome.found if each.secretariat == mine), None)
    until = outcome.replies_until
    context = {
        "report": found, "before": before, "outcome": outcome, "own": own,
        # Each Secretariat assesses without having read the other.
        "found": outcome.found if outcome.complete else [own] if own else [],
        "steps": steps(found),
        "deliveries": queries.deliveries_for(request.user, found.obligation),
        "remarks": list(found.remarks.select_related("body")),
        "until": until,
        "evidence": queries.evidence_for(request.user, found),
        "may": REPORT.open_to(request.user, found),
        "may_note": allowed(policies.may_remark, request.user, found, Remark.Kind.NOTE),
        "may_reply": allowed(policies.may_remark, request.user, found, Remark.Kind.REPLY, until),
        "assessment_form": AssessmentForm(
            initial={"rating": own.rating, "reasons": own.reasons} if own else None
        ),
        "remark_form": RemarkForm(),
        "note_form": NoteForm(), **extra,
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


@resumable
@require_POST
def note(request: HttpRequest, pk: int) -> HttpResponse:
    """A Secretariat writes down what an institution said by letter."""
    by = person(request)
    found = queries.report(pk)
    if found is None:
        raise Http404
    policies.may_note(by, found)
    form = NoteForm(request.POST)
    form.is_valid()
    try:
        actions.report_by_note(report=found, by=by, **form.cleaned_data)
    except Denied as denied:
        again = {"problem": str(denied.reason), "note_form": form}
        return _read(request, found, queries.before(found), **again)
    messages.success(
        request, _("Anotado. Ya lo leen las dos Secretarías, y la institución lo sabe.")
    )
    return redirect(found)


@resumable
@require_POST
def assess(request: HttpRequest, pk: int) -> HttpResponse:
    """One Secretariat says how far it is."""
    by = person(request)
    found = _found(request, pk)
    form = AssessmentForm(request.POST)
    form.is_valid()
    said = {"rating": request.POST.get("rating", ""), "reasons": request.POST.get("reasons", "")}
    try:
        outcome = actions.assess(report=found, revision=_revision(request), by=by, **said)
    except Denied as denied:
        again = {"problem": str(denied.reason), "assessment_form": form}
        return _read(request, found, queries.before(found), **again)
    if outcome.diverge:
        messages.warning(
            request, _("Las dos Secretarías encuentran cosas distintas: así queda, a la vista.")
        )
    elif outcome.complete:
        messages.success(request, _("Valorado. La institución puede responder."))
    else:
        messages.success(request, _("Valorado en nombre de su Secretaría. Falta la otra."))
    return redirect(found)


@resumable
@require_POST
def remark(request: HttpRequest, pk: int) -> HttpResponse:
    """A note of the other side, or the institution's reply."""
    by = person(request)
    found = _found(request, pk)
    form = RemarkForm(request.POST)
    kind = Remark.Kind.REPLY if request.POST.get("kind") == "reply" else Remark.Kind.NOTE
    language = "en" if request.POST.get("language") == "en" else "es"
    text = request.POST.get("text", "")[:5_000]
    try:
        actions.remark(report=found, kind=kind, text=text, language=language, by=by)
    except Denied as denied:
        again = {"problem": str(denied.reason), "remark_form": form}
        return _read(request, found, queries.before(found), **again)
    messages.success(request, _("Quedó junto al informe."))
    return redirect(found)


def _revision(request: HttpRequest) -> int:
    return whole_number(request.POST.get("revision", "")) or 0
