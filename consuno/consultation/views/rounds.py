"""A round: who has the text, what was observed, more time, and its end."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache, partial
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consuno.consultation import actions, policies
from consuno.consultation.forms import ExtendForm, InputForm, RoundForm
from consuno.consultation.models import Invitation, Observation, Round, Silence
from consuno.consultation.queries import heat
from consuno.consultation.queries import rounds as queries
from consuno.consultation.queries.export import OBSERVATIONS, placed
from consuno.consultation.views.shared import proposal_of, version_of, written
from consuno.core import tables
from consuno.core.acting import press, submit
from consuno.core.export_guard import guard_export
from consuno.core.interrupted_forms import resumable
from consuno.core.middleware import person
from consuno.core.pages import page_of
from consuno.core.policy import allowed
from consuno.core.text import whole_number
from consuno.directory.models import Body
from consuno.directory.standing import memberships


def round_of(request: HttpRequest, pk: int, number: int) -> Round:
    """A round of a proposal, for whoever may read it."""
    proposal = proposal_of(request, pk)
    found = get_object_or_404(
        Round.objects.select_related("version"), pk=number, version__proposal=proposal
    )
    found.version.proposal = proposal
    return found


@resumable
def open_round(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Send a version to the countries and the network."""
    by = person(request)
    version = version_of(request, pk, number)
    policies.may_open_round(by, version)
    form = RoundForm(request.POST or None)
    bodies = Body.objects.heard()
    return written(
        request, form, partial(actions.open_round, version=version, bodies=bodies, by=by),
        {"title": _("Abrir una ronda"), "version": version,
         "lead": _("Se pide a los once países y a la red que observen esta versión.")},
        lambda made: made,
    )  # fmt: skip


