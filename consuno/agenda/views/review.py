"""The review of a paper: the paper at the left, one candidate at the right."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django.views.decorators.vary import vary_on_headers
from django_htmx.http import HttpResponseClientRefresh

from consuno.agenda import actions
from consuno.agenda.deadlines import other_reading, worked_out
from consuno.agenda.forms import AddForm, CandidateForm
from consuno.agenda.models import Candidate, Minutes
from consuno.agenda.paper_notes import sentences
from consuno.agenda.queries.paper import marked_lines
from consuno.agenda.queries.review import Review, former_quote, populations_of
from consuno.agenda.views.minutes import my_secretariat
from consuno.agenda.views.story import Told
from consuno.core import audit
from consuno.core.acting import attempt, revision_read, submit
from consuno.core.interrupted_forms import resumable
from consuno.core.middleware import person
from consuno.core.models import User
from consuno.core.policy import Denied
from consuno.core.text import whole_number


def _minutes(pk: int) -> Minutes:
    # The file as it came may weigh megabytes; only its download needs it.
    found = Minutes.objects.select_related("meeting", "recorded_for", "like__meeting").defer(
        "content", "like__content", "like__text"
    )
    return get_object_or_404(found, pk=pk, withdrawn_at=None)


def _candidate(pk: int, number: int) -> Candidate:
    found = (
        Candidate.objects.there()
        .select_related("minutes__meeting", "theme", "like")
        .defer("minutes__content", "minutes__text")
    )
    return get_object_or_404(found, minutes=pk, number=number, minutes__withdrawn_at=None)


def _number(text: str | None) -> int | None:
    return whole_number(text or "")


@vary_on_headers("HX-Request")
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """The candidate asked for, or the first that waits for this Secretariat."""
    phrase = _number(request.GET.get("f"))
    return _page(request, pk, _number(request.GET.get("n")), phrase)


def _page(
    request: HttpRequest, pk: int, number: int | None, phrase: int | None = None, **extra: Any
) -> HttpResponse:
    body = my_secretariat(request)
    minutes = _minutes(pk)
    if minutes.being_read:
        return render(request, "agenda/minutes_reading.html", {"minutes": minutes})
    htmx = request.htmx  # type: ignore[attr-defined]
    if htmx.target == "reading":  # it has just been read
        return HttpResponseClientRefresh()
    whole = Review.of(minutes, body)
    looking = whole.phrase(phrase)
    current = None if looking else whole.find(number)
    before, after = whole.neighbours(current) if current else (None, None)
    lines = minutes.text.count("\n") + 1
    earlier = list(minutes.earlier.defer("text", "content"))
    context = {
        "minutes": minutes,
        "notes": sentences(minutes.notes),
        "review": whole,
        "current": current,
        "looking": looking,
        "onward": whole.after_phrase(looking.number if looking else 0),
        "before": before,
        "after": after,
        "story": [Told.of(entry) for entry in audit.story(current.candidate)] if current else [],
        "earlier": earlier,
        "other_day": other_reading(current.candidate) if current else None,
        "twin": whole.twin_of(current) if current else None,
        "populations": populations_of(current.candidate) if current else [],
        "former": former_quote(current.candidate) if current and earlier else "",
        "add_form": AddForm(lines),
        **extra,
    }
    if htmx and not htmx.history_restore_request:
        return render(request, "agenda/_review_panel.html", context)
    if earlier:
        left = minutes.candidates.filter(left_at__isnull=False)
        context["gone"] = left.select_related("commitment__meeting").order_by("number")
    context["lines"] = marked_lines(minutes.text, whole.standings, whole.possible)
    return render(request, "agenda/review.html", context)


def _there(pk: int, number: int | None) -> str:
    address = reverse("agenda:review", args=[pk])
    return f"{address}?n={number}" if number else address


@resumable
@require_POST
def decide(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Accept, reject with a reason, or take one's verdict back; then on to the next that waits."""
    body = my_secretariat(request)
    candidate = _candidate(pk, number)
    done = attempt(_act, request, candidate)
    if not done:
        typed: dict[str, Any] = {name: request.POST.get(name, "") for name in ("reason", "parts")}
        return _page(request, pk, number, problem=done.refusal, **typed)
    messages.success(request, done.result)
    onward: int | None = number
    if request.POST.get("word") in {"accept", "reject"}:
        whole = Review.of(candidate.minutes, body)
        onward = whole.after(number)
        if onward is None and (phrase := whole.after_phrase()):
            return redirect(f"{_there(pk, None)}?f={phrase}")
    return redirect(_there(pk, onward or number))


