"""Instruments with their versions and what the countries did with them."""

from __future__ import annotations

from django.db.models import Count, Prefetch, Q, QuerySet

from consuno.directory.models import Country
from consuno.knowledge.models import Adoption, Edition, EditionText, Instrument


def instruments() -> QuerySet[Instrument]:
    """All of them with their versions and how many countries have them. Three queries.

    `adopters` counts countries that are party, adopted it or have it in a norm.
    """
    has = (Adoption.State.PARTY, Adoption.State.ADOPTED, Adoption.State.IN_LAW)
    found = Instrument.objects.prefetch_related(Prefetch("editions", _editions()))
    standing = Q(adoptions__ended_on=None, adoptions__state__in=has)
    return found.annotate(adopters=Count("adoptions", filter=standing)).order_by("scope", "pk")


def _editions() -> QuerySet[Edition]:
    texts = EditionText.objects.defer("content")
    return Edition.objects.select_related("validated_by", "instrument").prefetch_related(
        Prefetch("texts", texts)
    )


def editions() -> QuerySet[Edition]:
    """Versions, as facts."""
    return _editions()


def adoptions() -> QuerySet[Adoption]:
    """What holds, as far as is known."""
    found = Adoption.objects.filter(ended_on=None)
    return found.select_related("instrument", "country", "validated_by")


def by_country(instrument: Instrument) -> list[tuple[Country, Adoption | None]]:
    """Every country in its order with what it did; None: not known. Two queries."""
    found = {each.country_id: each for each in adoptions().filter(instrument=instrument)}
    return [(country, found.get(country.code)) for country in Country.objects.all()]
