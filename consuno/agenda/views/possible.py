"""Sentences to look at, answered one by one beside the paper."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django_htmx.http import HttpResponseClientRedirect

from consuno.agenda import actions
from consuno.agenda.models import Possible
from consuno.agenda.queries.review import Review
from consuno.agenda.views.minutes import my_secretariat
from consuno.core.acting import attempt
from consuno.core.interrupted_forms import resumable
from consuno.core.middleware import person
from consuno.core.policy import Denied


@resumable
@require_POST
def look(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Take it as an element of the minutes, say there is nothing in it, or look again."""
    body = my_secretariat(request)
    found = Possible.objects.select_related("minutes__meeting")
    possible = get_object_or_404(found, minutes=pk, number=number, minutes__withdrawn_at=None)
    done = attempt(_act, request, possible)
    if not done:
        messages.error(request, done.refusal)
        return redirect(f"{reverse('agenda:review', args=[pk])}?f={number}")
    messages.success(request, done.result[0])
    if done.result[1] and request.htmx:  # type: ignore[attr-defined]
        # The paper's marks change, too: a sentence becomes an element.
        return HttpResponseClientRedirect(f"{reverse('agenda:review', args=[pk])}?{done.result[1]}")
    onward = done.result[1] or _onward(possible, Review.of(possible.minutes, body), request)
    return redirect(f"{reverse('agenda:review', args=[pk])}?{onward}")


def _onward(possible: Possible, whole: Review, request: HttpRequest) -> str:
    if request.POST.get("word") == "again":
        return f"f={possible.number}"
    return f"f={whole.after_phrase(possible.number) or possible.number}"


def _act(request: HttpRequest, possible: Possible) -> tuple[str, str]:
    """Do what the button says; what happened in a sentence, and what to open if not the next one."""
    by = person(request)
    match request.POST.get("word"):
        case "take":
            made = actions.take_possible(possible=possible, by=by)
            return _(
                "Es ahora %s. Revise quién y cuándo, y acéptelo."
            ) % made.ref, f"n={made.number}"
        case "nothing":
            actions.dismiss_possible(possible=possible, by=by)
            return _("Anotado: no hay nada que hacer en esa frase."), ""
        case "again":
            actions.reopen_possible(possible=possible, by=by)
            return _("Vuelve a estar por mirar."), ""
    raise Denied(_("Elija si hay algo en ella o no."))
