"""Reporting in a spreadsheet: taken away, filled where there is no network, brought back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consuno.core import sheets
from consuno.core.answer_sheets import RowsError
from consuno.core.downloads import attachment
from consuno.core.middleware import person
from consuno.directory.models import Body
from consuno.monitoring import actions, policies, workbook
from consuno.monitoring.forms import WorkbookForm
from consuno.monitoring.models import Cycle
from consuno.monitoring.queries.workbook import tables


def _found(request: HttpRequest, code: str, body: str) -> tuple[Cycle, Body]:
    policies.may_enter(request.user)
    cycle = get_object_or_404(Cycle, code=code)
    return cycle, get_object_or_404(Body, code=body)


def bring(request: HttpRequest, code: str, body: str) -> HttpResponse:
    """What to do, and the sheet back: all its rows are kept, or none and each says why."""
    by = person(request)
    cycle, institution = _found(request, code, body)
    policies.may_report_for(by, institution)
    posted = request.method == "POST"
    form = WorkbookForm(*(request.POST, request.FILES) if posted else ())
    context: dict[str, Any] = {"cycle": cycle, "body": institution, "form": form}
    context["may_send"] = policies.sends_for(by, institution)
    if request.method == "POST" and form.is_valid():
        try:
            rows = workbook.parse(sheets.read_upload(form.cleaned_data["file"]))
            done = actions.bring_reports(
                cycle=cycle, body=institution, rows=rows, send="send" in request.POST, by=by
            )
        except sheets.SheetError as error:
            form.add_error("file", str(error))
        except RowsError:
            context["rows"] = rows
        else:
            if done:
                messages.success(request, _said(len(done), sent="send" in request.POST))
                return redirect(f"{cycle.get_absolute_url()}?cuerpo={institution.code}")
            form.add_error("file", _("No trae nada: ninguna fila de la hoja está llena."))
    return render(request, "monitoring/workbook.html", context)


def _said(count: int, *, sent: bool) -> str:
    if sent:
        return ngettext("%(n)s informe enviado.", "%(n)s informes enviados.", count) % {"n": count}
    words = ngettext(
        "%(n)s informe guardado sin enviar.", "%(n)s informes guardados sin enviar.", count
    )
    return words % {"n": count}


def template(request: HttpRequest, code: str, body: str) -> HttpResponse:
    """The sheet to fill, with what was said last."""
    by = person(request)
    cycle, institution = _found(request, code, body)
    policies.may_report_for(by, institution)
    content = sheets.write(tables(cycle, institution, (_("Informes"), _("Hitos"))))
    name = f"consuno-{cycle.code}-{institution.code.replace(':', '-')}.xlsx"
    return attachment(content, name, kind=sheets.XLSX)
