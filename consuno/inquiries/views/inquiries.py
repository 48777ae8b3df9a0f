"""Information requests: asked, answered, shared."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consuno.agenda.models import Commitment
from consuno.agenda.policies import may_read_commitment
from consuno.core import tables
from consuno.core.acting import attempt, posted_day, revision_read, submit
from consuno.core.downloads import attachment
from consuno.core.export_guard import guard_export
from consuno.core.interrupted_forms import resumable
from consuno.core.middleware import person
from consuno.core.models import User
from consuno.core.pages import page_of
from consuno.core.policy import allowed
from consuno.core.text import whole_number
from consuno.directory.models import Body
from consuno.inquiries import actions, policies
from consuno.inquiries.forms import AnswerForm, InquiryForm
from consuno.inquiries.models import Answer, Inquiry
from consuno.inquiries.queries import inquiries as queries
from consuno.inquiries.queries.export import ANSWERS


def home(request: HttpRequest) -> HttpResponse:
    """What one is asked, and all requests one may read."""
    policies.may_enter(request.user)
    context = {
        "mine": queries.to_answer(request.user),
        "page": page_of(queries.inquiries(reader=request.user), request.GET.get("pagina")),
        "asks": allowed(policies.may_work_as_secretariat, request.user),
    }
    return render(request, "inquiries/home.html", context)


@resumable
def ask(request: HttpRequest) -> HttpResponse:
    """Ask for something, of a commitment or by itself."""
    by = person(request)
    policies.may_work_as_secretariat(by)
    wanted = request.GET.get("compromiso", "")
    commitment = None
    if (number := whole_number(wanted)) is not None:
        commitment = Commitment.objects.select_related("meeting").filter(pk=number).first()
    if commitment is not None:
        may_read_commitment(by, commitment)
    form = InquiryForm(commitment, request.POST if request.method == "POST" else None)
    done = submit(form, actions.ask, commitment=commitment, by=by)
    if done:
        messages.success(request, _("Pedida. Cada institución recibe un aviso y una carta."))
        return redirect(done.result)
    return render(request, "inquiries/ask.html", {"form": form, "commitment": commitment})


def _found(request: HttpRequest, pk: int) -> Inquiry:
    found = queries.inquiry(pk)
    if found is None:
        raise Http404
    policies.may_read_inquiry(request.user, found)
    return found


def inquiry(request: HttpRequest, pk: int) -> HttpResponse:
    """Its page."""
    return _page(request, _found(request, pk))


def _page(request: HttpRequest, found: Inquiry, **extra: Any) -> HttpResponse:
    rows = queries.answers_for(request.user, found)
    mine = [each for each, _opens in rows if allowed(policies.may_write_answer, request.user, each)]
    forms = [
        (each, extra.get(f"form_{each.pk}") or AnswerForm(each), queries.could_answer(each))
        for each in mine
    ]
    context = {
        "inquiry": found, "rows": rows, "forms": forms,
        "given": sum(each.given for each, _opens in rows),
        "total": sum(each.passed_to_id is None for each, _opens in rows),
        "changes": allowed(policies.may_change, request.user, found),
        "sends": {e.pk for e in mine if allowed(policies.may_give_answer, request.user, e)},
        "shared": list(found.shared_with.all()), **extra,
    }  # fmt: skip
    return render(request, "inquiries/inquiry.html", context)


@resumable
@require_POST
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Save, send or decline."""
    by = person(request)
    row = get_object_or_404(Answer.objects.select_related("body"), pk=pk)
    found = _found(request, row.inquiry_id)
    row.inquiry = found
    policies.may_write_answer(by, row)
    form = AnswerForm(row, request.POST, request.FILES)
    act, said = _acts().get(request.POST.get("word", ""), _acts()["save"])
    if not submit(form, act, answer=row, revision=revision_read(request), by=by):
        return _page(request, found, **{f"form_{row.pk}": form})
    messages.success(request, said)
    return redirect(found)


def _acts() -> dict[str, tuple[Callable[..., Answer], str]]:
    """What each button of an answer does, and what is said once it is done."""
    return {
        "give": (
            actions.give_answer,
            _("Respondida. La leen las dos Secretarías y quienes nombra la solicitud."),
        ),
        "decline": (actions.decline, _("Anotado que no puede responder, con su razón.")),
        "save": (actions.save_answer, _("Guardado. Todavía no se ha enviado.")),
    }


@resumable
@require_POST
def pass_on(request: HttpRequest, pk: int) -> HttpResponse:
    """Let another institution of the country answer."""
    by = person(request)
    row = get_object_or_404(Answer.objects.select_related("body__country"), pk=pk)
    found = _found(request, row.inquiry_id)
    policies.may_give_answer(by, row)
    code, reason = request.POST.get("to", ""), request.POST.get("reason", "")
    to = Body.objects.filter(code=code).first()
    done = attempt(actions.pass_on, answer=row, to=to, reason=reason, by=by)
    if not done:
        return _page(request, found, problem=done.refusal, reason=reason, to=code)
    messages.success(request, _("Pasada. La otra institución recibe un aviso y una carta."))
    return redirect(found)


@resumable
@require_POST
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Another day, or no more answers."""
    by = person(request)
    found = _found(request, pk)
    policies.may_change(by, found)
    if request.POST.get("word") == "close":
        actions.close_inquiry(inquiry=found, by=by)
        messages.success(request, _("Cerrada: ya no se reciben respuestas."))
        return redirect(found)
    done = attempt(_change_due, request, found, by)
    if not done:
        return _page(request, found, problem=done.refusal, due=request.POST.get("due_on", ""))
    messages.success(request, _("Cambiado. Lo sabe quien todavía no ha respondido."))
    return redirect(found)


def _change_due(request: HttpRequest, inquiry: Inquiry, by: User) -> None:
    actions.change_due(inquiry=inquiry, due_on=posted_day(request, "due_on"), by=by)


@require_POST
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Give an answer back."""
    by = person(request)
    row = get_object_or_404(Answer.objects.select_related("body", "inquiry"), pk=pk)
    _found(request, row.inquiry_id)
    actions.reopen_answer(answer=row, by=by)
    messages.success(request, _("Devuelta para que se complete."))
    return redirect(row.inquiry)


def file(request: HttpRequest, pk: int) -> HttpResponse:
    """The file of an answer, as it came."""
    row = get_object_or_404(Answer.objects.select_related("body"), pk=pk)
    row.inquiry = _found(request, row.inquiry_id)
    policies.may_read_answer(request.user, row)
    if row.content is None:
        raise Http404
    return attachment(bytes(row.content), row.file_name, otherwise=f"respuesta-{row.pk}")


def export(request: HttpRequest, pk: int, kind: str) -> HttpResponseBase:
    """The answers this reader may read, as a file."""
    found = _found(request, pk)
    tables.must_be_a_format(kind)
    guard_export(request, "inquiries")
    table = tables.Table(f"solicitud-{found.pk}", _("Respuestas"), ANSWERS)
    return tables.file(kind, table, queries.answers_for(request.user, found))
