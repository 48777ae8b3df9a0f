"""The desk of those who work with people, and a report opened there."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consuno.cases import actions, policies, queries
from consuno.cases.forms import HandOverForm, NoteForm, ReplyForm
from consuno.cases.models import Recipient
from consuno.core.acting import submit
from consuno.core.interrupted_forms import resumable_sealed
from consuno.core.middleware import person
from consuno.core.models import User
from consuno.core.pages import page_of
from consuno.core.policy import allowed
from consuno.core.text import whole_number
from consuno.core.vault.locks import Opened
from consuno.directory.views.vault import with_vault


def desk(request: HttpRequest) -> HttpResponse:
    """What came to one's organisations, by deadline. Nothing is opened here."""
    by = person(request)
    policies.may_see_desk(by)
    bodies = queries.caring_bodies(by)
    context = {
        "page": page_of(queries.desk(by), request.GET.get("pagina")),
        "figures": [(body, queries.figures(body)) for body in bodies],
    }
    return render(request, "cases/desk.html", context)


def who_sees(request: HttpRequest) -> HttpResponse:
    """What each role can and cannot do with what people entrust."""
    context = {"rows": queries.who_sees(), "questions": queries.QUESTIONS}
    return render(request, "cases/who_sees.html", context)


def _recipient(name: str) -> Recipient:
    found = Recipient.objects.select_related(
        "complaint__country", "complaint__narrative", "complaint__identity", "body__country"
    )
    return get_object_or_404(found, name=name)


@with_vault
def handle(request: HttpRequest, opened: Opened, name: str) -> HttpResponse:
    """A report, opened: what was told, what was said since, and what may be done."""
    recipient = _recipient(name)
    policies.may_handle(person(request), recipient)
    return render(request, "cases/handle.html", _context(request, opened, recipient))


def _context(
    request: HttpRequest, opened: Opened, recipient: Recipient, **forms: Any
) -> dict[str, Any]:
    by = person(request)
    choices = queries.may_be_handed_to(recipient)
    return {
        "recipient": recipient, "complaint": recipient.complaint,
        "file": queries.open_file(recipient, opened, reader=by),
        "assigned": queries.assigned_to(recipient),
        "colleagues": queries.people_of(recipient.body),
        "reply": ReplyForm(prefix="reply", initial={"seen": queries.words_of(recipient)}),
        "note": NoteForm(prefix="note"),
        "handover": HandOverForm(prefix="handover", choices=choices) if choices else None,
        "goes_on": allowed(policies.must_be_going_on, recipient, "complaint_replied"),
        **forms,
    }  # fmt: skip


def _again(
    request: HttpRequest, opened: Opened, recipient: Recipient, **forms: Any
) -> HttpResponse:
    """The same page with what was typed and why it was not taken."""
    return render(
        request, "cases/handle.html", _context(request, opened, recipient, **forms), status=400
    )


@require_POST
@with_vault
def acknowledge(request: HttpRequest, opened: Opened, name: str) -> HttpResponse:
    """Say that it was received."""
    actions.acknowledge(recipient=_recipient(name), by=person(request))
    messages.success(request, _("Quien denunció lee ahora que la recibieron."))
    return redirect("cases:handle", name=name)


@require_POST
@resumable_sealed
@with_vault
def reply(request: HttpRequest, opened: Opened, name: str) -> HttpResponse:
    """Write to the reporter."""
    recipient, form = _recipient(name), ReplyForm(request.POST, prefix="reply")
    policies.may_handle(person(request), recipient)
    done = submit(form, actions.reply, recipient=recipient, opened=opened, by=person(request))
    if done:
        messages.success(request, _("Enviado: lo lee quien tenga el recibo."))
        seen = form.cleaned_data["seen"]
        if seen is not None and queries.words_of(recipient) > seen:
            messages.info(request, _("Mientras escribía llegó otro mensaje: léalo."))
        return redirect("cases:handle", name=name)
    return _again(request, opened, recipient, reply=form)


@require_POST
@resumable_sealed
@with_vault
def note(request: HttpRequest, opened: Opened, name: str) -> HttpResponse:
    """Write something down for the organisation."""
    recipient, form = _recipient(name), NoteForm(request.POST, prefix="note")
    policies.may_handle(person(request), recipient)
    if submit(form, actions.note, recipient=recipient, by=person(request)):
        messages.success(request, _("Anotado."))
        return redirect("cases:handle", name=name)
    return _again(request, opened, recipient, note=form)


@require_POST
@with_vault
def assign(request: HttpRequest, opened: Opened, name: str) -> HttpResponse:
    """Say who takes care of it."""
    recipient = _recipient(name)
    policies.may_handle(person(request), recipient)
    to = get_object_or_404(User, pk=whole_number(request.POST.get("to", "")))
    actions.assign(recipient=recipient, to=to, by=person(request))
    messages.success(request, _("Se encarga %(name)s.") % {"name": to.name})
    return redirect("cases:handle", name=name)


@require_POST
@with_vault
def close(request: HttpRequest, opened: Opened, name: str) -> HttpResponse:
    """End one's part."""
    actions.close_complaint(recipient=_recipient(name), by=person(request))
    messages.success(request, _("Cerrada."))
    return redirect("cases:desk")


@require_POST
@resumable_sealed
@with_vault
def propose_handover(request: HttpRequest, opened: Opened, name: str) -> HttpResponse:
    """Propose that another organisation reads it too."""
    recipient = _recipient(name)
    policies.may_handle(person(request), recipient)
    form = HandOverForm(
        request.POST, prefix="handover", choices=queries.may_be_handed_to(recipient)
    )
    act, by = actions.propose_handover, person(request)
    if submit(form, act, at="to", recipient=recipient, opened=opened, by=by):
        messages.success(request, _("Propuesto: decide quien denunció."))
        return redirect("cases:handle", name=name)
    return _again(request, opened, recipient, handover=form)
