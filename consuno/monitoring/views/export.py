"""The data of the monitoring as files, with columns that say what they mean."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _

from consuno.core import clock, sheets
from consuno.core.taking import harmless, taking_away
from consuno.directory.middleware import shown_to
from consuno.monitoring import policies
from consuno.monitoring.queries.export import COLUMNS, rows


def exports(request: HttpRequest) -> HttpResponse:
    """What each column means, and the three files."""
    policies.may_enter(request.user)
    return render(request, "monitoring/exports.html", {"columns": COLUMNS})


def export(request: HttpRequest, kind: str) -> HttpResponseBase:
    """The rows as CSV, XLSX or JSON."""
    policies.may_enter(request.user)
    makers = {"csv": _csv, "xlsx": _xlsx, "json": _json}
    if kind not in makers:
        raise Http404
    taking_away(request, "monitoring")
    response = makers[kind](request)
    name = f"seguimiento-{clock.today().isoformat()}.{kind}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _cell(value: Any) -> Any:
    return "; ".join(value) if isinstance(value, list) else value


def _csv(request: HttpRequest) -> StreamingHttpResponse:
    return StreamingHttpResponse(_lines(request.user), content_type="text/csv; charset=utf-8")


class _Echo:
    def write(self, value: str) -> str:
        return value


def _lines(reader: Any) -> Iterator[str]:
    writer = csv.writer(_Echo())
    yield "\ufeff"  # without it spreadsheets take UTF-8 for something else
    yield writer.writerow([column.key for column in COLUMNS])
    with shown_to(reader):  # sent after the page's own middleware has gone
        for row in rows():
            yield writer.writerow(
                [harmless("" if value is None else str(_cell(value))) for value in row.values()]
            )


def _xlsx(request: HttpRequest) -> HttpResponse:
    table = sheets.Table(
        _("Seguimiento"), [sheets.Column(column.key) for column in COLUMNS],
        [[_cell(value) for value in row.values()] for row in rows()],
    )  # fmt: skip
    meanings = sheets.Table(
        _("Columnas"),
        [
            sheets.Column(_("Columna")),
            sheets.Column(_("Qué es"), 60),
            sheets.Column(_("Forma"), 30),
        ],
        [(column.key, str(column.meaning), str(column.shape)) for column in COLUMNS],
    )
    return HttpResponse(sheets.write([table, meanings]), content_type=sheets.XLSX)


def _json(request: HttpRequest) -> HttpResponse:
    content = {
        "as_of": clock.today().isoformat(),
        "columns": {column.key: str(column.meaning) for column in COLUMNS},
        "rows": [
            {
                key: value.isoformat() if hasattr(value, "isoformat") else value
                for key, value in row.items()
            }
            for row in rows()
        ],
    }
    text = json.dumps(content, ensure_ascii=False, indent=1)
    return HttpResponse(text + "\n", content_type="application/json; charset=utf-8")
