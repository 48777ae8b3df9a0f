"""The board: what is owed, by theme, body, country and deadline."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Exists, F, FilteredRelation, OuterRef, Q, QuerySet

from consuno.agenda.models import Commitment, Instance, Meeting, Party, Population, Theme
from consuno.agenda.queries.commitment import visible
from consuno.agenda.timing import BY_SLUG, SILENT, TIMINGS, UNDATED, Timing
from consuno.core.bilingual import Bilingual
from consuno.core.memo import Keys, remembered
from consuno.core.text import fold
from consuno.directory.models import Body, Country
from consuno.directory.standing import memberships

GROUPS = ("tema", "responsable", "plazo")
WHAT = ("compromisos", "prioridades", "todo")
WORD_LIMIT = 8
#: In the address, items that have no theme, or no population.
NONE = "sin"


@dataclass(frozen=True, slots=True)
class Filters:
    """What the address asks for; words that mean nothing are left out, never an error."""

    what: str = WHAT[0]
    theme: str = ""
    population: str = ""
    body: str = ""
    country: str = ""
    timing: str = ""
    meeting: str = ""
    unowned: bool = False
    q: str = ""
    group: str = GROUPS[0]

    @classmethod
    def read(cls, query: Mapping[str, str]) -> Filters:
        """Read the query string."""

        def get(name: str, default: str) -> str:
            return query.get(name, default).replace("\x00", "")

        return cls(
            what=_one_of(get("que", ""), WHAT) or WHAT[0],
            theme=get("tema", "")[:50],
            population=get("poblacion", "")[:50],
            body=get("cuerpo", "")[:40],
            country=get("pais", "")[:2].upper(),
            timing=_one_of(get("plazo", ""), BY_SLUG),
            meeting=get("reunion", "")[:50],
            unowned=get("responsable", "") == "sin",
            q=get("q", "").strip()[:200],
            group=_one_of(get("agrupar", ""), GROUPS) or GROUPS[0],
        )

    @property
    def asked(self) -> str:
        """What of it an address asked for; nothing for the board as everybody first sees it."""
        return "" if self == Filters() else self.but()

    def but(self, **changes: Any) -> str:
        """Return the query string with some filters changed; "?" when none is left."""
        other = replace(self, **changes)
        pairs = {
            "que": other.what if other.what != WHAT[0] else "",
            "tema": other.theme,
            "poblacion": other.population,
            "cuerpo": other.body,
            "pais": other.country,
            "plazo": other.timing,
            "reunion": other.meeting,
            "responsable": "sin" if other.unowned else "",
            "q": other.q,
            "agrupar": other.group if other.group != GROUPS[0] else "",
        }
        return "?" + urlencode({key: value for key, value in pairs.items() if value})

    @property
    def narrow(self) -> bool:
        """Whether anything but the grouping was asked for."""
        return replace(self, group=GROUPS[0]) != Filters()


def _one_of(value: str, known: Any) -> str:
    return value if value in known else ""


def _responsible() -> QuerySet[Party]:
    return Party.objects.filter(role=Party.Role.RESPONSIBLE)


def of_country(code: str) -> Q:
    """Items that this country answers for, by itself or with its own instance."""
    # `pk__in` of subqueries: a correlated EXISTS was over twenty times slower on SQLite.
    named = _responsible().filter(country=code).values("commitment")
    shares = Instance.objects.filter(country=code).values("commitment")
    return Q(pk__in=named) | Q(pk__in=shares)


def about(population: str) -> Q:
    """Items about a population, or about none."""
    tied = Commitment.populations.through.objects.values("commitment")
    if population == NONE:
        return ~Q(pk__in=tied)
    return Q(pk__in=tied.filter(population=population))


def unowned() -> Q:
    """Items for which nobody is named."""
    return ~Q(pk__in=_responsible().values("commitment"))


def _of_kind(what: str) -> Q:
    if what == "compromisos":
        return Q(owed=True)
    if what == "prioridades":
        return Q(kind=Commitment.Kind.PRIORITY, promoted_on__isnull=True)
    return Q()


def select(filters: Filters, *, reader: Any, today: datetime.date) -> QuerySet[Commitment]:
    """The items asked for, in no particular order."""
    items = visible(reader=reader).filter(_of_kind(filters.what))
    if filters.theme:
        items = items.filter(theme=None if filters.theme == NONE else filters.theme)
    if filters.population:
        items = items.filter(about(filters.population))
    if filters.meeting:
        items = items.filter(meeting__slug=filters.meeting)
    if filters.body:
        # What a body that was merged owed is owed by the one that took its place.
        named = Q(body__code=filters.body) | Q(body__merged_into__code=filters.body)
        owned = _responsible().filter(named).values("commitment")
        items = items.filter(pk__in=owned)
    if filters.country:
        items = items.filter(of_country(filters.country))
    if filters.timing:
        items = items.filter(BY_SLUG[filters.timing].holds(today))
    if filters.unowned:
        items = items.filter(unowned())
    for word in fold(filters.q).split()[:WORD_LIMIT]:
        items = items.filter(search_text__contains=word)
    return items


def ordered(items: QuerySet[Commitment], group: str) -> QuerySet[Commitment]:
    """Order so that each group stands together; inside it, the nearest deadline first."""
    # Without nulls_last the two databases would put items without date at opposite ends.
    due = F("due_on").asc(nulls_last=True)
    inside = (due, "-meeting__starts", "meeting", "order")
    if group == "plazo":
        return items.order_by(*inside)
    if group == "responsable":
        # Parties are numbered as they were named, those responsible first: 0 is the first of them.
        first = Q(parties__role=Party.Role.RESPONSIBLE, parties__order=0)
        items = items.annotate(
            first_owner=FilteredRelation("parties", condition=first),
            owner_order=F("first_owner__body__order"),
        )
        return items.order_by(F("owner_order").asc(nulls_last=True), *inside)
    return items.order_by(F("theme__order").asc(nulls_last=True), *inside)


def keys(filters: Filters, *, reader: Any, today: datetime.date, state: str | None = None) -> Keys:
    """The keys of what the board lists, in its order."""
    found = ordered(select(filters, reader=reader, today=today), filters.group)
    return Keys("board.keys", of=found, reader=reader, asked=filters.asked, state=state)


@dataclass(slots=True)
class Tally:
    """How many items stand how in time."""

    counts: dict[str, int] = field(default_factory=dict)
    unowned: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.counts.values())

    def of(self, filters: Filters) -> int | None:
        """How many rows these filters show, where the tally already knows."""
        if filters.unowned:
            return None if filters.timing else self.unowned
        return self.counts.get(filters.timing) if filters.timing else self.total

    @property
    def undated(self) -> int:
        """How many have no date."""
        return self.counts.get(UNDATED.slug, 0)

    @property
    def silent(self) -> int:
        """How many passed long ago, without anybody having recorded what became of them."""
        return self.counts.get(SILENT.slug, 0)

    @property
    def parts(self) -> list[tuple[Timing, int]]:
        """Each state that occurs, with its count, in the fixed order."""
        return [(t, self.counts[t.slug]) for t in TIMINGS if self.counts.get(t.slug)]


def _counting(today: datetime.date) -> dict[str, Count]:
    return {t.slug.replace("-", "_"): Count("pk", filter=t.holds(today)) for t in TIMINGS}


def _tally(row: Mapping[str, Any]) -> Tally:
    return Tally({t.slug: row[t.slug.replace("-", "_")] for t in TIMINGS}, row.get("unowned", 0))


def tally(filters: Filters, *, reader: Any, today: datetime.date) -> Tally:
    """Count by state what the other filters leave."""
    items = select(replace(filters, timing="", unowned=False), reader=reader, today=today)
    return _tally(items.aggregate(**_counting(today), unowned=Count("pk", filter=unowned())))


def tally_by_theme(
    *, reader: Any, today: datetime.date, state: str | None = None
) -> list[tuple[Theme | None, Tally]]:
    """What is owed in each theme that has any, in the agenda's order."""

    def compute() -> list[tuple[Theme | None, Tally]]:
        items = select(Filters(), reader=reader, today=today).order_by()
        rows: dict[str | None, Any] = {
            row["theme"]: row for row in items.values("theme").annotate(**_counting(today))
        }
        themes: list[Theme | None] = [*Theme.objects.all(), None]
        keyed = [(theme, rows.get(theme.pk if theme else None)) for theme in themes]
        return [(theme, _tally(row)) for theme, row in keyed if row]

    return remembered("themes", compute=compute, reader=reader, state=state)


