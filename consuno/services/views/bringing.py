"""Bring a table of services, and take one away."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consuno.core import sheets, tables
from consuno.core.acting import attempt
from consuno.core.middleware import person
from consuno.core.text import whole_number
from consuno.directory.models import Body
from consuno.services import actions, foreign, policies
from consuno.services.columns import COLUMNS, EXPORT, HeadsError, cells_of
from consuno.services.forms import BringForm
from consuno.services.models import Bringing
from consuno.services.queries import hsds
from consuno.services.queries.bringing import examine
from consuno.services.queries.services import services_of
from consuno.services.queries.table import cells


def _body(request: HttpRequest) -> Body:
    found = Body.objects.select_related("country")
    return get_object_or_404(found, code=request.GET.get("de", "").replace("\x00", ""))


def start(request: HttpRequest) -> HttpResponse:
    """Choose the file; it is read, and nothing is written yet."""
    by = person(request)
    body = _body(request)
    policies.may_bring(by, body)
    posted = request.method == "POST"
    form = BringForm(*(request.POST, request.FILES) if posted else ())
    if posted and form.is_valid():
        try:
            rows, notes = _read(form.cleaned_data["file"], form.cleaned_data["need"], body)
            name = (form.cleaned_data["file"].name or "")[-200:]
            made = actions.begin_bringing(body=body, file_name=name, rows=rows, notes=notes, by=by)
        except (sheets.SheetError, HeadsError, foreign.ForeignError) as error:
            form.add_error("file", str(error))
        else:
            return redirect(made)
    waiting = Bringing.objects.filter(body=body, done_at=None).defer("rows")[:20]
    context = {"form": form, "body": body, "waiting": waiting, "columns": COLUMNS}
    return render(request, "services/bring.html", context)


def _read(upload: object, need: str, body: Body) -> tuple[list[dict[str, str]], list[str]]:
    """Rows and notes of a file: JSON where it looks like it, else a sheet."""
    content = upload.read()  # type: ignore[attr-defined]
    if content.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] in (b"{", b"["):
        rows, notes = [], []
        for number, each in enumerate(foreign.objects_of(content), start=2):
            cells, said = foreign.cells_of(each, need, body.country_id or "")
            rows.append(cells)
            notes += [_("Fila %(n)s: %(said)s.") % {"n": number, "said": words} for words in said]
        return rows, notes
    rows = cells_of(sheets.read(content)[0].rows)
    for row in rows:
        row["sirve_para"] = row.get("sirve_para") or need
    return [row for row in rows if any(row.values())], []


def bringing(request: HttpRequest, pk: int) -> HttpResponse:
    """What bringing it would do, row by row."""
    by = person(request)
    policies.may_enter(by)
    found = get_object_or_404(Bringing.objects.select_related("body__country"), pk=pk)
    policies.may_bring(by, found.body)
    problem = ""
    if request.method == "POST":
        given = [whole_number(each) for each in request.POST.getlist("leave")[:5000]]
        numbers = [each for each in given if each is not None]
        done = attempt(actions.bring, bringing=found, leave_out=numbers, by=by)
        if done:
            said = _("Traídos: %(made)s nuevos, %(changed)s con cambios.")
            many = {"made": done.result.made, "changed": done.result.changed}
            messages.success(request, said % many)
            return redirect("services:mine")
        problem = done.refusal
    context = {"bringing": found, "examined": examine(found, by), "problem": problem}
    return render(request, "services/bringing.html", context)


@require_POST
def throw_away(request: HttpRequest, pk: int) -> HttpResponse:
    """Forget it."""
    by = person(request)
    policies.may_enter(by)
    found = get_object_or_404(Bringing.objects.select_related("body"), pk=pk)
    actions.throw_away(bringing=found, by=by)
    messages.success(request, _("Olvidado: no se trajo nada."))
    return redirect("services:mine")


def export(request: HttpRequest) -> HttpResponseBase:
    """The services of a body as CSV or as HSDS, in the columns that come back in."""
    by = person(request)
    body = _body(request)
    policies.may_bring(by, body)
    found = services_of(body)
    if request.GET.get("forma") == "json":
        return JsonResponse([hsds.full(each) for each in found], safe=False)
    return tables.file("csv", tables.Table("servicios", "", EXPORT), map(cells, found))
