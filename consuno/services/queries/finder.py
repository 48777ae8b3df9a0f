"""The finder: need, place and profile; with why something is not offered. No person is in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from consuno.core import clock
from consuno.core.vocabularies import words
from consuno.services.models import Service, Trait
from consuno.services.models.service import FRESH_FOR
from consuno.services.queries.services import seen

#: Age groups in whole years, as the finder asks for them: an exact age says too much.
AGES = {"0-5": (0, 5), "6-11": (6, 11), "12-17": (12, 17), "18-59": (18, 59), "60": (60, 120)}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for. Empty means that it was not said, and rules nothing out."""

    need: str = ""
    country: str = ""
    area: str = ""
    age: str = ""
    sex: str = ""
    language: str = ""
    population: str = ""
    no_status: bool = False
    no_cost: bool = False

    @property
    def asked(self) -> bool:
        """Whether anything was said."""
        return bool(self.need or self.country)


@dataclass(slots=True)
class Ruled:
    """A service that is in the place and for the need, and why it is not offered."""

    service: Service
    reasons: list[str] = field(default_factory=list)


def _has(vocabulary: str, *slugs: str) -> Exists:
    found = Trait.objects.filter(service=OuterRef("pk"), vocabulary=vocabulary)
    return Exists(found.filter(slug__in=slugs) if slugs else found)


def in_place(wanted: Wanted, reader: Any) -> QuerySet[Service]:
    """Those for the need that serve the place, whether offered or not."""
    found = seen(Service.objects.all(), reader)
    found = found.exclude(status="defunct").filter(body__closed_on=None)
    if wanted.country:
        found = found.filter(country=wanted.country)
    if wanted.area:
        found = found.filter(Q(area=wanted.area) | Q(area="") | _has("areas", wanted.area))
    if wanted.need:
        found = found.filter(_has("needs", wanted.need))
    return found


def _fits(wanted: Wanted) -> Q:
    fits = Q()
    if wanted.age:
        least, most = AGES[wanted.age]
        fits &= Q(minimum_age=None) | Q(minimum_age__lte=most)
        fits &= Q(maximum_age=None) | Q(maximum_age__gte=least)
    if wanted.sex:
        fits &= Q(sex__in=("", wanted.sex))
    if wanted.language:
        fits &= _has("languages", wanted.language) | ~_has("languages")
    if wanted.population:
        fits &= _has("populations", wanted.population) | ~_has("populations")
    if wanted.no_status:
        fits &= ~Q(asks_status="yes")
    if wanted.no_cost:
        fits &= ~Q(cost="paid")
    return fits


def _open() -> Q:
    fresh = clock.today() - FRESH_FOR
    return Q(status="active", confirmed_on__gte=fresh) & (
        Q(free_places=None) | Q(free_places__gt=0)
    )


def find(wanted: Wanted, reader: Any) -> QuerySet[Service]:
    """The services to which somebody like this may be sent today, the nearest and freshest first."""
    found = in_place(wanted, reader).filter(_open()).filter(_fits(wanted))
    nearest = F("area").desc() if wanted.area else F("area").asc()
    return found.order_by("country_id", nearest, "-confirmed_on", "pk")


#: What a line of the list shows.
LINE = (
    "uid", "name", "alert", "safe", "city", "area", "phone", "hours", "cost", "asks_status",
    "free_places", "free_on", "confirmed_on", "country__name", "body__code", "body__name",
    "body__short", "body__listed", "body__invented", "body__parent",
)  # fmt: skip
#: What the reasons are read from.
PROFILE = (
    "uid",
    "name",
    "status",
    "minimum_age",
    "maximum_age",
    "sex",
    "confirmed_on",
    "free_places",
)


def lines(pks: Sequence[int]) -> list[Service]:
    """The services of these keys with what a line shows, in this order."""
    found = Service.objects.select_related("body", "country").only(*LINE).in_bulk(list(pks))
    return [found[pk] for pk in pks]


def ruled_out(wanted: Wanted, reader: Any, most: int = 12) -> list[Ruled]:
    """Some of those that are there and are not offered, each with its reasons."""
    found = (
        in_place(wanted, reader).exclude(_open() & _fits(wanted)).order_by("-confirmed_on", "pk")
    )
    found = found.only(*PROFILE, "asks_status", "cost").prefetch_related("traits")
    return [Ruled(each, reasons(each, wanted)) for each in found[:most]]


def reasons(service: Service, wanted: Wanted) -> list[str]:
    """Why somebody like this is not sent to a service, in words; none: they may be."""
    said = []
    if service.status != Service.Status.ACTIVE:
        said.append(str(service.get_status_display()))
    elif service.stale:
        said.append(_("nadie confirma desde hace más de 90 días que siga"))
    if service.free_places == 0:
        said.append(_("sin plazas libres"))
    return said + _profile(service, wanted)


def _profile(service: Service, wanted: Wanted) -> list[str]:
    said = []
    least, most = AGES.get(wanted.age, (0, 200))
    if service.minimum_age is not None and service.minimum_age > most:
        said.append(_("desde %(n)s años") % {"n": service.minimum_age})
    if service.maximum_age is not None and service.maximum_age < least:
        said.append(_("hasta %(n)s años") % {"n": service.maximum_age})
    if wanted.sex and service.sex not in {"", wanted.sex}:
        said.append(str(service.get_sex_display()))
    asked = (
        ("languages", wanted.language, _("atiende en: %s")),
        ("populations", wanted.population, _("atiende a: %s")),
    )
    for vocabulary, slug, sentence in asked:
        known = service.slugs(vocabulary)
        if slug and known and slug not in known:
            said.append(sentence % ", ".join(_named(vocabulary, known)))
    if wanted.no_status and service.asks_status == "yes":
        said.append(_("pregunta por la situación migratoria"))
    if wanted.no_cost and service.cost == "paid":
        said.append(_("se paga"))
    return said


def _named(vocabulary: str, slugs: list[str]) -> list[str]:
    known = words(vocabulary)
    return [str(known[slug]) for slug in slugs if slug in known]