def consult(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Who received it, what was observed, and what is left to decide."""
    found = round_of(request, pk, number)
    reader: Any = request.user
    listed = queries.observations(found.version.proposal, reader).filter(round=found)
    standing = listed.filter(submitted_at__isnull=False, withdrawn_at=None)
    only = request.GET.get("ver", "")
    page = page_of(_chosen(listed, standing, only), request.GET.get("pagina"))
    context = {
        "round": found, "version": found.version, "proposal": found.version.proposal,
        "receipts": queries.receipts(found, reader), "rows": _placed(page, found), "only": only,
        "page": page, "pending": standing.filter(disposition=None).count(),
        "observes": found.closed_at is None and bool(queries.mine(found, reader)),
        "notes": found.closed_at is None and bool(queries.noted_for(found, reader)),
        "extends": allowed(policies.may_freeze, reader, found.version.proposal),
        "closes": allowed(policies.may_close_round, reader, found),
        "silence": Silence.objects.select_related("broken_by").filter(round=found).first(),
        "lifts": policies.presides(reader),
        "own": bool(_own_state(request)), "extend": ExtendForm(),
    }  # fmt: skip
    return render(request, "consultation/round.html", context)


def _placed(listed: Iterable[Any], found: Round) -> list[tuple[int, Any]]:
    """Each with the place of its clause in the version of the round; 0: the whole text."""
    uids = found.version.clauses.values_list("uid", flat=True)
    places = {uid: place for place, uid in enumerate(uids, 1)}
    return [(places.get(each.uid or 0, 0), each) for each in listed]


def _chosen(
    listed: QuerySet[Observation], standing: QuerySet[Observation], only: str
) -> QuerySet[Observation]:
    if only == "pendientes":
        return standing.filter(disposition=None)
    return listed.filter(kind=Observation.Kind.LEGAL) if only == "ley" else listed


def heat_map(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Which clauses each country observes."""
    found = round_of(request, pk, number)
    bodies = [each.body for each in found.invitations.select_related("body")]
    rows = heat.heat_map(found.version, bodies)
    names = [each.country_id or str(each) for each in bodies]
    only = request.GET.get("solo") == "1"
    context = {
        "round": found, "version": found.version, "proposal": found.version.proposal,
        "bodies": bodies, "only": only,
        "kinds": [(value, label, heat.SIGNS[value]) for value, label in Observation.Kind.choices],
        "rows": [
            (row, _drawn(row.cells, names)) for row in rows
            if not only or any(cell.many for cell in row.cells)
        ],
    }  # fmt: skip
    return render(request, "consultation/heat_map.html", context)


def _drawn(cells: list[heat.Cell], names: list[str]) -> str:
    """The cells of a row; of thousands most are alike, and each is drawn once for a language."""
    language = get_language()
    return mark_safe(  # noqa: S308 - made by a template
        "".join(
            _cell(name if cell.many else "", cell.kind, cell.many, language)
            for cell, name in zip(cells, names, strict=True)
        )
    )


@lru_cache(maxsize=2_000)
def _cell(name: str, kind: str, many: int, language: str) -> str:
    context = {"cell": heat.Cell(many, kind), "name": name}
    return render_to_string("consultation/_cell.html", context)


@require_POST
def acknowledge(request: HttpRequest, pk: int, number: int, invitation: int) -> HttpResponse:
    """Say that one's country has the text."""
    found = round_of(request, pk, number)
    asked = get_object_or_404(Invitation.objects.select_related("body"), pk=invitation, round=found)
    actions.acknowledge(invitation=asked, by=person(request))
    messages.success(request, _("Anotado: su país o su red tiene el texto."))
    return redirect(found)


@require_POST
def extend(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Give more time."""
    found = round_of(request, pk, number)
    form = ExtendForm(request.POST)
    policies.may_freeze(person(request), found.version.proposal)
    if not form.is_valid():
        messages.error(request, _("Escriba un día como 20/02/2013."))
        return redirect(found)
    return _act(request, found, actions.extend_round, closes=form.cleaned_data["closes"])


@require_POST
def close(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Take nothing more."""
    return _act(request, round_of(request, pk, number), actions.close_round)


def _act(request: HttpRequest, found: Round, act: Any, **given: Any) -> HttpResponse:
    by = person(request)
    press(request, _("Guardado."), act, round=found, by=by, **given)
    return redirect(found)


def _own_state(request: HttpRequest) -> list[Body]:
    """Institutions of the State that this person may speak for to their own country."""
    found = {held.body_id: held.body for held in memberships(request.user)}
    return [
        each
        for each in found.values()
        if allowed(policies.may_tell_own_country, request.user, each)
    ]


def own_country(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """What the institutions of one's own country say; nobody else reads it."""
    by = person(request)
    found = round_of(request, pk, number)
    bodies = _own_state(request)
    if not bodies:
        policies.may_read_inputs(by, "")
    if request.method == "POST" and request.POST.get("word") == "ask":
        return _ask(request, found, bodies[0].country_id or "")
    form = InputForm(found.version, bodies, request.POST or None)
    done = submit(form, actions.tell_own_country, round=found, by=by)
    if done:
        messages.success(request, _("Anotado. Solo lo leen las instituciones de su país."))
        return redirect("consultation:own_country", pk=pk, number=number)
    context = {
        "round": found, "version": found.version, "proposal": found.version.proposal, "form": form,
        "asks": allowed(policies.may_ask_institutions, by, found, bodies[0].country_id or ""),
        "institutions": queries.institutions(found, bodies[0].country_id or ""),
        "inputs": _placed(queries.inputs(found, by), found), "country": bodies[0].country if bodies else None,
    }  # fmt: skip
    return render(request, "consultation/own_country.html", context)


def _ask(request: HttpRequest, found: Round, country: str) -> HttpResponse:
    """Ask the institutions that were ticked."""
    keys = [whole_number(each) for each in request.POST.getlist("body")]
    chosen, by = list(Body.objects.filter(pk__in=[key for key in keys if key])), person(request)
    press(
        request,
        _("Preguntado: lo verán en sus avisos."),
        actions.ask_institutions,
        round=found,
        country=country,
        bodies=chosen,
        by=by,
    )
    return redirect("consultation:own_country", pk=found.version.proposal_id, number=found.pk)


def export(request: HttpRequest, pk: int, number: int, kind: str) -> HttpResponseBase:
    """The matrix of observations as a file; who takes it shows again who they are."""
    found = round_of(request, pk, number)
    tables.must_be_a_format(kind)
    guard_export(request, "consultation")
    table = tables.Table(f"observaciones-{pk}-{number}", _("Observaciones"), OBSERVATIONS)
    return tables.file(kind, table, placed(found, request.user))
