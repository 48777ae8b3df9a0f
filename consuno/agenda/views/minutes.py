"""Pages of the minutes: the list, a new paper, the paper as it came."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consuno.agenda import actions, policies
from consuno.agenda.forms import MinutesForm
from consuno.agenda.models import Minutes
from consuno.agenda.queries.review import papers as papers_of
from consuno.core.middleware import person, resumable
from consuno.core.pages import page_of
from consuno.directory.models import Body
from consuno.directory.standing import secretariat_of


def my_secretariat(request: HttpRequest) -> Body:
    """The Secretariat this person works for; raises Denied when none."""
    policies.may_work_as_secretariat(request.user)
    body = secretariat_of(request.user)
    assert body is not None  # noqa: S101 - the policy said so
    return body


def papers(request: HttpRequest) -> HttpResponse:
    """Papers taken in, and what waits in each."""
    body = my_secretariat(request)
    page = page_of(papers_of(body=body), request.GET.get("pagina"))
    return render(request, "agenda/minutes_list.html", {"page": page})


@resumable
def record(request: HttpRequest) -> HttpResponse:
    """Paste or upload a paper; what was found is reviewed next."""
    my_secretariat(request)
    form = MinutesForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        minutes = actions.record_minutes(by=person(request), **_fields(form.cleaned_data))
        found = minutes.candidates.count()
        if found:
            messages.success(request, _("Se encontraron %d elementos. Revíselos.") % found)
        else:
            messages.warning(
                request, _("No se encontró ningún acuerdo. Señale usted las líneas que lo sean.")
            )
        return redirect(minutes)
    return render(request, "agenda/minutes_record.html", {"form": form})


def _fields(data: dict[str, Any]) -> dict[str, Any]:
    fields = {name: data[name] for name in ("paper", "title", "place", "starts", "public")}
    return {**fields, "ends": data["ends"] or data["starts"]}


def original(request: HttpRequest, pk: int) -> HttpResponse:
    """The file as it came. Never shown in the browser: a file is hostile until read."""
    my_secretariat(request)
    minutes = get_object_or_404(Minutes, pk=pk)
    response = HttpResponse(bytes(minutes.content), content_type="application/octet-stream")
    name = minutes.file_name or f"acta-{minutes.meeting.slug}.txt"
    response.headers["Content-Disposition"] = f'attachment; filename="{_safe(name)}"'
    return response


def _safe(name: str) -> str:
    """Leave nothing in a file name that could end the header."""
    return "".join(char for char in name if char.isascii() and (char.isalnum() or char in "._- "))


@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a paper back."""
    minutes = get_object_or_404(Minutes, pk=pk)
    actions.withdraw_minutes(minutes=minutes, by=person(request))
    messages.success(request, _("El acta fue retirada. Nada de ella entró en la agenda."))
    return redirect("agenda:papers")
