"""Where to complain: channels of each country, and what happened to whoever tried them."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from consuno.core import clock
from consuno.core.addresses import address
from consuno.core.bilingual import BilingualField
from consuno.directory.models import Body, Country, Fact, Look


class Channel(Fact):
    """A way to complain, report a crime or call for help in a country. Empty means not known.

    A wrong emergency number endangers people: one is shown to the public only while its country
    validates it.
    """

    class Kind(models.TextChoices):
        EMERGENCY = "emergency", _("Emergencia")
        CRIME = "crime", _("Denuncia de un delito")
        COMPLAINT = "complaint", _("Queja")

    class Cost(models.TextChoices):
        UNKNOWN = "", _("no se sabe")
        FREE = "free", _("gratuito")
        PAID = "paid", _("se paga")

    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="channels")
    body = models.ForeignKey(
        Body, null=True, blank=True, on_delete=models.PROTECT, related_name="channels"
    )
    kind = models.CharField(max_length=10, choices=Kind.choices)
    name = BilingualField()
    #: One step a line.
    steps = BilingualField()
    #: Within which time one has to complain, and within which it is answered.
    time_limit = models.CharField(max_length=200, blank=True)
    answered_in = models.CharField(max_length=200, blank=True)
    #: Slugs of the vocabulary `languages`.
    languages = models.JSONField(default=list)
    cost = models.CharField(max_length=4, choices=Cost.choices, blank=True)
    #: What to know before using it: who learns of it, what may follow.
    safety = BilingualField()
    phone = models.CharField(max_length=60, blank=True)
    url = models.URLField(max_length=300, blank=True)
    hours = models.CharField(max_length=120, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["country", "-kind", "pk"]

    def __str__(self) -> str:
        return f"{self.name} ({self.country})"

    @property
    def path(self) -> str:
        """Where it is read."""
        return address("services:channel", self.pk)

    @property
    def public(self) -> bool:
        """Whether anybody may read it: of emergencies only what its country validates today."""
        return self.kind != self.Kind.EMERGENCY or self.look == Look.VALIDATED


class Trial(models.Model):
    """Somebody walked through a channel with a watch: never a person's complaint."""

    channel = models.ForeignKey(Channel, on_delete=models.CASCADE, related_name="trials")
    on = models.DateField()
    minutes = models.PositiveSmallIntegerField()
    steps = models.PositiveSmallIntegerField()
    #: Whether they got to the end; what stopped them where they did not.
    reached = models.BooleanField()
    stopped = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering: ClassVar[list[str]] = ["-on", "-pk"]

    def __str__(self) -> str:
        return f"{self.channel}: {self.on}"
