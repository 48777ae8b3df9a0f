"""When a country that stays silent keeps nobody else from agreeing: a rule of the parties, kept as data."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from consuno.consultation.models.proposal import Version
from consuno.core import clock
from consuno.directory.models import Body


class AbsenceRule(models.Model):
    """Days that a country has from when a text circulates (`term`), and from a reminder (`after`).

    `least` is how many countries must have spoken. `agreed` names where the governments agreed to it: the
    Secretariats write the rule down, they do not make it. It counts once both have said so, for texts that
    circulate from then on, until it is ended; none is in force before the parties adopt one.
    """

    term = models.PositiveSmallIntegerField()
    after = models.PositiveSmallIntegerField()
    least = models.PositiveSmallIntegerField()
    agreed = models.CharField(max_length=300)
    secretariat = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    confirmed_at = models.DateTimeField(null=True, blank=True)
    #: Another rule took its place, the governments ended it, or its proposal was taken back.
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-pk"]

    def __str__(self) -> str:
        return f"{self.term} + {self.after}: {self.agreed}"


class AbsenceReminder(models.Model):
    """A country was reminded that its position on a version is missing; people of it received that."""

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="absences")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    #: The note by which a Secretariat reminded it, where nobody holds the post.
    instrument = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["version", "body"], name="reminded_once")
        ]

    def __str__(self) -> str:
        return f"{self.body}: {self.version}"
