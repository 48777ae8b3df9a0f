"""Practices, pilots, documents, case law and materials: lists, side by side, one, and writing."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consuno.core import tables
from consuno.core.acting import submit
from consuno.core.downloads import attachment
from consuno.core.middleware import person
from consuno.core.policy import allowed
from consuno.directory import policies as directory
from consuno.directory.models import Body, Country
from consuno.directory.policies.facts import KEEPING
from consuno.directory.standing import memberships
from consuno.knowledge import actions, policies
from consuno.knowledge.entries import Kind, kinds
from consuno.knowledge.forms import EntryForm, ReplicationForm, ReviewForm
from consuno.knowledge.models import Entry
from consuno.knowledge.queries import entries as queries
from consuno.knowledge.queries.export import entry_columns

#: Entries beside each other.
SIDE_BY_SIDE = 3


def _kind(slug: str) -> Kind:
    if slug not in kinds():
        raise Http404
    return kinds()[slug]


def _writable(user: Any) -> list[Country]:
    return [c for c in Country.objects.all() if allowed(policies.may_write_entry, user, c.code)]


def entries(request: HttpRequest, kind: str) -> HttpResponse:
    """Those of a kind; up to three chosen ones side by side."""
    what = _kind(kind)
    country = request.GET.get("pais", "")
    found = list(queries.listed(what, country))
    wanted = set(request.GET.getlist("ver"))
    chosen = [each for each in found if str(each.pk) in wanted][:SIDE_BY_SIDE]
    context = {
        "kind": what, "entries": found, "chosen": chosen, "codes": {each.pk for each in chosen},
        "rows": queries.side_by_side(what, chosen), "countries": Country.objects.all(),
        "country": country, "writes": bool(_writable(request.user)),
    }  # fmt: skip
    return render(request, "knowledge/entries.html", context)


def export(request: HttpRequest, kind: str, form: str) -> HttpResponseBase:
    """Those of a kind as a file, a column for each part."""
    what = _kind(kind)
    table = tables.Table(what.slug, str(what), entry_columns(what))
    return tables.file(form, table, queries.listed(what))


def _shown(pk: int) -> Entry:
    return get_object_or_404(queries.entries(), pk=pk)


def _own(user: Any) -> list[Body]:
    return [held.body for held in memberships(user) if held.role in KEEPING]


def entry(request: HttpRequest, pk: int) -> HttpResponse:
    """One, with what others think and who did the same."""
    found = _shown(pk)
    user = request.user
    government = Body.objects.state_of(found.country_id)
    context = {
        "entry": found, "reviews": found.reviews.select_related("body"),
        "replications": found.replications.select_related("body"),
        "writes": allowed(policies.may_write_entry, user, found.country_id),
        "validates": government and allowed(directory.may_validate, user, government),
        "acts": allowed(policies.may_act_on, user, found),
    }  # fmt: skip
    return render(request, "knowledge/entry.html", context)


def file(request: HttpRequest, pk: int) -> HttpResponse:
    """Its file. Never shown in the browser: a file is hostile."""
    found = get_object_or_404(Entry, pk=pk, withdrawn_on=None)
    if found.content is None:
        return redirect(found)
    return attachment(bytes(found.content), found.file_name, otherwise=f"ficha-{found.pk}")


def add(request: HttpRequest, kind: str) -> HttpResponse:
    """Write an entry."""
    what = _kind(kind)
    countries = _writable(person(request))
    if not countries:
        policies.may_write_entry(request.user, None)
    return _write(request, what, countries, None)


def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change an entry."""
    found = _shown(pk)
    policies.may_write_entry(person(request), found.country_id)
    return _write(request, found.what, _writable(request.user), found)


def _write(
    request: HttpRequest, kind: Kind, countries: list[Country], now: Entry | None
) -> HttpResponse:
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    form = EntryForm(kind, countries, now, *posted)
    done = submit(form, actions.write_entry, by=person(request))
    if done:
        messages.success(request, _("Guardado. Falta que su país lo valide."))
        return redirect(done.result)
    context = {"form": form, "kind": kind, "title": now or kind, "back": now}
    return render(request, "knowledge/entry_form.html", context)


@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take it off the pages."""
    found = _shown(pk)
    actions.withdraw_entry(entry=found, by=person(request))
    messages.success(request, _("Retirada. Queda en la historia."))
    return redirect("knowledge:entries", kind=found.kind)


def review(request: HttpRequest, pk: int) -> HttpResponse:
    """Give one's institution's view."""
    return _speak(request, pk, ReviewForm, actions.give_view, _("Dar la opinión de su institución"))


def replicate(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that one's institution did the same."""
    act = actions.tell_replication
    return _speak(request, pk, ReplicationForm, act, _("Contar que se repitió"))


def _speak(request: HttpRequest, pk: int, which: Any, act: Any, title: str) -> HttpResponse:
    by, found = person(request), _shown(pk)
    policies.may_act_on(by, found)
    form = which(_own(by), request.POST if request.method == "POST" else None)
    if submit(form, act, entry=found, by=by):
        messages.success(request, _("Guardado."))
        return redirect(found)
    context = {"form": form, "kind": found.what, "title": title, "back": found}
    return render(request, "knowledge/entry_form.html", context)
