"""The finder, a service, its card: for everybody, without an account."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from consuno.core.areas import area, areas
from consuno.core.pages import page_of
from consuno.core.policy import allowed
from consuno.core.vocabularies import Word, words
from consuno.directory.models import Country
from consuno.services import policies
from consuno.services.models import Service
from consuno.services.queries.finder import AGES, Wanted, find, lines, ruled_out
from consuno.services.queries.services import seen, services


def _wanted(request: HttpRequest, countries: list[Country]) -> Wanted:
    """What the address says, as far as it is known; anything else is as if it were not said."""
    given = request.GET
    country = given.get("pais", "")
    country = country if country in {each.code for each in countries} else ""
    place = area(given.get("zona", "")[:6]) if country else None

    def word(name: str, known: Any) -> str:
        value = given.get(name, "")
        return value if value in known else ""

    return Wanted(
        need=word("necesidad", words("needs")), country=country,
        area=place.code if place and place.country == country else "",
        age=word("edad", AGES), sex=word("sexo", ("women", "men")),
        language=word("idioma", words("languages")),
        population=word("grupo", words("populations")),
        no_status=given.get("situacion") == "no", no_cost=given.get("gratis") == "1",
    )  # fmt: skip


def _ages() -> list[tuple[str, str]]:
    years, more = _("años"), _("y más")
    return [(key, f"{key} {years}" if "-" in key else f"{key} {more} {years}") for key in AGES]


def finder(request: HttpRequest) -> HttpResponse:
    """What helps, by need, place and profile; and what there is that does not fit, with why."""
    countries = list(Country.objects.all())
    wanted = _wanted(request, countries)
    context: dict[str, Any] = {
        "keeps": allowed(policies.may_enter, request.user),
        "wanted": wanted, "countries": countries, "areas": areas(wanted.country),
        "needs": words("needs").values(), "languages": words("languages").values(),
        "populations": words("populations").values(), "ages": _ages(),
    }  # fmt: skip
    if wanted.asked:
        # All keys at once: to count them is to find them, and most are in one country.
        keys = list(find(wanted, request.user).values_list("pk", flat=True))
        page = page_of(keys, request.GET.get("pagina"), fetch=lines)
        context |= {
            "page": page,
            "rows": [{"service": each, "area": area(each.area)} for each in page],
        }
        if page.number == 1:
            context["ruled"] = ruled_out(wanted, request.user)
    return render(request, "services/finder.html", context)


def _row(found: Service) -> dict[str, Any]:
    return {"service": found, "area": area(found.area), **_words(found)}


def _words(found: Service) -> dict[str, list[Word]]:
    return {
        name: [words(name)[slug] for slug in found.slugs(name) if slug in words(name)]
        for name in policies.LISTS[:3]
    }


def _found(request: HttpRequest, uid: UUID) -> Service:
    found = seen(services(), request.user).filter(uid=uid).first()
    if found is None:
        raise Http404
    return found


def service(request: HttpRequest, uid: UUID) -> HttpResponse:
    """All that is known of a service."""
    found = _found(request, uid)
    context = _row(found) | {
        "served": [each for each in map(area, found.slugs("areas")) if each],
        "keeps": allowed(policies.may_keep_service, request.user, found.body),
        "confirms": allowed(policies.may_confirm, request.user, found.body),
        "statuses": Service.Status.choices,
    }
    return render(request, "services/service.html", context)


def card(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A card to print and hand over: what to bring and whom to call, in the reader's language."""
    return render(request, "services/card.html", _row(_found(request, uid)))
