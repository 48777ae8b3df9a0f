"""What helps: services and programmes, in the terms of the Human Services Data Specification 3.1."""

from __future__ import annotations

import datetime
import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from consuno.core import clock
from consuno.core.addresses import address
from consuno.core.bilingual import BilingualField
from consuno.directory.models import Body, Country, Fact

#: Days for which the word of whoever runs a service counts.
FRESH_FOR = datetime.timedelta(days=90)


class Programme(models.Model):
    """A programme that groups services of one institution (HSDS `program`)."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="programmes")
    name = BilingualField()
    description = BilingualField()

    class Meta:
        ordering: ClassVar[list[str]] = ["body", "pk"]

    def __str__(self) -> str:
        return str(self.name)

    def get_absolute_url(self) -> str:
        """Where it is read."""
        return address("services:programme", self.uid)


class ServiceQuerySet(models.QuerySet["Service"]):
    """Services by what may be done with them."""

    def offered(self) -> ServiceQuerySet:
        """Those that are open and that whoever runs them confirmed in the last 90 days."""
        fresh = clock.today() - FRESH_FOR
        return self.filter(status="active", confirmed_on__gte=fresh, body__closed_on=None)


class Service(Fact):
    """A service (HSDS `service`), whom it is for and where. Empty means not known, never «no».

    A safe place has no address anywhere: not even here.
    """

    class Status(models.TextChoices):
        ACTIVE = "active", _("abierto")
        CLOSED_FOR_NOW = "temporarily closed", _("cerrado por ahora")
        INACTIVE = "inactive", _("suspendido")
        DEFUNCT = "defunct", _("ya no existe")

    class Sex(models.TextChoices):
        ALL = "", _("para todas las personas")
        WOMEN = "women", _("solo para mujeres")
        MEN = "men", _("solo para hombres")

    class Asked(models.TextChoices):
        UNKNOWN = "", _("no se sabe")
        NO = "no", _("no")
        YES = "yes", _("sí")

    class Cost(models.TextChoices):
        UNKNOWN = "", _("no se sabe")
        FREE = "free", _("gratuito")
        PAID = "paid", _("se paga")

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="services")
    programme = models.ForeignKey(
        Programme, null=True, blank=True, on_delete=models.SET_NULL, related_name="services"
    )
    name = BilingualField()
    description = BilingualField()
    status = models.CharField(max_length=20, choices=Status.choices, default=Status.ACTIVE)
    minimum_age = models.PositiveSmallIntegerField(null=True, blank=True)
    maximum_age = models.PositiveSmallIntegerField(null=True, blank=True)
    sex = models.CharField(max_length=6, choices=Sex.choices, blank=True)
    #: Whether the migratory status of a person is asked for.
    asks_status = models.CharField(max_length=3, choices=Asked.choices, blank=True)
    documents = BilingualField()
    cost = models.CharField(max_length=4, choices=Cost.choices, blank=True)
    cost_note = models.CharField(max_length=200, blank=True)
    how = BilingualField()
    phone = models.CharField(max_length=60, blank=True)
    email = models.EmailField(blank=True)
    url = models.URLField(max_length=300, blank=True)
    hours = models.CharField(max_length=200, blank=True)
    safe = models.BooleanField(default=False)
    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="+")
    #: ISO 3166-2 code of its first-level area; empty: it serves the whole country.
    area = models.CharField(max_length=6, blank=True)
    city = models.CharField(max_length=100, blank=True)
    address = models.CharField(max_length=200, blank=True)
    postal_code = models.CharField(max_length=12, blank=True)
    places = models.PositiveIntegerField(null=True, blank=True)
    free_places = models.PositiveIntegerField(null=True, blank=True)
    free_on = models.DateField(null=True, blank=True)
    #: What to know now (HSDS `alert`).
    alert = models.CharField(max_length=300, blank=True)
    confirmed_on = models.DateField(null=True, blank=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    #: The day of the last letter that asked whether it goes on as it is.
    asked_on = models.DateField(null=True, blank=True)
    modified_at = models.DateTimeField(default=clock.now, db_index=True)

    objects = ServiceQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["country", "area", "pk"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["country", "status", "confirmed_on"], name="service_offered")
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(safe=False) | Q(address=""), name="safe_place_without_address"
            )
        ]

    def __str__(self) -> str:
        return str(self.name)

    def get_absolute_url(self) -> str:
        """Address of its page."""
        return address("services:service", self.uid)

    @property
    def path(self) -> str:
        """Where the fact is read."""
        return self.get_absolute_url()

    @property
    def stale(self) -> bool:
        """Whether nobody has confirmed it for too long: then it is not offered."""
        return self.confirmed_on is None or self.confirmed_on < clock.today() - FRESH_FOR

    @property
    def offered(self) -> bool:
        """Whether people may be sent to it today."""
        return self.status == self.Status.ACTIVE and not self.stale

    def slugs(self, vocabulary: str) -> list[str]:
        """Its words of a vocabulary; prefetch `traits` for many."""
        return [each.slug for each in self.traits.all() if each.vocabulary == vocabulary]


class Trait(models.Model):
    """A word of a vocabulary that fits a service: `needs`, `populations`, `languages`, `areas`."""

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="traits")
    vocabulary = models.CharField(max_length=12)
    slug = models.CharField(max_length=30)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["vocabulary", "slug", "service"], name="one_trait_of_a_service"
            )
        ]

    def __str__(self) -> str:
        return f"{self.vocabulary}:{self.slug}"
