"""A body's answers to an instrument of self-assessment."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from consuno.core import clock
from consuno.core.addresses import address
from consuno.directory.models import Body
from consuno.knowledge.assessments import Kind, kinds


class Assessment(models.Model):
    """One body, one instrument, one time. Given, it does not change: the next is a new one.

    `partner` is the organisation of the network it was answered with; `partner_word` is what that
    one says beside it, in its own words.
    """

    kind = models.SlugField(max_length=30)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    partner = models.ForeignKey(
        Body, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    partner_word = models.TextField(blank=True)
    language = models.CharField(max_length=2, default="es")
    begun_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    begun_at = models.DateTimeField(default=clock.now)
    given_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-given_on", "-pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["kind", "body"], condition=models.Q(given_on=None),
                name="one_open_assessment",
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.instrument}: {self.body}"

    def get_absolute_url(self) -> str:
        """Address of its page."""
        return address("knowledge:assessment", self.pk)

    @property
    def instrument(self) -> Kind:
        """The instrument, with its questions."""
        return kinds()[self.kind]


class Finding(models.Model):
    """The answer to one question. No row: not answered; «no se sabe» is an answer."""

    class Level(models.TextChoices):
        YES = "yes", _("sí")
        PARTLY = "partly", _("en parte")
        NO = "no", _("no")
        UNKNOWN = "unknown", _("no se sabe")

    assessment = models.ForeignKey(Assessment, on_delete=models.CASCADE, related_name="findings")
    question = models.SlugField(max_length=40)
    level = models.CharField(max_length=8, choices=Level.choices)
    text = models.CharField(max_length=1000, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["assessment", "question"], name="one_finding")
        ]

    def __str__(self) -> str:
        return f"{self.question}: {self.level}"

    @property
    def gap(self) -> bool:
        """Whether something is wanting."""
        return self.level in {self.Level.NO, self.Level.PARTLY}
