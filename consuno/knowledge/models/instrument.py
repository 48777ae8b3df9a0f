"""International and regional instruments: their versions, the languages of each, who adopted them."""

from __future__ import annotations

import datetime
from typing import ClassVar

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from consuno.core import clock
from consuno.core.addresses import address
from consuno.core.bilingual import BilingualField
from consuno.core.vocabularies import words
from consuno.directory.models import Country, Fact


class Instrument(models.Model):
    """A text that States agreed on. What it says is in its versions."""

    class Kind(models.TextChoices):
        CONVENTION = "convention", _("Convención o protocolo internacional")
        GUIDELINE = "guideline", _("Lineamientos")
        PROTOCOL = "protocol", _("Protocolo de actuación")
        MEMORANDUM = "memorandum", _("Memorándum de entendimiento")
        PROPOSAL = "proposal", _("Propuesta institucional")

    class Scope(models.TextChoices):
        INTERNATIONAL = "international", _("Internacional")
        REGIONAL = "regional", _("De la CRM")

    slug = models.SlugField(max_length=60, unique=True)
    kind = models.CharField(max_length=12, choices=Kind.choices)
    scope = models.CharField(max_length=13, choices=Scope.choices)
    name = BilingualField()
    about = BilingualField()

    class Meta:
        ordering: ClassVar[list[str]] = ["scope", "pk"]

    def __str__(self) -> str:
        return str(self.name)

    def get_absolute_url(self) -> str:
        """Its page."""
        return address("knowledge:instrument", self.slug)


class Edition(Fact):
    """A version of an instrument: when, where and by whom it was adopted, as far as is known.

    `adopted_on` is 2016, 2016-11 or 2016-11-15; empty: the day is not known.
    """

    instrument = models.ForeignKey(Instrument, on_delete=models.PROTECT, related_name="editions")
    label = models.CharField(max_length=40)
    adopted_on = models.CharField(max_length=10, blank=True)
    adopted_by = BilingualField()
    note = BilingualField()

    class Meta:
        ordering: ClassVar[list[str]] = ["-adopted_on", "-pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["instrument", "label"], name="one_edition_by_label")
        ]

    def __str__(self) -> str:
        return f"{self.instrument}, {self.label}"

    @property
    def adopted_day(self) -> datetime.date | None:
        """The day, where the whole of it is known."""
        known = len(self.adopted_on) == 10
        return datetime.date.fromisoformat(self.adopted_on) if known else None


class EditionText(models.Model):
    """The text of a version in one language: at its official address, or as a file kept here."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="texts")
    language = models.SlugField(max_length=3)
    authentic = models.BooleanField(default=False)
    link = models.URLField(max_length=500, blank=True)
    file_name = models.CharField(max_length=200, blank=True)
    content = models.BinaryField(null=True)
    sha256 = models.CharField(max_length=64, blank=True)
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering: ClassVar[list[str]] = ["language", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["edition", "language"], name="one_text_by_language")
        ]

    def __str__(self) -> str:
        return f"{self.edition} ({self.language})"

    def get_absolute_url(self) -> str:
        """Where it is read: its page elsewhere, or its file here."""
        return self.link or reverse("knowledge:edition_text", args=[self.pk])

    @property
    def tongue(self) -> str:
        """The name of its language."""
        return str(words("languages")[self.language])


class Adoption(Fact):
    """What a country did with an instrument. No row: it is not known. One that changed is ended."""

    class State(models.TextChoices):
        PARTY = "party", _("Estado parte")
        SIGNED = "signed", _("firmado, sin ratificar")
        ADOPTED = "adopted", _("adoptado")
        IN_LAW = "in_law", _("incorporado en una norma nacional")
        NOT = "not", _("no adoptado")

    instrument = models.ForeignKey(Instrument, on_delete=models.PROTECT, related_name="adoptions")
    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="adoptions")
    state = models.CharField(max_length=8, choices=State.choices)
    law = models.CharField(max_length=200, blank=True)
    since = models.CharField(max_length=10, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["country", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["instrument", "country"], condition=models.Q(ended_on=None),
                name="one_adoption_at_a_time",
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.country}: {self.instrument}"
