"""Documents of a meeting."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consuno.core.acting import submit
from consuno.core.downloads import attachment
from consuno.core.middleware import person
from consuno.meetings import actions, policies
from consuno.meetings.forms import DocumentForm
from consuno.meetings.models import Document
from consuno.meetings.views.sittings import found_for


def add(request: HttpRequest, slug: str) -> HttpResponse:
    """Put a document beside a meeting."""
    by = person(request)
    found = found_for(request, slug)
    policies.may_add_document(by, found)
    posted = request.method == "POST"
    form = DocumentForm(*(request.POST, request.FILES) if posted else ())
    done = submit(form, actions.add_document, sitting=found, by=by)
    if done:
        messages.success(request, _("El documento quedó junto a la reunión."))
        return redirect(found)
    return render(request, "meetings/document_add.html", {"form": form, "sitting": found})


def document(request: HttpRequest, pk: int) -> HttpResponse:
    """The file as it came. Never shown in the browser: a file is hostile."""
    found = get_object_or_404(Document.objects.select_related("sitting"), pk=pk)
    policies.may_read_agenda(request.user, found.sitting)
    if found.content is None:
        return redirect(found.sitting)
    return attachment(bytes(found.content), found.file_name, otherwise=f"documento-{found.pk}")


@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a document away."""
    by = person(request)
    found = get_object_or_404(Document.objects.select_related("sitting", "body"), pk=pk)
    actions.remove_document(document=found, by=by)
    messages.success(request, _("El documento se quitó."))
    return redirect(found.sitting)
