"""Observing in a spreadsheet: taken away, filled where there is no network, brought back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consuno.consultation import actions, offline, policies
from consuno.consultation.forms import MatrixForm
from consuno.consultation.printing import filled_by_hand
from consuno.consultation.queries.offline import matrix
from consuno.consultation.views.observations import observers
from consuno.consultation.views.rounds import round_of
from consuno.consultation.views.texts import WORD
from consuno.core import sheets
from consuno.core.answer_sheets import RowsError
from consuno.core.downloads import attachment
from consuno.core.middleware import person


def bring(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """What to do, and the sheet back: all its rows are kept, or none and each says why."""
    by = person(request)
    found = round_of(request, pk, number)
    bodies, letter = observers(request, found)
    if not bodies:
        policies.may_observe(by, found, None)
    policies.must_be_open(found)
    given = (request.POST, request.FILES) if request.method == "POST" else ()
    form = MatrixForm(bodies, *given, by_letter=letter)
    context: dict[str, Any] = {
        "round": found, "version": found.version, "proposal": found.version.proposal, "form": form,
        "letter": letter,
    }  # fmt: skip
    if request.method == "POST" and form.is_valid():
        data, rows = form.cleaned_data, []
        try:
            rows = offline.parse(sheets.read_upload(data["file"], documents=True), found.pk)
            many = actions.bring_observations(
                round=found, body=data["body"], rows=rows, submit="submit" in request.POST, by=by,
                instrument=data.get("instrument", ""),
            )  # fmt: skip
        except sheets.SheetError as error:
            form.add_error("file", str(error))
        except RowsError:
            context["rows"] = rows
        else:
            if many:
                messages.success(request, ngettext(
                    "%(n)s observación guardada.", "%(n)s observaciones guardadas.", many
                ) % {"n": many})  # fmt: skip
                return redirect(found)
            form.add_error("file", _("No trae nada: ninguna fila de la hoja está llena."))
    return render(request, "consultation/matrix.html", context)


def template(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """The matrix to fill, as a spreadsheet or as a text document."""
    found = round_of(request, pk, number)
    if request.GET.get("como") == "docx":
        content = filled_by_hand(str(found.version), matrix(found))
        return attachment(content, f"observaciones-{pk}-{number}.docx", kind=WORD)
    return attachment(
        sheets.write([matrix(found)]), f"observaciones-{pk}-{number}.xlsx", kind=sheets.XLSX
    )
