"""The keys of an organisation: its guided set-up, and the public list of fingerprints."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consuno.core import primitives
from consuno.core.middleware import person
from consuno.core.models import Key, Recovery, User
from consuno.core.policy import allowed
from consuno.core.text import whole_number
from consuno.core.vault import opening, pins
from consuno.core.vault.locks import Opened
from consuno.directory import actions, policies, queries
from consuno.directory.models import Body
from consuno.directory.views.vault import with_vault


def key_directory(request: HttpRequest) -> HttpResponse:
    """Everybody reads whose keys there are and their fingerprints, to compare them by another way."""
    context = {"keys": queries.current_keys(), "signers": pins.all_pins()}
    return render(request, "directory/key_directory.html", context)


def keys(request: HttpRequest, code: str) -> HttpResponse:
    """What a body has of its keys, and the next step."""
    by = person(request)
    body = _body(code)
    key = Key.objects.filter(owner=code, retired_on=None).first()
    if not (key and allowed(policies.may_endorse, by, key)):
        policies.may_read_keys(by, body)
    ring = queries.keyring(body)
    context = {
        "ring": ring, "body": body, "open": opening.opened(request) is not None,
        "founds": allowed(policies.may_found, by, body),
        "uses": allowed(policies.may_use_key, by, body),
        "endorses": bool(ring.key) and allowed(policies.may_endorse, by, ring.key),
        "asks": allowed(policies.may_ask_recovery, by, body),
        "recovers": allowed(policies.may_recover, by, body),
        "mine": by, "administers": policies.administers(by, body),
    }  # fmt: skip
    return render(request, "directory/keys.html", context)


def _body(code: str) -> Body:
    return get_object_or_404(queries.bodies(), code=code)


@require_POST
@with_vault
def found_keys(request: HttpRequest, opened: Opened, code: str) -> HttpResponse:
    """Make the organisation's key."""
    actions.found_keys(body=_body(code), opened=opened, by=person(request))
    messages.success(request, _("La organización tiene su clave. Falta que la firmen."))
    return redirect("directory:keys", code=code)


@require_POST
@with_vault
def give_key(request: HttpRequest, opened: Opened, code: str, user: int) -> HttpResponse:
    """Give it to a colleague."""
    to = get_object_or_404(User, pk=user, memberships__body__code=code)
    actions.give_key(body=_body(code), to=to, opened=opened, by=person(request))
    messages.success(request, _("%(name)s tiene ya la clave.") % {"name": to.name})
    return redirect("directory:keys", code=code)


@require_POST
@with_vault
def rotate_keys(request: HttpRequest, opened: Opened, code: str) -> HttpResponse:
    """Change it for a new one."""
    suite = primitives.HYBRID if request.POST.get("hybrid") == "1" else None
    actions.rotate_keys(body=_body(code), opened=opened, suite=suite, by=person(request))
    messages.success(
        request,
        _("La organización tiene otra clave; la anterior ya no abre nada. Falta que la firmen."),
    )
    return redirect("directory:keys", code=code)


@require_POST
@with_vault
def entrust_keys(request: HttpRequest, opened: Opened, code: str) -> HttpResponse:
    """Give its parts to the keepers of today."""
    actions.entrust_keys(body=_body(code), opened=opened, by=person(request))
    messages.success(request, _("Las tres partes están con quienes la resguardan hoy."))
    return redirect("directory:keys", code=code)


@require_POST
@with_vault
def endorse_key(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    """Sign it."""
    key = get_object_or_404(Key, pk=pk, kind=Key.Kind.ORGANISATION)
    actions.endorse_key(key=key, opened=opened, by=person(request))
    messages.success(request, _("Firmada."))
    if allowed(policies.may_read_keys, request.user, _body(key.owner)):
        return redirect("directory:keys", code=key.owner)
    return redirect("directory:key_directory")


@require_POST
def ask_recovery(request: HttpRequest, code: str) -> HttpResponse:
    """Ask its keepers for the key."""
    actions.ask_recovery(body=_body(code), by=person(request))
    messages.success(
        request, _("Pedida. Dos de quienes la resguardan tienen tres días para darla.")
    )
    return redirect("directory:keys", code=code)


@require_POST
@with_vault
def give_part(request: HttpRequest, opened: Opened, pk: int) -> HttpResponse:
    """Give one's part of the key to whoever asked for it."""
    asked = get_object_or_404(Recovery.objects.select_related("key"), pk=pk)
    second = request.POST.get("second", "")
    other = get_object_or_404(Key, pk=whole_number(second)) if second else None
    complete = actions.give_part(
        recovery_asked=asked, second=other, opened=opened, by=person(request)
    )
    words = (
        _("La clave está de nuevo con quien la pidió.") if complete else _("Falta la otra parte.")
    )
    messages.success(request, words)
    return redirect("directory:keys", code=asked.key.owner)
