"""Entries of the library: practices, pilots, documents of workers, case law, workshop materials."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from consuno.core import clock
from consuno.core.addresses import address
from consuno.core.bilingual import Bilingual, BilingualField
from consuno.directory.models import Body, Country, Fact
from consuno.knowledge.entries import Kind, Part, kinds


class Entry(Fact):
    """What is told, part by part: `said` is {part: {"es": …, "en": …}}. No country: of the region.

    One that is withdrawn stays, and is not shown.
    """

    key = models.SlugField(max_length=60, blank=True)
    kind = models.SlugField(max_length=20)
    country = models.ForeignKey(
        Country, null=True, blank=True, on_delete=models.PROTECT, related_name="entries"
    )
    body = models.ForeignKey(
        Body, null=True, blank=True, on_delete=models.PROTECT, related_name="entries"
    )
    title = BilingualField()
    said = models.JSONField(default=dict)
    link = models.URLField(max_length=500, blank=True)
    file_name = models.CharField(max_length=200, blank=True)
    content = models.BinaryField(null=True)
    sha256 = models.CharField(max_length=64, blank=True)
    #: Hidden data was taken out of the file; if not, pages say so.
    cleaned = models.BooleanField(default=False)
    withdrawn_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["kind", "country", "pk"]
        verbose_name_plural = "entries"

    def __str__(self) -> str:
        return str(self.title)

    def get_absolute_url(self) -> str:
        """Its page."""
        return address("knowledge:entry", self.pk)

    @property
    def what(self) -> Kind:
        """Its kind."""
        return kinds()[self.kind]

    @property
    def told(self) -> list[tuple[Part, Bilingual]]:
        """Every part of its kind with what is told of it; an empty text: not known."""
        return [(part, Bilingual(**self.said.get(part.slug, {}))) for part in self.what.parts]


class Review(models.Model):
    """What another institution thinks of an entry; one each, the last it gave."""

    class Verdict(models.TextChoices):
        RECOMMENDED = "recommended", _("la recomienda")
        CHANGED = "changed", _("la recomienda con cambios")
        NOT_YET = "not_yet", _("todavía no la recomienda")

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="reviews")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    verdict = models.CharField(max_length=12, choices=Verdict.choices)
    text = models.CharField(max_length=1000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering: ClassVar[list[str]] = ["at", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["entry", "body"], name="one_review_by_body")
        ]

    def __str__(self) -> str:
        return f"{self.entry}: {self.body}"


class Replication(models.Model):
    """Somebody did the same elsewhere, and tells how it went. Nothing is taken out of the log."""

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="replications")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    since = models.CharField(max_length=10)
    text = models.CharField(max_length=1000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering: ClassVar[list[str]] = ["since", "pk"]

    def __str__(self) -> str:
        return f"{self.entry}: {self.body}, {self.since}"
