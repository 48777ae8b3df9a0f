"""Who is competent: for each matter of the vocabulary and each country."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import QuerySet

from consuno.core.vocabularies import Word, words
from consuno.directory.models import Country, Jurisdiction


@dataclass(frozen=True, slots=True)
class Row:
    """A matter, and who is competent for it in each country, in the order of the countries."""

    matter: Word
    cells: list[tuple[Country, list[Jurisdiction]]]

    @property
    def known(self) -> list[tuple[Country, list[Jurisdiction]]]:
        """The countries of which something is known."""
        return [cell for cell in self.cells if cell[1]]

    @property
    def unknown(self) -> list[Country]:
        """The countries of which it is not known who is competent."""
        return [country for country, found in self.cells if not found]


def jurisdictions() -> QuerySet[Jurisdiction]:
    """What holds today, with the bodies."""
    found = Jurisdiction.objects.filter(ended_on=None, body__closed_on=None)
    return found.select_related("body__country", "validated_by")


def matrix(*, country: str = "", matter: str = "") -> list[Row]:
    """Every matter by every country; or of one country, or of one matter. Two queries."""
    found = jurisdictions()
    countries = list(Country.objects.filter(code=country) if country else Country.objects.all())
    by_cell: dict[tuple[str, str], list[Jurisdiction]] = defaultdict(list)
    for each in found.filter(body__country__in=countries):
        by_cell[each.matter, str(each.body.country_id)].append(each)
    wanted = [word for slug, word in words("matters").items() if not matter or slug == matter]
    return [
        Row(word, [(one, by_cell[word.slug, one.code]) for one in countries]) for word in wanted
    ]


def competent(country: str, *, matter: str = "", theme: str = "") -> list[Jurisdiction]:
    """Who is competent in a country for a matter, or for any matter of a theme of the agenda."""
    slugs = [
        slug
        for slug, word in words("matters").items()
        if slug == matter or (theme and word.more["theme"] == theme)
    ]
    return list(jurisdictions().filter(body__country_id=country, matter__in=slugs))
