"""Countries, bodies and who belongs to them."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from consuno.core import clock
from consuno.core.bilingual import BilingualField


class Country(models.Model):
    """A country of the Conference. `column` and `row` place its square on the tile map."""

    code = models.CharField(max_length=2, primary_key=True)
    name = BilingualField()
    column = models.PositiveSmallIntegerField()
    row = models.PositiveSmallIntegerField()

    class Meta:
        ordering: ClassVar[list[str]] = ["code"]

    def __str__(self) -> str:
        return str(self.name)


class Body(models.Model):
    """Who can owe, ask or receive: an organ, a network, a country's institution, or a group."""

    class Kind(models.TextChoices):
        ORGAN = "organ", _("Órgano")
        SECRETARIAT = "secretariat", _("Secretaría")
        NETWORK = "network", _("Red")
        COUNTRY = "country", _("País")
        MIGRATION = "migration", _("Migración")
        FOREIGN = "foreign", _("Cancillería")
        GROUP = "group", _("Grupo")
        OBSERVER = "observer", _("Observador")
        ORGANISATION = "organisation", _("Organización")

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

    class Meta:
        ordering: ClassVar[list[str]] = ["order", "code"]

    def __str__(self) -> str:
        return str(self.short or self.name)


class Role(models.TextChoices):
    """What a person does for a body. Words: design of the permission matrix."""

    OFFICER = "officer", _("Oficial de la Secretaría")
    FOCAL_POINT = "focal_point", _("Punto focal")
    VALIDATOR = "validator", _("Validación")
    PRESIDENCY = "presidency", _("Presidencia Pro-Témpore")
    READER = "reader", _("Lectura")
    CASE_WORKER = "case_worker", _("Atención")
    SUPERVISOR = "supervisor", _("Supervisión de atención")
    PROTECTION_OFFICER = "protection_officer", _("Oficial de Protección a la Infancia")
    PROSECUTOR = "prosecutor", _("Fiscalía")
    ADMINISTRATOR = "administrator", _("Administración")


class MembershipQuerySet(models.QuerySet["Membership"]):
    """Memberships by time."""

    def current(self) -> "MembershipQuerySet":
        """Those that hold today."""
        today = clock.today()
        return self.filter(Q(ends__isnull=True) | Q(ends__gte=today), starts__lte=today)


class Membership(models.Model):
    """A person acts for a body in a role, from one day to another."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="memberships"
    )
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=20, choices=Role.choices)
    starts = models.DateField(default=clock.today)
    ends = models.DateField(null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["body__order", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["user", "body", "role", "starts"], name="one_membership_a_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.body} · {self.role}"
