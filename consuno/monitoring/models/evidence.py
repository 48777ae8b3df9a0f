"""What an institution shows for what it says, and what it hands over on its day."""

from __future__ import annotations

import datetime
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from consuno.core import clock
from consuno.core.addresses import address
from consuno.monitoring.models.cycle import Report
from consuno.monitoring.models.obligation import Obligation


class Shown(models.Model):
    """A file without its hidden data where that could be done, with its hash (SHA-256,
    hexadecimal), or the address of a page.
    """

    class Reach(models.TextChoices):
        PUBLIC = "public", _("Cualquiera, cuando se publique el boletín")
        MEMBERS = "members", _("Las instituciones")
        SECRETARIATS = "secretariats", _("Solo las dos Secretarías")

    title = models.CharField(max_length=200)
    language = models.CharField(max_length=2, default="es")
    reach = models.CharField(max_length=12, choices=Reach.choices, default=Reach.MEMBERS)
    link = models.URLField(max_length=500, blank=True)
    file_name = models.CharField(max_length=200, blank=True)
    content = models.BinaryField(null=True)
    sha256 = models.CharField(max_length=64, blank=True)
    #: Whether its hidden data (author, device, place) was taken out; the hash is of what is kept.
    cleaned = models.BooleanField(default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.title


class Evidence(Shown):
    """What stands beside a report."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="evidence")

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        verbose_name_plural = "evidence"

    def get_absolute_url(self) -> str:
        """Where it is: its page elsewhere, or its file here."""
        return self.link or reverse("monitoring:evidence", args=[self.pk])


class Delivery(Shown):
    """What a body hands over on its day, outside any cycle. The day that counts is that of the record:
    nobody can say afterwards that it came in time.
    """

    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="deliveries")

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        verbose_name_plural = "deliveries"

    def get_absolute_url(self) -> str:
        """Where it is: its page elsewhere, its file here, or what it belongs to."""
        if self.sha256:
            return address("monitoring:delivery", self.pk)
        return self.link or f"{self.obligation.get_absolute_url()}#entregas"

    @property
    def on(self) -> datetime.date:
        """The day it was recorded."""
        return timezone.localdate(self.at)
