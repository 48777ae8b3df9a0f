"""Meetings: planned, invited to, held."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consuno.agenda.models import Commitment
from consuno.core.acting import attempt, submit
from consuno.core.interrupted_forms import resumable
from consuno.core.middleware import person
from consuno.core.pages import page_of
from consuno.core.policy import allowed
from consuno.core.text import whole_number
from consuno.meetings import actions, policies
from consuno.meetings.forms import AttendanceForm, GuestsForm, SittingForm
from consuno.meetings.models import Delegation, Document, EventDeadline, Sitting
from consuno.meetings.queries import sittings as queries
from consuno.meetings.workflow import SITTING


def home(request: HttpRequest) -> HttpResponse:
    """Those that come, and those that were."""
    context = {
        "coming": queries.coming(reader=request.user),
        "page": page_of(queries.past(reader=request.user), request.GET.get("pagina")),
        "plans": allowed(policies.may_plan, request.user),
        "reads_efforts": allowed(policies.may_read_efforts, request.user),
    }
    return render(request, "meetings/home.html", context)


def found_for(request: HttpRequest, slug: str) -> Sitting:
    """The meeting, if this reader may read it."""
    found = get_object_or_404(Sitting.objects.select_related("country", "meeting"), slug=slug)
    policies.may_read_sitting(request.user, found)
    return found


def sitting(request: HttpRequest, slug: str) -> HttpResponse:
    """Its page."""
    return _page(request, found_for(request, slug))


def _documents(request: HttpRequest, found: Sitting) -> list[tuple[Document, bool]]:
    """The documents, each with whether this reader may take it away; none for the public."""
    if not allowed(policies.may_read_agenda, request.user, found):
        return []
    rows = found.documents.defer("content").select_related("body", "sitting")
    return [(each, allowed(policies.may_remove_document, request.user, each)) for each in rows]


def _reads_minutes(request: HttpRequest, found: Sitting) -> bool:
    record = getattr(found, "record", None)
    if record is None:
        return allowed(policies.may_write_minutes, request.user, found)
    return allowed(policies.may_read_minutes, request.user, record)


def _page(request: HttpRequest, found: Sitting, **extra: Any) -> HttpResponse:
    rows = queries.delegations(found) if request.user.is_authenticated else []
    may = SITTING.open_to(request.user, found)
    tied, loose = queries.events(found) if request.user.is_authenticated else ([], [])
    context = {
        "sitting": found,
        "tied": tied,
        "documents": _documents(request, found),
        "adds": allowed(policies.may_add_document, request.user, found),
        "loose": loose if "invite" in may else [],
        "delegations": rows,
        "came": sum(each.people or 0 for each in rows),
        "mine": [each for each in rows if allowed(policies.may_answer, request.user, each)],
        "reads_minutes": _reads_minutes(request, found),
        "reads_agenda": allowed(policies.may_read_agenda, request.user, found),
        "may": may,
        **extra,
    }
    return render(request, "meetings/sitting.html", context)


@resumable
def plan(request: HttpRequest, slug: str = "") -> HttpResponse:
    """Plan a meeting, or change one."""
    by = person(request)
    found = get_object_or_404(Sitting, slug=slug) if slug else None
    policies.may_plan(by, found)
    form = SittingForm(found, request.POST if request.method == "POST" else None)
    done = submit(form, actions.plan_sitting, sitting=found, by=by)
    if done:
        messages.success(request, _("Guardado.") if found else _("Prevista. Ahora invite."))
        return redirect(done.result)
    return render(request, "meetings/plan.html", {"form": form, "sitting": found})


@resumable
@require_POST
def cancel(request: HttpRequest, slug: str) -> HttpResponse:
    """Say that it is not held."""
    by = person(request)
    found = found_for(request, slug)
    policies.may_plan(by, found)
    reason = request.POST.get("reason", "")
    done = attempt(actions.cancel_sitting, sitting=found, reason=reason, by=by)
    if not done:
        return _page(request, found, problem=done.refusal, reason=reason)
    messages.success(request, _("Suspendida. Lo saben las instituciones invitadas."))
    return redirect(found)


@resumable
def invite(request: HttpRequest, slug: str) -> HttpResponse:
    """Choose who is invited."""
    by = person(request)
    found = found_for(request, slug)
    policies.may_plan(by, found)
    policies.must_stand(found)
    form = GuestsForm(found, request.POST if request.method == "POST" else None)
    if submit(form, actions.invite, sitting=found, by=by):
        messages.success(request, _("Invitadas. Cada una recibe un aviso y responde si asiste."))
        return redirect(found)
    return render(request, "meetings/invite.html", {"form": form, "sitting": found})


@require_POST
def answer(request: HttpRequest, slug: str) -> HttpResponse:
    """A body says whether it comes."""
    by = person(request)
    found = found_for(request, slug)
    pk = request.POST.get("delegation", "")
    rows = Delegation.objects.select_related("sitting", "body").filter(sitting=found)
    row = get_object_or_404(rows, pk=whole_number(pk))
    actions.answer_invitation(delegation=row, answer=request.POST.get("answer", ""), by=by)
    messages.success(request, _("Anotado: %(answer)s.") % {"answer": row.get_answer_display()})
    return redirect(found)


@resumable
def attendance(request: HttpRequest, slug: str) -> HttpResponse:
    """Write down who came."""
    by = person(request)
    found = found_for(request, slug)
    policies.may_count(by, found)
    posted = request.POST if request.method == "POST" else None
    form = AttendanceForm(queries.delegations(found), posted)
    if submit(form, actions.count_delegations, sitting=found, by=by):
        messages.success(request, _("Asistencia anotada."))
        return redirect(found)
    return render(request, "meetings/attendance.html", {"form": form, "sitting": found})


@require_POST
def tie(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Say that a deadline is this meeting, or that it is not."""
    by = person(request)
    found = found_for(request, slug)
    policies.may_plan(by)
    commitment = get_object_or_404(Commitment.objects.select_related("meeting"), pk=pk)
    event = EventDeadline.objects.filter(commitment=commitment, sitting=found).first()
    if request.POST.get("word") != "untie":
        actions.tie_event(commitment=commitment, sitting=found, by=by)
        messages.success(request, _("El plazo sigue desde ahora a esta reunión."))
    elif event is not None:
        actions.untie_event(event=event, by=by)
        messages.success(request, _("El plazo quedó otra vez sin fecha."))
    return redirect(found)
