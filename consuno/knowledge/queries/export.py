"""What leaves the library as files: the columns of each table, and its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from consuno.core.tables import Column
from consuno.directory.models import Country
from consuno.knowledge.elements import Element
from consuno.knowledge.entries import Kind
from consuno.knowledge.models import Adoption, Entry, Instrument, Provision
from consuno.knowledge.queries.instruments import adoptions
from consuno.knowledge.queries.law import Row

#: An element of the law in a country; an instrument in a country. None: not known, and said so.
Cell = tuple[Element, Country, Provision | None]
Answer = tuple[Instrument, Country, Adoption | None]


def _known(
    key: str, head: str | Promise, words: Callable[[Any], Any], unknown: str | Promise = ""
) -> Column[Any]:
    """A column of what is known of a pair, or what stands where nothing is."""
    return Column(key, lambda row: str(unknown) if row[2] is None else words(row[2]), head)


def _pair(key: str, head: str | Promise) -> tuple[Column[Any], Column[Any]]:
    return (
        Column(key, lambda row: str(row[0]), head, 40),
        Column("country", lambda row: str(row[1]), _("País")),
    )


LAW: tuple[Column[Cell], ...] = (
    *_pair("element", _("Elemento")),
    _known("answer", _("Respuesta"), lambda cell: cell.answer, _("no se sabe")),
    _known("law", _("Ley"), lambda cell: cell.law),
    _known("article", _("Artículo"), lambda cell: cell.article),
    _known("text", _("Qué dice"), lambda cell: str(cell.text)),
    _known("look", _("Estado"), lambda cell: str(cell.look.label)),
    _known("source", _("Fuente"), lambda cell: cell.source),
    _known("as_of", _("Fecha"), lambda cell: cell.as_of),
    _known("validated_on", _("Validado"), lambda cell: cell.validated_on),
    _known("valid_until", _("Vale hasta"), lambda cell: cell.valid_until),
)
INSTRUMENTS: tuple[Column[Answer], ...] = (
    *_pair("instrument", _("Instrumento")),
    _known("state", _("Respuesta"), lambda fact: fact.get_state_display(), _("no se sabe")),
    _known("law", _("Norma"), lambda fact: fact.law),
    _known("since", _("Desde"), lambda fact: fact.since),
    _known("look", _("Estado"), lambda fact: str(fact.look.label)),
    _known("source", _("Fuente"), lambda fact: fact.source),
    _known("as_of", _("Fecha"), lambda fact: fact.as_of),
)


def law_cells(rows: Iterable[Row]) -> Iterator[Cell]:
    """Every cell of the matrix, element by element."""
    return ((row.element, country, cell) for row in rows for country, cell in row.cells)


def instrument_answers() -> Iterator[Answer]:
    """Every instrument in every country, known or not. Three queries."""
    known = {(each.instrument_id, each.country_id): each for each in adoptions()}
    countries = list(Country.objects.all())
    for instrument in Instrument.objects.all():
        for country in countries:
            yield instrument, country, known.get((instrument.pk, country.code))


def entry_columns(kind: Kind) -> list[Column[Entry]]:
    """The columns of a kind of entries, one for each of its parts."""
    return [
        Column("country", lambda each: str(each.country or _now("Regional")), _("País")),
        Column("title", str, _("Título"), 40),
        *(
            Column(part.slug, _telling(at), str(part.name), 40)
            for at, part in enumerate(kind.parts)
        ),
        Column("look", lambda each: str(each.look.label), _("Estado")),
        Column("source", lambda each: each.source, _("Fuente")),
        Column("as_of", lambda each: each.as_of, _("Fecha")),
    ]


def _telling(place: int) -> Callable[[Entry], str]:
    return lambda each: str(each.told[place][1])
