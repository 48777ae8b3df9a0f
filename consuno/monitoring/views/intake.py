"""A follow-up sheet kept elsewhere until now: brought, its columns told apart, tried, taken in."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consuno.core import sheets
from consuno.core.acting import attempt, submit
from consuno.core.middleware import person
from consuno.core.pages import page_of
from consuno.core.policy import Denied
from consuno.directory.standing import secretariat_of
from consuno.monitoring import actions, policies
from consuno.monitoring import intake as reading
from consuno.monitoring.forms import ColumnsForm, IntakeForm
from consuno.monitoring.models import Intake


def intakes(request: HttpRequest) -> HttpResponse:
    """Bring a sheet; those of one's Secretariat that wait, and those taken in."""
    by = person(request)
    policies.may_work_as_secretariat(by)
    posted = request.method == "POST"
    form = IntakeForm(*(request.POST, request.FILES) if posted else ())
    if posted and form.is_valid():
        try:
            wanted = form.values()
            found = sheets.read(wanted["content"])
            made = actions.begin_intake(sheet=found[0], by=by, **wanted)
        except sheets.SheetError as error:
            form.add_error("file", str(error))
        else:
            if len(found) > 1:
                messages.warning(
                    request,
                    _("El libro tiene varias hojas: se leyó la primera, «%(name)s».")
                    % {"name": made.sheet},
                )
            return redirect(made)
    mine = Intake.objects.filter(secretariat=secretariat_of(by)).defer("rows", "content")
    context = {"form": form, "intakes": mine.select_related("minutes")[:50]}
    return render(request, "monitoring/intakes.html", context)


def _found(request: HttpRequest, pk: int) -> Intake:
    policies.may_work_as_secretariat(request.user)
    found = get_object_or_404(
        Intake.objects.select_related("secretariat", "minutes__meeting"), pk=pk
    )
    if not found.minutes_id:
        policies.may_take_in(request.user, found)
    return found


def intake(request: HttpRequest, pk: int) -> HttpResponse:
    """Its columns, and row by row what would come of it."""
    found = _found(request, pk)
    if found.minutes is not None:
        return redirect(found.minutes)
    return _page(request, found, ColumnsForm(found))


def _page(request: HttpRequest, found: Intake, form: Any, problem: str = "") -> HttpResponse:
    rows = (
        reading.read(found.rows, found.head, found.columns) if "statement" in found.columns else []
    )
    wrong = [row for row in rows if row.problems]
    context = {
        "intake": found, "form": form, "problem": problem, "total": len(rows), "wrong": len(wrong),
        # What is wrong stands first: it is what people came to mend.
        "page": page_of(wrong + [row for row in rows if not row.problems], request.GET.get("pagina")),
        "telling": sum(row.tells for row in rows),
    }  # fmt: skip
    return render(request, "monitoring/intake.html", context)


@require_POST
def choose(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose the columns, and try."""
    found = _found(request, pk)
    policies.may_take_in(request.user, found)
    form = ColumnsForm(found, request.POST)
    done = submit(form, actions.choose_columns, intake=found, by=person(request))
    return redirect(found) if done else _page(request, found, form, done.refusal)


@require_POST
def take_in(request: HttpRequest, pk: int) -> HttpResponse:
    """All rows become candidates, or none."""
    found = _found(request, pk)
    done = attempt(actions.take_in, intake=found, by=person(request))
    if not done:
        if found.minutes_id:
            raise Denied(done.refusal)
        return _page(request, found, ColumnsForm(found), done.refusal)
    messages.success(
        request, _("Traída. Cada fila espera que ambas Secretarías la confirmen, como en un acta.")
    )
    return redirect(done.result)


@require_POST
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw the sheet away."""
    actions.discard_intake(intake=_found(request, pk), by=person(request))
    messages.success(request, _("La hoja se descartó: no quedó nada de ella."))
    return redirect("monitoring:intakes")
