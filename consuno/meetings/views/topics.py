"""National tables: a country's ministries and organisations raise topics, and send one up."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consuno.core.acting import attempt, submit
from consuno.core.interrupted_forms import resumable
from consuno.core.middleware import person
from consuno.core.pages import page_of
from consuno.core.policy import allowed
from consuno.core.text import whole_number
from consuno.directory.models import Body, Country
from consuno.meetings import actions, policies
from consuno.meetings.forms import CorrectTopicForm, SayForm, TopicForm
from consuno.meetings.models import Elevation, Say, Topic
from consuno.meetings.queries import topics as queries
from consuno.meetings.queries.sittings import sittings


def tables(request: HttpRequest) -> HttpResponse:
    """The tables this reader reads; straight to it where there is one."""
    policies.may_read_agenda_anywhere(request.user)
    found = queries.countries(request.user)
    if len(found) == 1:
        return redirect("meetings:table", country=found[0].pk)
    return render(request, "meetings/tables.html", {"countries": found})


@resumable
def table(request: HttpRequest, country: str) -> HttpResponse:
    """The topics of a country, and a new one."""
    found = get_object_or_404(Country, pk=country[:2].upper())
    policies.may_read_topics(request.user, found)
    bodies = policies.bodies_at(request.user, found)
    form = TopicForm(bodies, request.POST if request.method == "POST" else None)
    done = submit(form, actions.raise_topic, country=found, by=person(request))
    if done:
        messages.success(request, _("Planteado. Lo saben las instituciones del país."))
        return redirect(done.result)
    page = page_of(queries.topics(found), request.GET.get("pagina"))
    context = {
        "country": found, "form": form, "bodies": bodies, "page": page,
        "rows": [(topic, queries.state_of(topic)) for topic in page],
        "sittings": sittings(reader=request.user).filter(series="mesa", country=found)[:10],
    }  # fmt: skip
    return render(request, "meetings/table.html", context)


def _found(request: HttpRequest, pk: int) -> Topic:
    found = get_object_or_404(Topic.objects.select_related("country", "body"), pk=pk)
    policies.may_read_topics(request.user, found.country)
    return found


def topic(request: HttpRequest, pk: int) -> HttpResponse:
    """What it is, what was said, who wants it to go up, and what came back."""
    return _page(request, _found(request, pk))


def _page(request: HttpRequest, found: Topic, **extra: Any) -> HttpResponse:
    elevation = getattr(found, "elevation", None)
    bodies = policies.bodies_at(request.user, found.country)
    says = list(found.says.select_related("body"))
    for each in says:
        each.topic = found
        each.mine = allowed(policies.may_take_back, request.user, each)  # type: ignore[attr-defined]
    context = {
        "topic": found, "state": queries.state_of(found), "bodies": bodies,
        "says": [each for each in says if not each.supports],
        "supports": [each for each in says if each.supports and not each.withdrawn_at],
        "corrects": CorrectTopicForm([found.body], initial=found)
        if allowed(policies.may_correct_topic, request.user, found)
        else None,
        "way": queries.way_of(elevation) if elevation else [],
        "form": SayForm(bodies),
        "speaks": any(allowed(policies.may_say, request.user, found, body) for body in bodies),
        "backs": [b for b in bodies if allowed(policies.may_support, request.user, found, b)],
        "settles": [b for b in bodies if allowed(policies.may_settle, request.user, found, b, "-")],
        **extra,
    }  # fmt: skip
    return render(request, "meetings/topic.html", context)


@resumable
@require_POST
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """Write a topic anew."""
    by, found = person(request), _found(request, pk)
    policies.may_correct_topic(by, found)
    form = CorrectTopicForm([found.body], request.POST)
    if submit(form, actions.correct_topic, topic=found, by=by):
        messages.success(request, _("Corregido."))
        return redirect(found)
    return _page(request, found, corrects=form)


@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back what one's body said."""
    by = person(request)
    said = get_object_or_404(Say.objects.select_related("topic__country", "body"), pk=pk)
    policies.may_read_topics(by, said.topic.country)
    actions.take_back(said=said, by=by)
    messages.success(request, _("Retirado."))
    return redirect(said.topic)


@resumable
@require_POST
def act(request: HttpRequest, pk: int) -> HttpResponse:
    """Say something, want it to go up, or settle it at home."""
    by = person(request)
    found = _found(request, pk)
    body = get_object_or_404(Body, pk=whole_number(request.POST.get("body", "")))
    text = request.POST.get("text", "")
    done = attempt(_do, request, found, body, text, by)
    if not done:
        return _page(request, found, problem=done.refusal, text=text)
    messages.success(request, done.result)
    return redirect(found)


def _do(request: HttpRequest, found: Topic, body: Body, text: str, by: Any) -> str:
    word = request.POST.get("word")
    if word == "support":
        if actions.support(topic=found, body=body, by=by):
            return _("Ambas partes lo quieren: se elevó a la región.")
        return _("Anotado. Se eleva cuando también lo quiera la otra parte.")
    if word == "settle":
        actions.settle_topic(topic=found, body=body, outcome=text, by=by)
        return _("Resuelto en el país.")
    language = "en" if request.POST.get("language") == "en" else "es"
    actions.say(topic=found, body=body, text=text, language=language, by=by)
    return _("Dicho.")


@resumable
@require_POST
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """A Secretariat says what came of something that was sent up."""
    by = person(request)
    policies.may_plan(by)
    found = get_object_or_404(Elevation.objects.select_related("item__sitting"), pk=pk)
    actions.answer_elevation(elevation=found, outcome=request.POST.get("outcome", ""), by=by)
    messages.success(request, _("Respondido: la respuesta volvió a quien lo elevó."))
    if found.item is None:
        return redirect("meetings:home")
    return redirect("meetings:agenda", slug=found.item.sitting.slug)
