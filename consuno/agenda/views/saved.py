"""Views of the board that a person keeps."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from consuno.agenda import actions
from consuno.agenda.models import SavedFilter
from consuno.agenda.queries import board
from consuno.core.acting import attempt
from consuno.core.middleware import person


@require_POST
def save(request: HttpRequest) -> HttpResponse:
    """Keep the board as it is filtered now."""
    by = person(request)
    # Only what the board itself would write: no address of elsewhere is ever kept.
    query = board.asked(QueryDict(request.POST.get("query", "").lstrip("?"))).but()
    done = attempt(actions.save_filter, name=request.POST.get("name", ""), query=query, by=by)
    if not done:
        messages.error(request, done.refusal)
        return redirect(reverse("agenda:board") + query)
    messages.success(request, _("Guardado como «%s».") % done.result.name)
    return redirect(done.result)


@require_POST
def forget(request: HttpRequest, pk: int) -> HttpResponse:
    """Forget a view."""
    by = person(request)
    actions.forget_filter(saved=get_object_or_404(SavedFilter, pk=pk, user=by), by=by)
    messages.success(request, _("Quitado de sus filtros guardados."))
    return redirect("agenda:board")
