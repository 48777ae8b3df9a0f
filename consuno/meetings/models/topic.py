"""What a national table takes up, and what goes up from one body to another and comes back."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from consuno.core import clock
from consuno.core.addresses import address
from consuno.core.bilingual import Bilingual
from consuno.directory.models import Body, Country
from consuno.meetings.models.item import AgendaItem
from consuno.meetings.series import all_series
from consuno.meetings.subjects import told


class Topic(models.Model):
    """What an organisation or a ministry of a country raises at its national table (San Salvador,
    line 28). One that both sides of the country support goes up to the regional level.
    """

    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="topics")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    text = models.TextField()
    language = models.CharField(max_length=2, default="es")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    #: When it was settled at home, and how.
    closed_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=1000, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-pk"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Address of its page."""
        return address("meetings:topic", self.pk)


class Say(models.Model):
    """What a body of the country says of a topic; `supports` where it wants it to go up."""

    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="says")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(blank=True)
    language = models.CharField(max_length=2, default="es")
    supports = models.BooleanField(default=False)
    #: When its body took it back; its words are gone then.
    withdrawn_at = models.DateTimeField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return f"{self.body}: {self.topic}"


class Elevation(models.Model):
    """Something that goes up: from a topic of a country, an item of a meeting or a record of
    another room (`subject`, a key such as "proposal:12") to the meetings of a series. `item` is
    where those take it up; the outcome flows back to where it came from, and an item that was
    taken up can itself go up further (San Salvador, line 111).
    """

    topic = models.OneToOneField(
        Topic, null=True, blank=True, on_delete=models.PROTECT, related_name="elevation"
    )
    origin = models.OneToOneField(
        AgendaItem, null=True, blank=True, on_delete=models.PROTECT, related_name="elevation"
    )
    subject = models.CharField(max_length=40, blank=True)
    series = models.CharField(max_length=20)
    #: Of a topic: whether both sides of the country want it, or two organisations of civil society alone.
    joint = models.BooleanField(default=True)
    item = models.OneToOneField(
        AgendaItem, null=True, blank=True, on_delete=models.SET_NULL, related_name="elevated"
    )
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=1000, blank=True)
    outcome_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(topic__isnull=False, origin__isnull=True, subject="")
                | models.Q(topic__isnull=True, origin__isnull=False, subject="")
                | (models.Q(topic__isnull=True, origin__isnull=True) & ~models.Q(subject="")),
                name="elevation_comes_from_one",
            )
        ]

    def __str__(self) -> str:
        return f"{self.topic or self.origin or self.subject} → {self.series}"

    def get_absolute_url(self) -> str:
        """Where it comes from."""
        if self.topic is not None:
            return self.topic.get_absolute_url()
        if self.origin is None:
            return told([self.subject], public=False).get(self.subject, ("", ""))[1]
        return address("meetings:agenda", self.origin.sitting.slug)

    @property
    def to(self) -> Bilingual:
        """The name of the series it goes to."""
        return all_series()[self.series].name


#: What a topic is, for those who read a list of them.
STATES = {
    "open": _("se discute en el país"),
    "up": _("elevado a la región"),
    "answered": _("respondido por la región"),
    "closed": _("resuelto en el país"),
}
