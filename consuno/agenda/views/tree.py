"""The agenda as a tree of themes and populations."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from consuno.agenda.queries import tree as queries
from consuno.agenda.queries.commitment import hydrated
from consuno.core.pages import page_of

PER_PAGE = 50


def tree(request: HttpRequest) -> HttpResponse:
    """All themes and populations with what they hold; the branch asked for, open."""
    theme = _word(request, "tema")
    population = _word(request, "poblacion")
    limbs = queries.tree(reader=request.user)
    context: dict[str, object] = {"limbs": limbs, "theme": theme, "population": population}
    if theme or population:
        keys = queries.of_branch(theme, population, reader=request.user).values_list(
            "pk", flat=True
        )
        page = page_of(keys, request.GET.get("pagina"), per_page=PER_PAGE, fetch=hydrated)
        context |= {"page": page, "rows": queries.indented(list(page))}
    return render(request, "agenda/tree.html", context)


def _word(request: HttpRequest, name: str) -> str:
    return request.GET.get(name, "").replace("\x00", "")[:50]
