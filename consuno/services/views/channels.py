"""Where to complain, country by country."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consuno.core import clock
from consuno.core.acting import submit
from consuno.core.interrupted_forms import resumable
from consuno.core.middleware import person
from consuno.core.policy import allowed
from consuno.core.vocabularies import words
from consuno.directory.models import Country
from consuno.services import actions, policies
from consuno.services.forms_channels import ChannelForm, TrialForm
from consuno.services.models import Channel
from consuno.services.queries.channels import channels_by_country, found_channel


def listed(request: HttpRequest) -> HttpResponse:
    """Every country, with what is known there: little, and it looks it."""
    chosen = request.GET.get("pais", "")
    rows = channels_by_country(request.user, chosen)
    context = {
        "rows": rows, "countries": list(Country.objects.all()), "chosen": chosen,
        "writes": {
            country.code for country, _found in rows
            if allowed(policies.may_write_channel, request.user, country.code)
        },
    }  # fmt: skip
    return render(request, "services/channels.html", context)


def channel(request: HttpRequest, pk: int) -> HttpResponse:
    """One, with its steps and how it went for whoever tried it."""
    return _page(request, _found(request, pk))


def _found(request: HttpRequest, pk: int) -> Channel:
    found = found_channel(pk)
    if found is None or not allowed(policies.may_read_channel, request.user, found):
        raise Http404
    return found


def _page(request: HttpRequest, found: Channel, **extra: Any) -> HttpResponse:
    known = words("languages")
    context = {
        "channel": found, "languages": [known[slug] for slug in found.languages if slug in known],
        "steps": str(found.steps).splitlines(), "trials": list(found.trials.all()[:50]),
        "writes": allowed(policies.may_write_channel, request.user, found.country_id, found),
        "validates": allowed(policies.may_validate_channel, request.user, found),
        "tries": allowed(policies.tries_for, request.user, found),
        "form": TrialForm(initial={"on": clock.today().strftime("%d/%m/%Y")}), **extra,
    }  # fmt: skip
    return render(request, "services/channel.html", context)


@resumable
def write(request: HttpRequest, code: str) -> HttpResponse:
    """A new channel of a country."""
    country = get_object_or_404(Country, code=code)
    policies.may_write_channel(person(request), code)
    return _form(request, country, None)


@resumable
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change one."""
    by = person(request)
    found = _found(request, pk)
    policies.may_write_channel(by, found.country_id, found)
    return _form(request, found.country, found)


def _form(request: HttpRequest, country: Country, found: Channel | None) -> HttpResponse:
    form = ChannelForm(country, found, request.POST if request.method == "POST" else None)
    by = person(request)
    done = submit(form, actions.write_channel, country=country, by=by, channel=found)
    if done:
        messages.success(request, _("Guardado. Falta que su país lo valide."))
        return redirect(done.result.path)
    context = {"form": form, "country": country, "channel": found}
    return render(request, "services/channel_form.html", context)


@resumable
@require_POST
def act(request: HttpRequest, pk: int) -> HttpResponse:
    """Its country validates it, it ends, or somebody tried it."""
    by = person(request)
    found = _found(request, pk)
    word = request.POST.get("word", "")
    if word == "try":
        return _try(request, found)
    if word == "end":
        actions.end_channel(channel=found, by=by)
        messages.success(request, _("Ya no se muestra. Queda en la historia."))
        return redirect("services:channels")
    actions.validate_channel(channel=found, by=by)
    messages.success(request, _("Validado por su país."))
    return redirect(found.path)


def _try(request: HttpRequest, found: Channel) -> HttpResponse:
    form = TrialForm(request.POST)
    policies.tries_for(request.user, found)
    done = submit(form, actions.try_channel, channel=found, by=person(request))
    if done:
        messages.success(request, _("Anotado."))
        return redirect(found.path)
    return _page(request, found, form=form)
