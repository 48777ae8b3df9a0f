"""Which institution of a country is competent for a matter."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.urls import reverse

from consuno.core.vocabularies import Word, words
from consuno.directory.models.body import Body
from consuno.directory.models.fact import Fact


class Jurisdiction(Fact):
    """A body of a country is competent for a matter of the vocabulary `matters`; the first by
    `order` is who is asked. One that is so no more is ended, and stays.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="jurisdictions")
    matter = models.SlugField(max_length=30)
    #: What it does in it, where that is not plain.
    note = models.CharField(max_length=200, blank=True)
    #: The rule that makes it competent; the article is empty where no source names it.
    law = models.CharField(max_length=200, blank=True)
    article = models.CharField(max_length=40, blank=True)
    order = models.PositiveSmallIntegerField(default=0)
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["order", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["body", "matter"], condition=models.Q(ended_on=None),
                name="one_jurisdiction_at_a_time",
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.body}: {self.word}"

    @property
    def path(self) -> str:
        """Where it is read: on the page of its country."""
        return f"{reverse('directory:country', args=[self.body.country_id])}#{self.matter}"

    @property
    def word(self) -> Word:
        """The matter, with its name."""
        return words("matters")[self.matter]
