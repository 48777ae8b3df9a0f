"""The network of focal points: who speaks for each body, which posts are vacant."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from consuno.core.policy import allowed
from consuno.directory import policies
from consuno.directory.models import Body, Contact, Country, Membership, Role, Seat


class Side(TextChoices):
    """On which side of the table a body sits."""

    GOVERNMENT = "gobierno", _("Gobierno")
    CIVIL_SOCIETY = "sociedad-civil", _("Sociedad civil")
    COALITION = "coalicion", _("Coalición Regional contra la Trata")


#: The posts of the network, in their order.
POSTS = (Role.FOCAL_POINT, Role.ALTERNATE, Role.VALIDATOR)
#: Kinds of bodies that name focal points.
_NAMING = (
    Body.Kind.MIGRATION, Body.Kind.FOREIGN, Body.Kind.PROSECUTION, Body.Kind.CHILDREN,
    Body.Kind.COUNCIL, Body.Kind.MINISTRY, Body.Kind.ORGANISATION,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Post:
    """A post of a body: who holds it; `names` are for those who may read them."""

    role: Role
    held: list[Membership]
    names: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A body in the network."""

    body: Body
    side: Side
    posts: list[Post]
    contact: Contact | None
    #: False where the reader may not know it, whether there is one or not.
    reads_contact: bool
    matters: list[str] = field(default_factory=list)

    @property
    def vacant(self) -> bool:
        """Nobody speaks for it: neither focal point nor alternate."""
        return not any(post.held for post in self.posts[:2])


#: The Coalition is of Central America, Mexico and the Dominican Republic (programamesoamerica.iom.int, 2020).
OUTSIDE_THE_COALITION = frozenset({"CA", "US"})


def side_of(body: Body) -> Side:
    """The side on which a body sits; the Coalition is made of the national bodies."""
    if body.civil_society:
        return Side.CIVIL_SOCIETY
    national = body.kind == Body.Kind.COUNCIL and body.country_id not in OUTSIDE_THE_COALITION
    return Side.COALITION if national else Side.GOVERNMENT


def network(
    *, reader: Any, country: str = "", side: str = "", matter: str = "", vacant: bool = False
) -> list[Line]:
    """The bodies that name focal points, of one country or of all; three queries.

    `matter` keeps those where somebody has that topic in charge, or that are competent for it.
    """
    found = Body.objects.filter(kind__in=_NAMING, closed_on=None, country__isnull=False)
    found = found.select_related("country", "parent").order_by("country_id", "order", "code")
    found = found.prefetch_related("jurisdictions")
    bodies = [
        body
        for body in (found.filter(country=country) if country else found)
        if body.shown and (not side or side_of(body) == side)
    ]
    held: dict[int, list[Membership]] = defaultdict(list)
    people = Membership.objects.current().filter(body__in=bodies, role__in=POSTS)
    for each in people.select_related("user").order_by("starts", "pk"):
        held[each.body_id].append(each)
    contacts = {c.body_id: c for c in Contact.objects.filter(body__in=bodies)}
    lines = [_line(reader, body, held[body.pk], contacts.get(body.pk)) for body in bodies]
    return [
        line
        for line in lines
        if (not matter or matter in line.matters) and (not vacant or line.vacant)
    ]


def seats_of(country: Country) -> list[Seat]:
    """The seats of civil society in the bodies of a country."""
    found = Seat.objects.filter(national__country=country, ended_on=None)
    found = found.select_related("national", "holder", "validated_by")
    return list(found.prefetch_related("attendances"))


def _line(reader: Any, body: Body, held: list[Membership], contact: Contact | None) -> Line:
    names = allowed(policies.may_read_posts, reader, body)
    reads = allowed(policies.may_read_contact, reader, body)
    posts = [Post(role, [each for each in held if each.role == role], names) for role in POSTS]
    competent = [each.matter for each in body.jurisdictions.all() if each.ended_on is None]
    charged = [each.matter for each in held if each.matter]
    matters = list(dict.fromkeys([*charged, *competent]))
    return Line(body, side_of(body), posts, contact if reads else None, reads, matters)
