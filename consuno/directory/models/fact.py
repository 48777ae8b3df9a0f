"""What is known and how well: a fact has its source and date, and a country may validate it."""

from __future__ import annotations

import datetime

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from consuno.core import clock
from consuno.directory import sources
from consuno.directory.models.body import Body


class Look(models.TextChoices):
    """The three looks of a fact, everywhere the same."""

    VALIDATED = "validated", _("validado")
    SOURCED = "sourced", _("con fuente")
    UNCONFIRMED = "unconfirmed", _("sin confirmar")


class Fact(models.Model):
    """A fact. `as_of` is the day of its source as far as it is known (2013, or 2013-02-20).

    Whoever validates it for the country says until when it may be relied on.
    """

    source = models.CharField(max_length=300, blank=True)
    as_of = models.CharField(max_length=10, blank=True)
    validated_by = models.ForeignKey(
        Body, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    validated_on = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def look(self) -> Look:
        """How it has to look today; one whose validation ran out is what its source makes it."""
        if self.validated_on and (self.valid_until is None or self.valid_until >= clock.today()):
            return Look.VALIDATED
        return Look.SOURCED if sources.counts(self.source, self.as_of) else Look.UNCONFIRMED

    @property
    def ran_out(self) -> bool:
        """Whether its country validated it once, and not for as long as this."""
        return bool(self.validated_on) and self.look != Look.VALIDATED

    def forget_validation(self) -> None:
        """What changed was not validated; save it afterwards."""
        self.validated_by = self.validated_on = self.valid_until = None


#: Days for which a country's word on a fact counts, where it does not say another day.
VALID_FOR = datetime.timedelta(days=365)


class Doubt(models.Model):
    """Somebody says that a fact is not right: what, and what was answered.

    `about` is `kind:key` of the fact. It is read by those who keep the fact, never by the public.
    """

    about = models.CharField(max_length=60, db_index=True)
    text = models.CharField(max_length=1000)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(default=clock.now)
    answer = models.CharField(max_length=500, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.about}: {clock.day(self.at)}"