def tally_by_country(
    filters: Filters, *, reader: Any, today: datetime.date
) -> list[tuple[Country, int]]:
    """How many of the items asked for each country answers for."""
    asked = select(replace(filters, country=""), reader=reader, today=today).order_by()
    # What each country owes has an instance for every country, so the two never count one twice.
    shares = Instance.objects.filter(commitment__in=asked.filter(distributive=True).values("pk"))
    named = _responsible().filter(commitment__in=asked.filter(distributive=False).values("pk"))
    counts: dict[str, int] = {}
    for found in (shares, named.filter(country__isnull=False)):
        by_country = (
            found.order_by().values("country").annotate(n=Count("commitment", distinct=True))
        )
        for row in by_country:
            counts[row["country"]] = counts.get(row["country"], 0) + row["n"]
    return [(country, counts.get(country.code, 0)) for country in Country.objects.all()]


@dataclass(frozen=True, slots=True)
class Facets:
    """All that the board shows beside its rows."""

    tally: Tally
    countries: list[tuple[Country, int]]
    #: Code and name of those who answer for something; those that hide, apart: each reader is asked about.
    owners: list[tuple[str, Bilingual]]
    hidden: list[Body]
    meetings: list[Meeting]
    themes: list[Theme]
    populations: list[Population]


def asked(query: Mapping[str, str]) -> Filters:
    """Read the query string for the person now served: a hidden body answers for nothing."""
    filters = Filters.read(query)
    body = Body.objects.filter(code=filters.body).first() if filters.body else None
    return replace(filters, body="—") if body is not None and not body.shown else filters


def facets(
    filters: Filters, *, reader: Any, today: datetime.date, state: str | None = None
) -> Facets:
    """Count and name what the board lets one choose; worked out again only after an act."""

    def compute() -> Facets:
        bodies = owners(reader=reader)
        return Facets(
            tally(filters, reader=reader, today=today),
            tally_by_country(filters, reader=reader, today=today),
            [(body.code, body.short or body.name) for body in bodies if body.listed],
            [body for body in bodies if not body.listed],
            meetings(reader=reader),
            list(Theme.objects.all()),
            list(Population.objects.all()),
        )

    asked_for = replace(filters, group=GROUPS[0]).asked
    return remembered("board", compute=compute, reader=reader, asked=asked_for, state=state)


def owners(*, reader: Any) -> list[Body]:
    """Bodies that answer for something this person may read, for the choice of the filter."""
    owed = _responsible().filter(body=OuterRef("pk"))
    if not memberships(reader):
        owed = owed.filter(commitment__meeting__public=True)
    return list(Body.objects.filter(Exists(owed)))


def meetings(*, reader: Any) -> list[Meeting]:
    """Meetings that left something to read, for the choice of the filter."""
    found = Meeting.objects.filter(Exists(Commitment.objects.filter(meeting=OuterRef("pk"))))
    return list(found if memberships(reader) else found.filter(public=True))
