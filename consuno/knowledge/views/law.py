"""The law, side by side."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consuno.core import tables
from consuno.core.acting import press, submit
from consuno.core.interrupted_forms import resumable
from consuno.core.middleware import person
from consuno.core.policy import allowed
from consuno.directory import policies as directory
from consuno.directory.models import Body, Country, Look
from consuno.knowledge import actions, policies
from consuno.knowledge.elements import Element, elements
from consuno.knowledge.forms import ProvisionForm
from consuno.knowledge.queries.export import LAW, law_cells
from consuno.knowledge.queries.law import Row, against_palermo, asked_of, matrix, provisions

#: Countries beside each other with their whole words; more are shown as one word a cell.
SIDE_BY_SIDE = 3


def _asked(request: HttpRequest) -> tuple[list[Country], list[Country], str, list[Row]]:
    everyone = list(Country.objects.all())
    wanted = request.GET.getlist("pais")
    chosen = [each for each in everyone if each.code in wanted][:SIDE_BY_SIDE]
    look = request.GET.get("estado", "")
    look = look if look in Look.values else ""
    return everyone, chosen, look, matrix(chosen or everyone, look)


def law(request: HttpRequest) -> HttpResponse:
    """All countries at a glance, or up to three side by side with all that is known."""
    everyone, chosen, look, rows = _asked(request)
    context = {
        "rows": rows, "countries": everyone, "chosen": chosen, "look": look, "looks": Look.choices,
        "codes": [each.code for each in chosen], "asked": asked_of(chosen),
        "reads_palermo": [c for c in chosen if allowed(policies.may_see_palermo, request.user, c)],
        "writes": {c.code for c in chosen if allowed(policies.may_write_law, request.user, c.code)},
        "validates": {c.code for c in chosen if _validates(request, c)},
        "asks": allowed(policies.may_ask, request.user, known=False),
    }  # fmt: skip
    return render(request, "knowledge/law.html", context)


def _validates(request: HttpRequest, country: Country) -> bool:
    body = Body.objects.state_of(country.code)
    return body is not None and allowed(directory.may_validate, request.user, body)


def export(request: HttpRequest, kind: str) -> HttpResponseBase:
    """The same as a file: every cell with its look, source and date."""
    _everyone, _chosen, _look, rows = _asked(request)
    return tables.file(kind, tables.Table("leyes", _("Leyes"), LAW), law_cells(rows))


def palermo(request: HttpRequest, code: str) -> HttpResponse:
    """What would have to change to match the Palermo Protocol, from validated cells only."""
    country = get_object_or_404(Country, code=code)
    policies.may_see_palermo(request.user, country)
    context = {"country": country, "gap": against_palermo(country)}
    return render(request, "knowledge/palermo.html", context)


def _element(slug: str) -> Element:
    if slug not in elements():
        raise Http404
    return elements()[slug]


@resumable
def write(request: HttpRequest, code: str, element: str) -> HttpResponse:
    """Write a cell of one's country."""
    by = person(request)
    country = get_object_or_404(Country, code=code)
    found = _element(element)
    policies.may_write_law(by, code)
    now = provisions().filter(country=country, element=element).first()
    form = ProvisionForm(found, now, request.POST if request.method == "POST" else None)
    done = submit(form, actions.write_provision, country=country, element=element, by=by)
    if done:
        messages.success(request, _("Guardado. Falta que su país lo valide."))
        return redirect(done.result.path)
    context = {"country": country, "element": found, "form": form, "now": now}
    return render(request, "knowledge/provision.html", context)


@resumable
@require_POST
def ask(request: HttpRequest, code: str, element: str) -> HttpResponse:
    """Ask the focal points of a country for what is not known."""
    by = person(request)
    country = get_object_or_404(Country, code=code)
    said, slug = _("Preguntado a sus puntos focales."), _element(element).slug
    press(request, said, actions.ask_country, country=country, element=slug, by=by)
    return redirect("knowledge:law")
