"""The instruments: the list, one with its versions and countries, and what is written to it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from consuno.core import tables
from consuno.core.acting import Form, submit
from consuno.core.downloads import attachment
from consuno.core.interrupted_forms import resumable
from consuno.core.middleware import person
from consuno.core.policy import allowed
from consuno.core.vocabularies import words
from consuno.directory import policies as directory
from consuno.directory.models import Body, Country
from consuno.knowledge import actions, policies
from consuno.knowledge.forms import AdoptionForm, EditionForm, InstrumentForm, TextForm
from consuno.knowledge.models import Edition, EditionText, Instrument
from consuno.knowledge.queries import instruments as queries
from consuno.knowledge.queries.export import INSTRUMENTS, instrument_answers


def instruments(request: HttpRequest) -> HttpResponse:
    """All of them, by scope."""
    context = {
        "instruments": queries.instruments(), "countries": Country.objects.count(),
        "keeps": allowed(policies.may_keep_instruments, request.user),
    }  # fmt: skip
    return render(request, "knowledge/instruments.html", context)


def export(request: HttpRequest, kind: str) -> HttpResponseBase:
    """Every instrument by country as a file, with what is not known said so."""
    table = tables.Table("instrumentos", _("Instrumentos"), INSTRUMENTS)
    return tables.file(kind, table, instrument_answers())


def instrument(request: HttpRequest, slug: str) -> HttpResponse:
    """One, with its versions, their texts, and each country."""
    found = get_object_or_404(queries.instruments(), slug=slug)
    by_country = queries.by_country(found)
    governments = {
        each.country_id: each
        for each in Body.objects.states().filter(country__in=[country.code for country, _f in by_country])
    }  # fmt: skip
    user = request.user
    context = {
        "instrument": found, "by_country": by_country, "languages": words("languages"),
        "keeps": allowed(policies.may_keep_instruments, user),
        "writes": {c.code for c, _f in by_country if allowed(policies.may_write_law, user, c.code)},
        "validates": {
            code for code, body in governments.items()
            if allowed(directory.may_validate, user, body)
        },
    }  # fmt: skip
    return render(request, "knowledge/instrument.html", context)


def _written(
    request: HttpRequest, form: Form, act: Any, context: dict[str, Any], **given: Any
) -> HttpResponse:
    """Do what the form asks, or show it again with what to mend."""
    done = submit(form, act, by=person(request), **given)
    if done:
        messages.success(request, _("Guardado."))
        return redirect(context["back"] or done.result)
    return render(request, "knowledge/instrument_form.html", {"form": form, **context})


@resumable
def add(request: HttpRequest) -> HttpResponse:
    """Put an instrument in the list."""
    by = person(request)
    policies.may_keep_instruments(by)
    form = InstrumentForm(request.POST or None)
    context: dict[str, Any] = {"title": _("Añadir un instrumento"), "back": None}
    return _written(request, form, actions.add_instrument, context)


@resumable
def add_edition(request: HttpRequest, slug: str) -> HttpResponse:
    """Add a version."""
    by = person(request)
    policies.may_keep_instruments(by)
    found = get_object_or_404(Instrument, slug=slug)
    form = EditionForm(request.POST or None)
    context = {"title": _("Añadir una versión"), "back": found, "of": found}
    return _written(request, form, actions.add_edition, context, instrument=found)


def add_text(request: HttpRequest, pk: int) -> HttpResponse:
    """Add the text of a version in a language."""
    by = person(request)
    policies.may_keep_instruments(by)
    edition = get_object_or_404(Edition.objects.select_related("instrument"), pk=pk)
    form = TextForm(request.POST or None, request.FILES or None)
    context = {
        "title": _("Añadir el texto en un idioma"), "back": edition.instrument, "of": edition
    }  # fmt: skip
    return _written(request, form, actions.add_text, context, edition=edition)


def text(request: HttpRequest, pk: int) -> HttpResponse:
    """The file of a text. Never shown in the browser: a file is hostile."""
    found = get_object_or_404(EditionText.objects.select_related("edition__instrument"), pk=pk)
    if found.content is None:
        return redirect(found.edition.instrument)
    return attachment(bytes(found.content), found.file_name, otherwise=f"texto-{found.pk}")


@resumable
def write_adoption(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """Write what one's country did with an instrument."""
    by = person(request)
    policies.may_write_law(by, code)
    country = get_object_or_404(Country, code=code)
    found = get_object_or_404(Instrument, slug=slug)
    now = queries.adoptions().filter(instrument=found, country=country).first()
    form = AdoptionForm(now, request.POST if request.method == "POST" else None)
    context = {"title": str(country), "back": found, "of": found}
    return _written(
        request, form, actions.write_adoption, context, instrument=found, country=country
    )
