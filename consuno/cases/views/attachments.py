"""Files of a report: added by whoever reports, taken down by whoever may read it."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from consuno.cases import actions, policies, queries
from consuno.cases.models import Attachment, Complaint, Recipient
from consuno.cases.views.complaint import with_receipt
from consuno.core import counters, limits
from consuno.core.acting import attempt
from consuno.core.csrf import ours
from consuno.core.middleware import person
from consuno.core.policy import Denied
from consuno.core.scrubbing import scrubbed
from consuno.core.vault import files, sections
from consuno.core.vault.files import SealedUpload, SealingUploadHandler
from consuno.core.vault.locks import Opened
from consuno.core.vault.receipts import Receipt
from consuno.directory.views.vault import with_vault

#: Bytes of the largest file of which a clean copy is made.
CLEANED = 10 * 1024 * 1024


#: Megabytes in an hour of one receipt, of one network, and of those who share this server's own address.
BY_RECEIPT, BY_NETWORK, SHARED = 300, 600, 3000
HOUR = 3600


@csrf_exempt  # looked at within: a form's files are sealed from their first byte, before it is read
@with_receipt
def add(request: HttpRequest, held: Receipt, found: Complaint) -> HttpResponse:
    """Add a file. Whatever comes of it, no piece stays of one that the report does not hold."""
    if request.method != "POST":
        return _add(request, held, found, refusal="")
    handler = SealingUploadHandler(
        request,
        admits=lambda fields: ours(request, fields),
        too_much=lambda: _too_much(request, held),
    )
    try:
        files.parse(request, handler)
        return _add(request, held, found, refusal=handler.refusal)
    finally:
        handler.forget_unclaimed()


def _too_much(request: HttpRequest, held: Receipt) -> str:
    """Why not one megabyte more, if so: by receipt, then by network."""
    mine = counters.count("megabyte", held.lookup, seconds=HOUR)
    over = mine if mine.number > BY_RECEIPT else None
    over = over or limits.too_many(request, "megabyte", each=BY_NETWORK, shared=SHARED)
    return (
        _("Llegaron muchos archivos en poco tiempo. Los de antes sí están.") + " " + over.wait
        if over
        else ""
    )


@csrf_protect
def _add(request: HttpRequest, held: Receipt, found: Complaint, *, refusal: str) -> HttpResponse:
    if request.method == "POST" and not refusal:
        given = request.FILES.get("file")
        if not isinstance(given, SealedUpload):
            refusal = _("Elija antes un archivo.")
        else:
            done = attempt(actions.add_file, upload=given, by=held)
            if done:
                return redirect("cases:add_file")
            refusal = done.refusal
    context = {"complaint": found, "refusal": refusal, "enclosed": queries.enclosed(found, held)}
    return render(request, "cases/files.html", context, status=400 if refusal else 200)


def _answer(name: str, content: Iterable[bytes]) -> HttpResponseBase:
    """A file to keep, never shown in the page of this site."""
    answer = StreamingHttpResponse(content, content_type="application/octet-stream")
    answer.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    answer.headers["Cache-Control"] = "no-store, private"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return answer


@with_vault
def take(request: HttpRequest, opened: Opened, name: str, file: str) -> HttpResponseBase:
    """A copy without hidden data; or, where asked for, the original as it came."""
    by = person(request)
    recipient = get_object_or_404(Recipient.objects.select_related("body", "complaint"), name=name)
    policies.may_handle(by, recipient)
    found = get_object_or_404(
        Attachment.objects.select_related("section"), name=file, complaint=recipient.complaint
    )
    try:
        label = queries.open_attachment(recipient, found, opened, reader=by)
    except sections.NoGrantError as error:
        raise Denied(_("Ese archivo no se confió a su organización.")) from error
    if request.GET.get("original") == "1":
        return _answer(label.name, files.pieces(label))
    if label.size <= CLEANED:
        clean, done = scrubbed(b"".join(files.pieces(label)))
        if done:
            return _answer(f"limpia-{label.name}", [clean])
    messages.error(
        request, _("No se pudo limpiar: solo se puede bajar el original, con sus datos ocultos.")
    )
    return redirect("cases:handle", name=name)
