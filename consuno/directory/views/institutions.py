"""Pages that add a body and change it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from consuno.core.middleware import person
from consuno.core.policy import Denied, allowed
from consuno.directory import actions, policies, queries
from consuno.directory.forms import ChangeForm, MandateForm, MergeForm, NamesForm, NewBodyForm
from consuno.directory.models import Body


def add(request: HttpRequest) -> HttpResponse:
    """Add a body with its source."""
    by = person(request)
    policies.may_add_body(by)
    form = NewBodyForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.add_body(by=by, **form.given())
        except Denied as denied:
            form.add_error(None, str(denied.reason))
        else:
            messages.success(request, _("Agregada al directorio."))
            return redirect("directory:body", code=made.code)
    return render(request, "directory/add.html", {"form": form})


def change(request: HttpRequest, code: str) -> HttpResponse:
    """Rename a body, merge it into another, close it, or record who holds it."""
    by = person(request)
    body = get_object_or_404(queries.bodies(), code=code)
    policies.may_change_body(by, body)
    sent = request.POST.get("act", "") if request.method == "POST" else ""
    forms = {
        word: kind(request.POST if word == sent else None, prefix=word, initial=initial)
        for word, (kind, initial) in _kinds(body, by).items()
    }
    if sent in forms and forms[sent].is_valid() and _do(request, sent, body, forms[sent]):
        return redirect("directory:body", code=code)
    return render(request, "directory/change.html", {"body": body, "sent": sent, **forms})


def _kinds(body: Body, by: object) -> dict[str, tuple[Any, dict[str, str]]]:
    names = {
        "name_es": body.name.es, "name_en": body.name.en,
        "short_es": body.short.es, "short_en": body.short.en,
    }  # fmt: skip
    kinds: dict[str, tuple[Any, dict[str, str]]] = {
        "rename": (NamesForm, names), "merge": (MergeForm, {}), "close": (ChangeForm, {}),
    }  # fmt: skip
    if body.kind in policies.HELD and allowed(policies.may_record_mandate, by, body):
        kinds["mandate"] = (MandateForm, {})
    return kinds


def _do(request: HttpRequest, word: str, body: Body, form: Any) -> bool:
    """Do it; a rule that says no is shown with the form, which keeps what was typed."""
    by, data = person(request), form.cleaned_data
    try:
        if word == "rename":
            actions.rename_body(body=body, by=by, **form.given())
        elif word == "merge":
            actions.merge_body(body=body, by=by, **data)
        elif word == "close":
            actions.close_body(body=body, by=by, **data)
        else:
            starts = data.pop("on")
            actions.record_mandate(office=body, starts=starts, by=by, **data)
    except Denied as denied:
        form.add_error(None, str(denied.reason))
        return False
    messages.success(request, _("Anotado, con su fecha y su fuente."))
    return True
