"""Institutions assess themselves, and are read side by side."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consuno.core.acting import attempt
from consuno.core.interrupted_forms import resumable
from consuno.core.middleware import person
from consuno.core.policy import allowed
from consuno.directory.models import Body
from consuno.directory.standing import memberships
from consuno.knowledge import actions, policies
from consuno.knowledge.assessments import Kind, kinds
from consuno.knowledge.models import Assessment, Finding
from consuno.knowledge.queries.assessments import compare, open_of


def _kind(slug: str) -> Kind:
    if slug not in kinds():
        raise Http404
    return kinds()[slug]


def compared(request: HttpRequest, kind: str) -> HttpResponse:
    """The last answers of each institution side by side, and what is wanting."""
    policies.may_enter(request.user)
    found = _kind(kind)
    bodies = {held.body_id: held.body for held in memberships(request.user)}.values()
    mine = [body for body in bodies if body.country_id and not body.civil_society]
    partners = Body.objects.filter(
        civil_society=True, closed_on=None, country__in=[body.country_id for body in mine]
    )
    context = {
        "kind": found, "comparison": compare(found), "mine": mine,
        "partners": [body for body in partners if body.shown] if found.partnered else [],
        "begun": [one for body in bodies for one in open_of(body) if one.kind == kind],
    }  # fmt: skip
    return render(request, "knowledge/compared.html", context)


@resumable
@require_POST
def begin(request: HttpRequest, kind: str) -> HttpResponse:
    """Begin one of one's own institution."""
    by = person(request)
    policies.may_enter(by)
    body = get_object_or_404(Body, code=request.POST.get("body", "").replace("\x00", ""))
    partner = Body.objects.filter(code=request.POST.get("partner", "").replace("\x00", "")).first()
    language = (get_language() or "es")[:2]
    done = attempt(
        actions.begin_assessment,
        kind=_kind(kind), body=body, partner=partner, language=language, by=by,
    )  # fmt: skip
    if not done:
        messages.error(request, done.refusal)
        return redirect("knowledge:compared", kind=kind)
    return redirect(done.result)


@resumable
def assessment(request: HttpRequest, pk: int) -> HttpResponse:
    """Its questions: to answer, or as they were answered."""
    by = person(request)
    policies.may_enter(by)
    found = get_object_or_404(
        Assessment.objects.select_related("body__country", "partner").prefetch_related("findings"),
        pk=pk,
    )
    policies.may_read(by, found)
    typed, problem = _typed(request, found), ""
    if request.method == "POST":
        done = attempt(_do, request, found, typed)
        if done:
            messages.success(request, done.result)
            return redirect(found)
        problem = done.refusal
    context = {
        "assessment": found, "rows": _rows(found, typed), "levels": Finding.Level.choices,
        "answers": allowed(policies.may_answer, by, found), "problem": problem,
        "speaks": allowed(policies.may_speak_beside, by, found),
        "word": request.POST.get("partner_word", found.partner_word),
    }  # fmt: skip
    return render(request, "knowledge/assessment.html", context)


def _typed(request: HttpRequest, found: Assessment) -> dict[str, dict[str, str]]:
    typed = {}
    for question in found.instrument.questions:
        level = request.POST.get(f"level-{question.slug}", "")
        if level:
            text = request.POST.get(f"text-{question.slug}", "")
            typed[question.slug] = {"level": level, "text": text}
    return typed


def _do(request: HttpRequest, found: Assessment, typed: dict[str, dict[str, str]]) -> str:
    by, word = person(request), request.POST.get("word", "")
    if word == "beside":
        text = request.POST.get("partner_word", "")
        actions.speak_beside(assessment=found, text=text, by=by)
        return _("Guardado, con sus palabras.")
    actions.save_assessment(assessment=found, answers=typed, by=by)
    if word == "give":
        actions.give_assessment(assessment=found, by=by)
        return _("Entregado. Lo leen las instituciones, y lo que falta llega a las reuniones.")
    return _("Guardado. Todavía no se ha entregado.")


def _rows(found: Assessment, typed: dict[str, dict[str, str]]) -> list[dict[str, Any]]:
    kept = {each.question: each for each in found.findings.all()}
    rows = []
    for question in found.instrument.questions:
        now, said = kept.get(question.slug), typed.get(question.slug)
        rows.append({
            "question": question, "finding": now,
            "level": said["level"] if said else (now.level if now else ""),
            "text": said["text"] if said else (now.text if now else ""),
        })  # fmt: skip
    return rows
