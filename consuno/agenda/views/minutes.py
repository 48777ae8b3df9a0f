"""Pages of the minutes: the list, a new paper, the paper as it came."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from consuno.agenda import actions, policies
from consuno.agenda.forms import CorrectedForm, MinutesForm
from consuno.agenda.models import Minutes, PaperVersion
from consuno.agenda.queries.review import papers as papers_of
from consuno.core.acting import submit
from consuno.core.downloads import attachment
from consuno.core.interrupted_forms import resumable
from consuno.core.middleware import person
from consuno.core.pages import page_of
from consuno.directory.models import Body


def my_secretariat(request: HttpRequest) -> Body:
    """The Secretariat this person works for; raises Denied when none."""
    return policies.may_work_as_secretariat(request.user)


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
    done = submit(form, actions.record_minutes, by=person(request))
    if done:
        minutes = done.result
        found = minutes.candidates.count()
        if minutes.being_read:
            messages.success(
                request, _("El acta es un escaneado: se está leyendo página por página.")
            )
        elif found:
            told = ngettext(
                "Se encontró %d elemento. Revíselo.",
                "Se encontraron %d elementos. Revíselos.",
                found,
            )
            messages.success(request, told % found)
        else:
            messages.warning(
                request, _("No se encontró ningún acuerdo. Señale usted las líneas que lo sean.")
            )
        return redirect(minutes)
    return render(request, "agenda/minutes_record.html", {"form": form})


@resumable
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """Bring the corrected text of a paper; what did not change keeps its review."""
    my_secretariat(request)
    found = Minutes.objects.select_related("meeting").defer("content")
    minutes = get_object_or_404(found, pk=pk, withdrawn_at=None)
    form = CorrectedForm(request.POST or None, request.FILES or None)
    done = submit(form, actions.correct_minutes, minutes=minutes, by=person(request))
    if done:
        messages.success(request, _told(done.result))
        return redirect(minutes)
    return render(request, "agenda/minutes_correct.html", {"form": form, "minutes": minutes})


def _told(done: actions.Correction) -> str:
    return _(
        "Texto corregido. Conservan su revisión: %(kept)d. Dicen otra cosa: %(changed)d. Nuevos: %(new)d. Ya no "
        "están: %(gone)d."
    ) % {
        "kept": len(done.kept), "changed": len(done.changed),
        "new": len(done.new), "gone": len(done.gone),
    }  # fmt: skip


def original(request: HttpRequest, pk: int) -> HttpResponse:
    """The file as it came."""
    my_secretariat(request)
    return _download(get_object_or_404(Minutes, pk=pk), "acta")


def earlier(request: HttpRequest, pk: int, version: int) -> HttpResponse:
    """The file as it came before its text was corrected."""
    my_secretariat(request)
    return _download(get_object_or_404(PaperVersion, minutes=pk, pk=version), "acta-anterior")


def _download(paper: Minutes | PaperVersion, stem: str) -> HttpResponse:
    name = paper.file_name or f"{stem}-{paper.pk}.txt"
    return attachment(bytes(paper.content), name)


@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a paper back."""
    minutes = get_object_or_404(Minutes, pk=pk)
    actions.withdraw_minutes(minutes=minutes, by=person(request))
    messages.success(request, _("El acta fue retirada. Nada de ella entró en la agenda."))
    return redirect("agenda:papers")
