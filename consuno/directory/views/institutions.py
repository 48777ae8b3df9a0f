"""Pages that add a body and change it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from consuno.core.acting import submit
from consuno.core.middleware import person
from consuno.core.policy import allowed
from consuno.directory import actions, policies, queries
from consuno.directory.forms import ChangeForm, MandateForm, MergeForm, NamesForm, NewBodyForm
from consuno.directory.models import Body


def add(request: HttpRequest) -> HttpResponse:
    """Add a body with its source."""
    by = person(request)
    policies.may_add_body(by)
    form = NewBodyForm(request.POST if request.method == "POST" else None)
    done = submit(form, actions.add_body, by=by)
    if done:
        messages.success(request, _("Agregada al directorio."))
        return redirect("directory:body", code=done.result.code)
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
    if sent in forms and _do(request, sent, body, forms[sent]):
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
    acts: dict[str, Callable[..., object]] = {
        "rename": partial(actions.rename_body, body=body),
        "merge": partial(actions.merge_body, body=body),
        "close": partial(actions.close_body, body=body),
        "mandate": partial(actions.record_mandate, office=body),
    }
    done = submit(form, acts[word], by=person(request))
    if done:
        messages.success(request, _("Anotado, con su fecha y su fuente."))
    return done.done
