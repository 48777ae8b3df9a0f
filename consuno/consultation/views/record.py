"""What everybody reads: the texts that were agreed, and how each was."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from consuno.consultation.queries import record as queries
from consuno.core.downloads import attachment
from consuno.core.pages import page_of


def adopted(request: HttpRequest) -> HttpResponse:
    """How a text comes to be agreed, and those that were."""
    page = page_of(queries.adopted(), request.GET.get("pagina"))
    return render(request, "consultation/adopted.html", {"page": page})


def record(request: HttpRequest, pk: int) -> HttpResponse:
    """The record of one: positions, observations and what was decided on each. Certified ones only."""
    found = get_object_or_404(queries.adopted(), version__proposal=pk)
    context = {
        "files": found.version.artefacts.defer("content"), "adopted": found,
        "proposal": found.version.proposal, "record": queries.record_of(found),
    }  # fmt: skip
    return render(request, "consultation/record.html", context)


def adopted_file(request: HttpRequest, pk: int, file: int) -> HttpResponse:
    """A file that was adopted with the text. Never shown in the browser."""
    adoption = get_object_or_404(queries.adopted(), version__proposal=pk)
    found = get_object_or_404(adoption.version.artefacts, pk=file)
    return attachment(bytes(found.content), found.file_name, otherwise=f"archivo-{found.pk}")
