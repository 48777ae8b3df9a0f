"""Who is competent: the matrix of all countries, and the page of one."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consuno.core import clock
from consuno.core.acting import submit
from consuno.core.interrupted_forms import resumable
from consuno.core.middleware import person
from consuno.core.policy import allowed
from consuno.core.vocabularies import words
from consuno.directory import actions, policies, queries
from consuno.directory.forms import BasisForm, CompetenceForm
from consuno.directory.models import Country, Jurisdiction
from consuno.directory.standing import memberships


def matrix(request: HttpRequest) -> HttpResponse:
    """Every matter by every country, or by the one chosen."""
    chosen = {name: request.GET.get(name, "")[:30] for name in ("pais", "asunto")}
    countries = list(Country.objects.all())
    known = {"pais": {each.code for each in countries}, "asunto": set(words("matters"))}
    chosen = {name: value if value in known[name] else "" for name, value in chosen.items()}
    rows = queries.matrix(country=chosen["pais"], matter=chosen["asunto"])
    context = {
        "rows": rows, "chosen": chosen, "countries": countries,
        "matters": words("matters").values(),
    }  # fmt: skip
    return render(request, "directory/competence.html", context)


def country(request: HttpRequest, code: str) -> HttpResponse:
    """Who is who in one country."""
    return _page(request, get_object_or_404(Country, code=code))


def _page(request: HttpRequest, found: Country, **extra: Any) -> HttpResponse:
    rows = queries.matrix(country=found.code)
    kept = [body for body in queries.bodies_of(found) if body.shown]
    mine = [body for body in kept if allowed(policies.may_keep_fact, request.user, body)]
    validates = {b.pk for b in kept if allowed(policies.may_validate, request.user, b)}
    context = {
        "country": found, "rows": rows, "bodies": kept, "mine": {body.pk for body in mine},
        "lines": queries.network(reader=request.user, country=found.code),
        "seats": queries.seats_of(found), "today": clock.today(),
        "keeps_seats": allowed(policies.may_keep_seats, request.user, kept),
        "writes_seat": allowed(policies.may_write_some_seat, request.user, queries.bodies_of(found)),
        "my_bodies": {held.body_id for held in memberships(request.user) if policies.sits(request.user, held.body)},
        "holders": [body for body in kept if body.civil_society],
        "sets_rule": allowed(policies.may_set_rule, request.user),
        "rules": Country.Shown.choices, "rule": Country.Shown(found.civil_society_shown).label,
        "validates": validates, "form": CompetenceForm(mine) if mine else None, **extra,
    }  # fmt: skip
    return render(request, "directory/country.html", context)


@resumable
@require_POST
def name(request: HttpRequest, code: str) -> HttpResponse:
    """Say that a body is competent for a matter."""
    by = person(request)
    found = get_object_or_404(Country, code=code)
    bodies = queries.bodies_of(found)
    form = CompetenceForm(
        [body for body in bodies if allowed(policies.may_keep_fact, by, body)], request.POST
    )
    policies.may_keep_something(by, bodies)
    done = submit(form, actions.name_competent, by=by)
    if done:
        messages.success(request, _("Anotado. Falta que su país lo valide."))
        return redirect("directory:country", code=code)
    return _page(request, found, form=form)


@resumable
def basis(request: HttpRequest, pk: int) -> HttpResponse:
    """Say by which rule it is competent."""
    by = person(request)
    found = get_object_or_404(Jurisdiction.objects.select_related("body"), pk=pk, ended_on=None)
    policies.may_keep_fact(by, found.body)
    now = {"law": found.law, "article": found.article, "source": found.source}
    form = BasisForm(request.POST if request.method == "POST" else None, initial=now)
    done = submit(form, actions.attach_basis, jurisdiction=found, by=by)
    if done:
        messages.success(request, _("Anotado. Falta que su país lo valide."))
        return redirect(found.path)
    return render(request, "directory/basis.html", {"fact": found, "form": form})


@require_POST
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that it is competent for that no more."""
    by = person(request)
    found = get_object_or_404(Jurisdiction.objects.select_related("body"), pk=pk, ended_on=None)
    actions.end_competence(jurisdiction=found, by=by)
    messages.success(request, _("Ya no figura. Queda en la historia."))
    return redirect("directory:country", code=found.body.country_id)
