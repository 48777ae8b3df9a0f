"""An observation: written, presented, withdrawn; what is decided on it, and what its body answers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consuno.consultation import actions, policies
from consuno.consultation.actions.observations import where
from consuno.consultation.forms import DispositionForm, ObservationForm
from consuno.consultation.models import Clause, Observation, Round, Version
from consuno.consultation.queries import rounds as queries
from consuno.consultation.views.rounds import round_of
from consuno.consultation.views.shared import proposal_of, written
from consuno.core.acting import press, submit
from consuno.core.interrupted_forms import resumable
from consuno.core.middleware import person
from consuno.core.policy import allowed
from consuno.core.text import whole_number
from consuno.directory.models import Body


def _found(request: HttpRequest, pk: int, number: int) -> Observation:
    proposal = proposal_of(request, pk)
    found = get_object_or_404(
        Observation.objects.select_related("body", "round__version", "disposition"), pk=number,
        round__version__proposal=proposal,
    )  # fmt: skip
    found.round.version.proposal = proposal
    policies.may_read_observation(request.user, found)
    return found


def _page(proposal: int, number: int) -> HttpResponse:
    return redirect("consultation:observation", pk=proposal, number=number)


def _clause(version: Version, uid: int | None) -> Clause | None:
    return None if uid is None else Clause.objects.filter(version=version, uid=uid).first()


@resumable
def observe(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Write an observation; the Secretariat, one that came by letter."""
    by = person(request)
    found = round_of(request, pk, number)
    bodies, letter = observers(request, found)
    if not bodies:
        policies.may_observe(by, found, None)
    initial = {"uid": request.GET.get("clausula", ""), "language": (get_language() or "es")[:2]}
    if len(bodies) == 1:
        initial["body"] = str(bodies[0].pk)
    form = ObservationForm(
        found.version, bodies, request.POST or None, by_letter=letter, initial=initial
    )
    lead = _("Queda en borrador, que solo lee su país, hasta que la presente.")
    return written(
        request, form, partial(actions.observe, round=found, by=by),
        {"title": _("Observar"), "version": found.version,
         "lead": _("Se anota como presentada por carta.") if letter else lead},
        lambda made: _address(pk, made),
    )  # fmt: skip


def _address(pk: int, made: Observation) -> str:
    return reverse("consultation:observation", args=[pk, made.pk])


def observers(request: HttpRequest, found: Round) -> tuple[list[Body], bool]:
    """For whom this person may observe, and whether it is by letter."""
    mine = queries.mine(found, request.user)
    if mine and "carta" not in request.GET:
        return mine, False
    noted = queries.noted_for(found, request.user)
    return (noted, True) if noted else (mine, False)


@resumable
def change(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Write a draft anew."""
    by = person(request)
    found = _found(request, pk, number)
    policies.must_be_ones_draft(found, found.round, found.body)
    now = {
        "body": found.body_id, "uid": found.uid, "quote": found.quote, "kind": found.kind,
        "language": found.language, "text": found.text, "wording": found.wording,
        "basis": found.basis, "provisions": [each.pk for each in found.provisions.all()],
    }  # fmt: skip
    form = ObservationForm(found.round.version, [found.body], request.POST or None, initial=now)
    return written(
        request, form, partial(actions.observe, round=found.round, observation=found, by=by),
        {"title": _("Observar"), "version": found.round.version}, _address(pk, found),
    )  # fmt: skip


def observation(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """One, with what may be done with it."""
    found = _found(request, pk, number)
    user: Any = request.user
    version, uid, lost = where(found)
    speaks = policies.speaks_for(user, found.body)
    decided = getattr(found, "disposition", None)
    context = {
        "observation": found, "proposal": found.round.version.proposal, "version": version,
        "clause": _clause(version, uid),
        "made_on": _clause(found.round.version, found.uid),
        "lost": lost, "clauses": version.clauses.all() if lost and speaks else [],
        "speaks": speaks, "decided": decided, "provisions": found.provisions.all(),
        "answers": speaks and decided is not None and not decided.answer,
        "disposes": found.standing and allowed(policies.may_dispose, user, version.proposal),
        "form": DispositionForm(),
    }  # fmt: skip
    return render(request, "consultation/observation.html", context)


@require_POST
def act(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Present, withdraw, answer, or say where it belongs."""
    found = _found(request, pk, number)
    by = person(request)
    word = request.POST.get("word", "")
    uid = request.POST.get("uid", "")
    acts: dict[str, Callable[..., Any]] = {
        "submit": actions.submit_observation,
        "withdraw": actions.withdraw_observation,
        "satisfied": partial(actions.answer_disposition, satisfied=True),
        "maintains": partial(actions.answer_disposition, satisfied=False),
        "place": partial(actions.replace_observation, uid=whole_number(uid)),
    }
    if word in acts:
        press(request, _("Guardado."), acts[word], observation=found, by=by)
    return _page(pk, number)


@require_POST
def dispose(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Decide on it."""
    found = _found(request, pk, number)
    by = person(request)
    policies.may_dispose(by, found.round.version.proposal)
    form = DispositionForm(request.POST)
    if submit(form, actions.dispose, observation=found, by=by):
        messages.success(request, _("Decidido. Se pregunta a quien la hizo si la satisface."))
        return _page(pk, number)
    context = {"form": form, "title": _("Qué se decide"), "version": found.round.version}
    return render(request, "consultation/form.html", context)