def _act(request: HttpRequest, candidate: Candidate) -> str:
    """Do what the button says; returns what happened in a sentence."""
    by, revision = person(request), revision_read(request)
    match request.POST.get("word"):
        case "accept":
            if actions.accept(candidate=candidate, revision=revision, by=by):
                return _("%s está en la agenda: ambas Secretarías lo confirmaron.") % candidate.ref
            return _("Aceptó %s. Falta la otra Secretaría.") % candidate.ref
        case "reject":
            reason = request.POST.get("reason", "")
            actions.reject(candidate=candidate, revision=revision, reason=reason, by=by)
            return _("Rechazó %s.") % candidate.ref
        case "reconsider":
            actions.reconsider(candidate=candidate, by=by)
            return _("Retiró lo que había dicho de %s.") % candidate.ref
    return _reshape(request, candidate, revision)


def _reshape(request: HttpRequest, candidate: Candidate, revision: int) -> str:
    """Split, merge or undo; returns what happened in a sentence."""
    by = person(request)
    match request.POST.get("word"):
        case "split":
            parts = request.POST.get("parts", "").splitlines()
            made = actions.split(candidate=candidate, revision=revision, parts=parts, by=by)
            return _("Son %(n)s: %(refs)s.") % {
                "n": len(made), "refs": ", ".join(each.ref for each in made),
            }  # fmt: skip
        case "merge":
            other = _candidate(candidate.minutes_id, _number(request.POST.get("other")) or 0)
            actions.merge(candidate=candidate, revision=revision, other=other, by=by)
            return _("%(other)s es ahora parte de %(ref)s.") % {
                "other": other.ref, "ref": candidate.ref,
            }  # fmt: skip
        case "other_day":
            found = Candidate.objects.select_related("minutes__meeting").get(pk=candidate.pk)
            actions.edit(candidate=candidate, revision=revision, due_on=other_reading(found), by=by)
            return _("Guardado.")
        case "same":
            actions.same_as_agenda(candidate=candidate, revision=revision, by=by)
            return _("%s ya estaba en la agenda: queda allí una sola vez.") % candidate.ref
        case "another":
            actions.is_another(candidate=candidate, by=by)
            return _("Anotado: %s es otra cosa, o un seguimiento.") % candidate.ref
        case "undo":
            actions.undo(candidate=candidate, revision=revision, by=by)
            return _("Deshecho: %s dice lo que decía antes.") % candidate.ref
    raise Denied(_("Elija aceptar o rechazar."))


@resumable
def edit(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Put right what was read. Two people at once: the second sees both texts, none is lost."""
    my_secretariat(request)
    candidate = _candidate(pk, number)
    form = CandidateForm(candidate, request.POST or None)
    context = {"form": form, "candidate": candidate, "minutes": candidate.minutes}
    act = _edit_and_accept if "accept" in request.POST else actions.edit
    revision, by = revision_read(request), person(request)
    done = submit(form, act, candidate=candidate, revision=revision, by=by)
    if done:
        messages.success(request, _("Guardado."))
        return redirect(_there(pk, number))
    if done.refusal:
        context["now"] = _candidate(pk, number)
    return render(request, "agenda/candidate_edit.html", context)


def deadline(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what the words of a deadline come to, for this meeting."""
    my_secretariat(request)
    meeting = _minutes(pk).meeting
    said = Candidate(**worked_out(request.GET.get("deadline_text", "")[:300], meeting))
    context = {"due": said.due_on, "impossible": said.names_no_day, "meeting": meeting}
    return render(request, "agenda/_worked_out.html", context)


def _edit_and_accept(*, candidate: Candidate, revision: int, by: User, **changes: Any) -> Candidate:
    saved = actions.edit(candidate=candidate, revision=revision, by=by, **changes)
    actions.accept(candidate=saved, revision=saved.revision, by=by)
    return saved


@require_POST
def another(request: HttpRequest, pk: int) -> HttpResponse:
    """The paper is not the one that was there."""
    my_secretariat(request)
    actions.is_another_paper(minutes=_minutes(pk), by=person(request))
    return redirect(_there(pk, None))


@resumable
@require_POST
def add(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a candidate of the lines chosen."""
    my_secretariat(request)
    minutes = _minutes(pk)
    form = AddForm(minutes.text.count("\n") + 1, request.POST)
    if form.is_valid():
        try:
            made = actions.add_candidate(minutes=minutes, by=person(request), **form.cleaned_data)
        except ValueError as error:
            form.add_error("first", str(error))
        else:
            messages.success(request, _("Agregado como %s.") % made.ref)
            return redirect(_there(pk, made.number))
    return _page(request, pk, None, add_form=form)
