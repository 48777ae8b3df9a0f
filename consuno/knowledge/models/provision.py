"""What the law of a country says of an element, by article, date and source."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.urls import reverse

from consuno.core import clock
from consuno.core.bilingual import BilingualField
from consuno.core.vocabularies import words
from consuno.directory.models import Country, Fact
from consuno.knowledge.elements import Element, elements


class Provision(Fact):
    """A cell of the matrix. No row: it is not known. One that changed is ended, and stays.

    `article` is empty where no source names it: none is ever guessed.
    """

    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="provisions")
    element = models.SlugField(max_length=30)
    value = models.SlugField(max_length=12)
    law = models.CharField(max_length=200, blank=True)
    article = models.CharField(max_length=40, blank=True)
    text = BilingualField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["country", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["country", "element"], condition=models.Q(ended_on=None),
                name="one_provision_at_a_time",
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.country}: {self.what}"

    @property
    def what(self) -> Element:
        """The element it speaks of."""
        return elements()[self.element]

    @property
    def answer(self) -> str:
        """Its value, in words."""
        return str(words("answers")[self.value])

    @property
    def citation(self) -> str:
        """Its law and, where one is known, its article."""
        return f"{self.law}, art. {self.article}" if self.article else self.law

    @property
    def path(self) -> str:
        """Where it is read."""
        return f"{reverse('knowledge:law')}?pais={self.country_id}#{self.element}"


class Asked(models.Model):
    """Somebody wants to know what is not known: the country's focal points hear of it, once."""

    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="+")
    element = models.SlugField(max_length=30)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["country", "element"], name="asked_once")
        ]

    def __str__(self) -> str:
        return f"{self.country}: {self.element}"
