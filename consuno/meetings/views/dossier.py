"""The dossier of a meeting."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consuno.core.downloads import attachment
from consuno.core.middleware import person
from consuno.core.policy import allowed
from consuno.meetings import actions, policies
from consuno.meetings.models import Dossier, DossierFile
from consuno.meetings.views.sittings import found_for

KINDS = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
#: Makings that stay in sight.
SHOWN = 10


def dossier(request: HttpRequest, slug: str) -> HttpResponse:
    """Those that were made, and how far the one is that is being made."""
    found = found_for(request, slug)
    policies.may_read_dossier(request.user, found)
    made = list(found.dossiers.all()[:SHOWN])
    files = DossierFile.objects.filter(dossier__in=made).defer("content")
    rows = [(each, [file for file in files if file.dossier_id == each.pk]) for each in made]
    total = len(Dossier.WANTED)
    context = {
        "sitting": found, "rows": rows, "total": total,
        "being_made": bool(rows) and len(rows[0][1]) < total,
        "makes": allowed(policies.may_make_dossier, request.user, found),
    }  # fmt: skip
    return render(request, "meetings/dossier.html", context)


@require_POST
def make(request: HttpRequest, slug: str) -> HttpResponse:
    """Have it made."""
    found = found_for(request, slug)
    actions.make_dossier(sitting=found, by=person(request))
    messages.success(
        request, _("Se está preparando, en ambas lenguas. Puede seguir con otra cosa.")
    )
    return redirect("meetings:dossier", slug=slug)


def file(request: HttpRequest, pk: int) -> HttpResponse:
    """One file of it."""
    found = get_object_or_404(DossierFile.objects.select_related("dossier__sitting"), pk=pk)
    sitting = found.dossier.sitting
    policies.may_read_dossier(request.user, sitting)
    name = f"expediente-{sitting.slug}-{found.language}.{found.kind}"
    return attachment(bytes(found.content), name, kind=KINDS[found.kind])
