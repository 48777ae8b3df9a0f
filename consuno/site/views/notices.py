"""One's own notices."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consuno.core import notices as core
from consuno.core.accounts import choose_digest
from consuno.core.middleware import person
from consuno.core.models import Notice
from consuno.core.pages import page_of
from consuno.core.text import whole_number


def notices(request: HttpRequest) -> HttpResponse:
    """What happened, the newest first, the unread marked."""
    reader = person(request)
    page = page_of(Notice.objects.filter(user=reader), request.GET.get("pagina"))
    context = {"page": page, "lines": core.lines(page, reader)}
    return render(request, "site/notices.html", context)


@require_POST
def read(request: HttpRequest) -> HttpResponse:
    """Mark one read and go where it leads, or mark all."""
    reader = person(request)
    which = request.POST.get("which", "")
    if (number := whole_number(which)) is None:
        core.mark_read(by=reader)
        return redirect("site:notices")
    found = get_object_or_404(Notice, pk=number, user=reader)
    core.mark_read(by=reader, only=found.pk)
    ((_found, line),) = core.lines([found], reader)
    return redirect(line.path if line else "site:notices")


@require_POST
def digest(request: HttpRequest) -> HttpResponse:
    """Choose how often a letter says that there are notices."""
    choose_digest(digest=request.POST.get("digest", ""), by=person(request))
    messages.success(request, _("Guardado."))
    return redirect("site:account")
