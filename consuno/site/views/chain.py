"""The end of the record of acts, for each Secretariat to keep what the other cannot change."""

from __future__ import annotations

import re

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from consuno.core import clock
from consuno.core.middleware import person
from consuno.core.models import AuditSeal, User
from consuno.core.policy import Denied
from consuno.core.vault import locks
from consuno.directory.standing import memberships, secretariat_of

_HASH = re.compile(r"[0-9a-f]{64}")


def _may_keep(user: User) -> None:
    if secretariat_of(user) is None:
        raise Denied(_("Lo guardan las dos Secretarías."), stranger=not memberships(user))


def chain(request: HttpRequest) -> HttpResponse:
    """How long it is, its last hash, and whether one noted earlier is still in it."""
    _may_keep(person(request))
    noted = _HASH.findall(request.GET.get("anotado", "").lower())
    context = {
        "last": AuditSeal.objects.order_by("-number").first(),
        "asked": request.GET.get("anotado", ""),
        "found": AuditSeal.objects.filter(hash__in=noted).select_related("entry").first() if noted else None,
    }  # fmt: skip
    return render(request, "site/chain.html", context)


def chain_head(request: HttpRequest) -> HttpResponse:
    """The same as a file, to be sent to the other Secretariat and kept there."""
    _may_keep(person(request))
    last = AuditSeal.objects.order_by("-number").first()
    answer = JsonResponse(
        {
            "installation": locks.instance(), "entries": last.number if last else 0,
            "hash": last.hash if last else "", "taken": f"{clock.today():%Y-%m-%d}",
        }
    )  # fmt: skip
    answer["Content-Disposition"] = (
        f'attachment; filename="consuno-registro-{clock.today():%Y%m%d}.json"'
    )
    return answer
