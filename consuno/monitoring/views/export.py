"""The data of the monitoring as files, with columns that say what they mean."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _

from consuno.core import clock, tables
from consuno.core.export_guard import guard_export
from consuno.monitoring import policies
from consuno.monitoring.queries.export import COLUMNS, rows


def exports(request: HttpRequest) -> HttpResponse:
    """What each column means, and the files."""
    policies.may_enter(request.user)
    return render(request, "monitoring/exports.html", {"columns": COLUMNS})


def export(request: HttpRequest, kind: str) -> HttpResponseBase:
    """The rows as a file."""
    policies.may_enter(request.user)
    tables.must_be_a_format(kind)
    guard_export(request, "monitoring")
    name = f"seguimiento-{clock.today().isoformat()}"
    return tables.file(kind, tables.Table(name, _("Seguimiento"), COLUMNS), rows())
