"""Pages that serve every kind of fact: say that it is not right, answer that, validate it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consuno.core import limits
from consuno.core.acting import attempt, submit
from consuno.core.interrupted_forms import resumable
from consuno.core.middleware import person
from consuno.core.models import User
from consuno.core.policy import allowed
from consuno.directory import actions, facts, policies, queries
from consuno.directory.forms import DoubtForm, ValidationForm
from consuno.directory.models import Doubt

#: Doubts that a network may send in an hour, and those who come through an onion service together.
DOUBTS, DOUBTS_SHARED = 5, 10


def doubt(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """«Esto no es correcto»: anybody says what is wrong with a fact."""
    known = facts.find(kind, pk)
    form = DoubtForm(request.POST if request.method == "POST" else None)
    by = request.user if isinstance(request.user, User) else None
    has_room = form.is_valid() and _has_room(request, form)
    if has_room and submit(form, actions.doubt, known=known, by=by):
        messages.success(request, _("Gracias. Lo recibe quien mantiene este dato."))
        return redirect(known.path)
    keeps = allowed(policies.may_keep_fact, request.user, known.body)
    context = {
        "known": known, "form": form, "keeps": keeps,
        "said": queries.doubts_of(known) if keeps else [],
        "mine": [each for each in queries.doubts_of(known) if by and each.by_id == by.pk],
    }  # fmt: skip
    return render(request, "directory/doubt.html", context)


def _has_room(request: HttpRequest, form: DoubtForm) -> bool:
    """Let one network not use up what strangers may say in a day (MOST_UNSIGNED): it waits, they do not."""
    if request.user.is_authenticated:
        return True
    over = limits.too_many(request, "doubt", each=DOUBTS, shared=DOUBTS_SHARED)
    if over:
        form.add_error(None, _("Ya llegaron varios avisos desde esta red.") + " " + over.wait)
    return not over


def doubts(request: HttpRequest) -> HttpResponse:
    """What waits for an answer of this person's."""
    by = person(request)
    policies.may_enter_doubts(by)
    return render(request, "directory/doubts.html", {"rows": queries.waiting_doubts(by)})


@resumable
@require_POST
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer one."""
    by = person(request)
    policies.may_enter_doubts(by)
    found = get_object_or_404(Doubt.objects.select_related("by"), pk=pk)
    kind, _colon, key = found.about.partition(":")
    known = facts.find(kind, int(key))
    answer = request.POST.get("answer", "")
    done = attempt(actions.settle_doubt, doubt=found, known=known, answer=answer, by=by)
    if not done:
        rows = queries.waiting_doubts(by)
        context = {"rows": rows, "problem": done.refusal, "wrong": pk, "answer": answer}
        return render(request, "directory/doubts.html", context)
    messages.success(request, _("Respondido."))
    return redirect("directory:doubts")


@require_POST
def validate(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """The country says that it is right, for a year or until the day it gives."""
    by = person(request)
    known = facts.find(kind, pk)
    form = ValidationForm(request.POST)
    done = submit(form, actions.validate, fact=known.fact, body=known.body, by=by)
    if done:
        messages.success(request, _("Validado por su país."))
    else:
        messages.error(request, done.refusal or _("Escriba el día como 20/02/2027."))
    return redirect(known.path)
