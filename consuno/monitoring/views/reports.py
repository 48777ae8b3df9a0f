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
from consuno.core.acting import attempt, revision_read, submit
from consuno.core.interrupted_forms import resumable
from consuno.core.middleware import person
from consuno.core.policy import allowed
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
        return _read(request, found)
    form = ReportForm(found, request.POST if request.method == "POST" else None, before)
    evidence = queries.evidence_for(request.user, found)
    context: dict[str, Any] = {
        "report": found, "form": form, "before": before, "evidence": evidence,
        "deliveries": queries.deliveries_for(request.user, found.obligation),
    }  # fmt: skip
    sends = "send" in request.POST
    act = actions.send_report if sends else actions.save_report
    done = submit(form, act, report=found, revision=revision_read(request), by=person(request))
    if done:
        return _kept(request, done.result, sends=sends)
    if form.is_bound and found.revision != revision_read(request):
        context["now"] = found  # somebody else saved it: what there is stands beside what was typed
    context["may_send"] = allowed(policies.may_send_report, request.user, found)
    return render(request, "monitoring/report_form.html", context)


@require_POST
def keep(request: HttpRequest, pk: int) -> HttpResponse:
    """Save while typing: the same as the button, answered in a line."""
    by = person(request)
    found = _found(request, pk)
    policies.may_save_report(by, found)
    form = ReportForm(found, request.POST)
    revision = revision_read(request)
    done = submit(form, actions.save_report, report=found, revision=revision, by=by)
    if done:
        context = {"revision": done.result.revision, "kept_at": timezone.localtime(clock.now())}
    else:
        to_mend = _("Todavía no se puede guardar: hay algo que corregir.")
        context = {"revision": revision, "trouble": done.refusal or to_mend}
    return render(request, "monitoring/_kept.html", context)


def _kept(request: HttpRequest, found: Report, *, sends: bool) -> HttpResponse:
    if not sends:
        messages.success(request, _("Guardado. Todavía no se ha enviado."))
        return redirect(found)
    if found.given:
        messages.success(request, _("Enviado. Ya lo leen las dos Secretarías."))
    else:
        messages.success(request, _("Enviado a quien valida en su institución."))
    return redirect(f"{found.cycle.get_absolute_url()}?cuerpo={found.obligation.body.code}")


def _read(request: HttpRequest, found: Report, **extra: Any) -> HttpResponse:
    outcome = Outcome.of(found)
    mine = secretariat_of(request.user)
    own = next((each for each in outcome.found if each.secretariat == mine), None)
    until = outcome.replies_until
    context = {
        "report": found, "before": queries.before(found), "outcome": outcome, "own": own,
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
    if request.POST.get("word") == "validate":
        done = attempt(actions.validate_report, report=found, by=by)
        said = _("Validado. Ya lo leen las dos Secretarías.")
    else:
        done = attempt(actions.return_report, report=found, reason=reason, by=by)
        said = _("Devuelto, con su razón.")
    if not done:
        return _read(request, found, problem=done.refusal, reason=reason)
    messages.success(request, said)
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
    if not submit(form, actions.report_by_note, report=found, by=by):
        return _read(request, found, note_form=form)
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
    done = submit(form, actions.assess, report=found, revision=revision_read(request), by=by)
    if not done:
        return _read(request, found, assessment_form=form)
    outcome = done.result
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
    if not submit(form, actions.remark, report=found, kind=kind, by=by):
        return _read(request, found, remark_form=form)
    messages.success(request, _("Quedó junto al informe."))
    return redirect(found)
