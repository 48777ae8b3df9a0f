"""Who acts for a body, as what and from when to when."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from consuno.core import clock
from consuno.core.vocabularies import words
from consuno.directory.models.body import Body


class Role(models.TextChoices):
    """What a person does for a body. Words: design of the permission matrix."""

    OFFICER = "officer", _("Oficial de la Secretaría")
    FOCAL_POINT = "focal_point", _("Punto focal")
    ALTERNATE = "alternate", _("Punto focal suplente")
    DRAFTER = "drafter", _("Redacción")
    VALIDATOR = "validator", _("Validación")
    PRESIDENCY = "presidency", _("Presidencia Pro-Témpore")
    READER = "reader", _("Lectura")
    CASE_WORKER = "case_worker", _("Atención")
    SUPERVISOR = "supervisor", _("Supervisión de atención")
    PROTECTION_OFFICER = "protection_officer", _("Oficial de Protección a la Infancia")
    PROSECUTOR = "prosecutor", _("Fiscalía")
    KEEPER = "keeper", _("Resguardo de la clave")
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
    #: The paper by which the person acts for the body, where there is one.
    instrument = models.CharField(max_length=200, blank=True)
    #: The special topic the person has in charge, of the vocabulary `matters`.
    matter = models.SlugField(max_length=30, blank=True)

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

    @property
    def topic(self) -> str:
        """Its special topic, in words; empty where it has none."""
        return str(words("matters")[self.matter]) if self.matter else ""

    @property
    def is_current(self) -> bool:
        """Whether it holds today (what `current()` asks the database)."""
        today = clock.today()
        return self.starts <= today and (self.ends is None or self.ends >= today)
