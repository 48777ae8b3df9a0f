"""The challenge matrix: what was discussed, and taken up wholly, in part, or never."""

from __future__ import annotations

from collections import Counter

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consuno.agenda import actions, policies
from consuno.agenda.models import Answer, Challenge, Commitment, Meeting
from consuno.agenda.queries.matrix import STATES, items_of, matrix
from consuno.core.middleware import person
from consuno.core.policy import allowed
from consuno.directory.standing import secretariat_of


def challenges(request: HttpRequest, slug: str) -> HttpResponse:
    """Each challenge with what takes it up; the Secretariats answer here."""
    meeting = get_object_or_404(Meeting, slug=slug)
    policies.may_open_meeting(request.user, meeting)
    rows = matrix(meeting)
    counts = Counter(row.state for row in rows)
    answers = allowed(policies.may_work_as_secretariat, request.user)
    context = {
        "meeting": meeting,
        "rows": rows,
        "counts": [(words, counts[state]) for state, words in STATES.items()],
        "answers": answers,
        "body": secretariat_of(request.user),
        "degrees": [(value, str(label)) for value, label in Answer.Degree.choices],
        # One list of all items on the page, beside the challenge that asks for it.
        "other": request.GET.get("otro", ""),
        "items": items_of(meeting) if answers and "otro" in request.GET else [],
    }
    return render(request, "agenda/matrix.html", context)


@require_POST
def answer(request: HttpRequest, slug: str) -> HttpResponse:
    """Say how far an item takes up a challenge, or take it back."""
    by = person(request)
    policies.may_work_as_secretariat(by)
    challenge = get_object_or_404(
        Challenge, meeting__slug=slug, ref=request.POST.get("challenge", "")
    )
    item = get_object_or_404(Commitment, meeting__slug=slug, ref=request.POST.get("item", ""))
    degree = request.POST.get("degree", "")
    actions.answer(challenge=challenge, commitment=item, degree=degree, by=by)
    messages.success(request, _("Anotado en nombre de su Secretaría."))
    return redirect(f"{reverse('agenda:challenges', args=[slug])}#{challenge.ref}")
