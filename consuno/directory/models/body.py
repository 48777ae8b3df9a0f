"""Countries and bodies."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from consuno.core import clock
from consuno.core.bilingual import BilingualField


class Country(models.Model):
    """A country of the Conference. `column` and `row` place its square on the tile map."""

    class Shown(models.TextChoices):
        """To whom the contacts and people of its civil-society organisations are shown."""

        ALL = "all", _lazy("a todos el contacto; a las instituciones, también la persona")
        MEMBERS = "members", _lazy("a las instituciones y organizaciones de la plataforma")
        NEIGHBOURS = "neighbours", _lazy("a la sociedad civil y a las instituciones de ese país")
        NETWORK = "network", _lazy("solo a la sociedad civil y a las Secretarías")

    code = models.CharField(max_length=2, primary_key=True)
    name = BilingualField()
    column = models.PositiveSmallIntegerField()
    row = models.PositiveSmallIntegerField()
    civil_society_shown = models.CharField(
        max_length=10, choices=Shown.choices, default=Shown.MEMBERS
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["code"]

    def __str__(self) -> str:
        return str(self.name)


#: Whether the person now served may read the name of a body that does not show it to all; set for
#: each request. Where nobody is served (a letter, a job), nobody may.
reader_sees: ContextVar[Callable[[Body], bool]] = ContextVar("reader_sees")


#: How the code of a government begins; its country's follows ("PAIS:SV").
STATE = "PAIS:"
#: The code of the network of civil-society organisations.
NETWORK = "RROCM"


class BodyQuerySet(models.QuerySet["Body"]):
    """Bodies of the directory."""

    def states(self) -> BodyQuerySet:
        """The governments of the countries: what a State says, owes or is asked as a whole."""
        return self.filter(code__startswith=STATE)

    def heard(self) -> BodyQuerySet:
        """Who is heard on a text: the governments, and the network beside them."""
        return self.states() | self.filter(code=NETWORK)

    def state_of(self, country: str | None) -> Body | None:
        """The government of a country, by its code; none of none."""
        return self.filter(code=f"{STATE}{country}").first()


class Body(models.Model):
    """Who can owe, ask or receive: an organ, a network, a country's institution, or a group."""

    class Kind(models.TextChoices):
        ORGAN = "organ", _lazy("Órgano")
        SECRETARIAT = "secretariat", _lazy("Secretaría")
        NETWORK = "network", _lazy("Red")
        COUNTRY = "country", _lazy("País")
        MIGRATION = "migration", _lazy("Migración")
        FOREIGN = "foreign", _lazy("Cancillería")
        GROUP = "group", _lazy("Grupo")
        OBSERVER = "observer", _lazy("Observador")
        ORGANISATION = "organisation", _lazy("Organización")
        PROSECUTION = "prosecution", _lazy("Fiscalía")
        CHILDREN = "children", _lazy("Protección de la niñez")
        COUNCIL = "council", _lazy("Ente contra la trata")
        MINISTRY = "ministry", _lazy("Otra institución")

    code = models.CharField(max_length=40, unique=True)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    name = BilingualField()
    short = BilingualField()
    country = models.ForeignKey(
        Country, null=True, blank=True, on_delete=models.PROTECT, related_name="bodies"
    )
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="members"
    )
    civil_society = models.BooleanField(default=False)
    confirmed = models.BooleanField(default=False)
    invented = models.BooleanField(default=False)
    source = models.CharField(max_length=200, blank=True)
    as_of = models.CharField(max_length=10, blank=True)
    order = models.PositiveSmallIntegerField(default=0)
    #: Organisations of civil society are at risk in some places: their names are hidden until they
    #: themselves allow it, except from the Secretariats and from their own people.
    listed = models.BooleanField(default=True)
    #: Its last day, where it exists no more; `merged_into` is the one that took its place.
    closed_on = models.DateField(null=True, blank=True)
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged"
    )

    objects = BodyQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["order", "code"]

    def __str__(self) -> str:
        return (
            str(self.short or self.name)
            if self.shown
            else _("una organización de la sociedad civil")
        )

    @property
    def is_state(self) -> bool:
        """Whether it is the government of a country."""
        return self.code == f"{STATE}{self.country_id}"

    @property
    def shown(self) -> bool:
        """Whether the person now served may read its name."""
        return self.listed or reader_sees.get(lambda _body: False)(self)


class BodyChange(models.Model):
    """What happened to a body, on which day and by which source: its history, only added to."""

    class Kind(models.TextChoices):
        ADDED = "added", _lazy("se agregó")
        RENAMED = "renamed", _lazy("cambió su nombre o sus datos")
        MERGED = "merged", _lazy("pasó a formar parte de otra")
        CLOSED = "closed", _lazy("dejó de existir")

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="changes")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    on = models.DateField()
    source = models.CharField(max_length=200)
    #: Its name and short name until then.
    before = BilingualField()
    before_short = BilingualField()
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering: ClassVar[list[str]] = ["-on", "-pk"]

    def __str__(self) -> str:
        return f"{self.body} {self.get_kind_display()}"


class Mandate(models.Model):
    """A country holds an office (the Presidency Pro-Tempore) from one day to another."""

    office = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="mandates")
    holder = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="mandates")
    starts = models.DateField()
    ends = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=200)

    class Meta:
        ordering: ClassVar[list[str]] = ["-starts"]

    def __str__(self) -> str:
        return f"{self.office}: {self.holder}"
