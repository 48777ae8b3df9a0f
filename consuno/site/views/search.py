"""Search over everything a reader may see."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from consuno.agenda.models import Theme
from consuno.core import search
from consuno.core.pages import page_of
from consuno.directory.models import Country
from consuno.directory.standing import memberships


def found(request: HttpRequest) -> HttpResponse:
    """What has these words, in both languages, narrowed by kind, country, theme and year."""
    given = {
        name: request.GET.get(name, "").replace("\x00", "")[:most]
        for name, most in (("q", 200), ("tipo", 20), ("pais", 2), ("tema", 30), ("anio", 4))
    }
    wanted = search.Wanted(
        given["q"],
        kind=given["tipo"],
        country=given["pais"],
        theme=given["tema"],
        year=given["anio"],
    )
    answer = search.find(wanted, members=bool(memberships(request.user)))
    labels = {
        "kind": {name: str(kind.label) for name, kind in search.kinds().items()},
        "country": {each.code: str(each) for each in Country.objects.all()},
        "theme": {each.slug: str(each) for each in Theme.objects.all()},
        "year": {},
    }
    names = (("kind", "tipo"), ("country", "pais"), ("theme", "tema"), ("year", "anio"))
    facets = [
        (parameter, [(v, labels[name].get(v, v), n) for v, n in answer.facets.get(name, [])])
        for name, parameter in names
    ]
    page = page_of(answer.results, request.GET.get("pagina"))
    context = {
        "given": given, "answer": answer, "page": page, "facets": facets,
        "rows": [(each, labels["kind"].get(each.entry.kind, "")) for each in page],
    }  # fmt: skip
    return render(request, "site/search.html", context)
