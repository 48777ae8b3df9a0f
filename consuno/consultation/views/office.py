"""The Secretariats' page: what to decide on, and what falls due, in all the texts."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from consuno.consultation import policies
from consuno.consultation.queries import office as queries
from consuno.core.pages import page_of


def office(request: HttpRequest) -> HttpResponse:
    """The work list, the calendar and the texts that go on."""
    policies.may_see_office(request.user)
    texts = queries.going_on()
    page = page_of(queries.to_decide(texts), request.GET.get("pagina"))
    context = {"page": page, "timeline": queries.timeline(texts), "texts": texts}
    return render(request, "consultation/office.html", context)
