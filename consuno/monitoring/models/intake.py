"""A follow-up sheet kept elsewhere until now, on its way in; and the progress it told of."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from consuno.agenda.models import Candidate, Minutes
from consuno.core import clock
from consuno.core.addresses import address
from consuno.directory.models import Body
from consuno.monitoring.models.cycle import Rating


class Intake(models.Model):
    """A sheet as it was read, which column means what, and the paper it became.

    It is a draft of one Secretariat: discarded, its rows are gone; taken in, they are the paper's.
    """

    title = models.CharField(max_length=200)
    place = models.CharField(max_length=120, blank=True)
    day = models.DateField()
    public = models.BooleanField(default=False)
    file_name = models.CharField(max_length=200)
    content = models.BinaryField()
    sheet = models.CharField(max_length=100, blank=True)
    rows = models.JSONField(default=list)
    #: Row of the heads, from 1; and the column (from 0) of each thing.
    head = models.PositiveSmallIntegerField(default=1)
    columns = models.JSONField(default=dict)
    secretariat = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    minutes = models.OneToOneField(
        Minutes, null=True, on_delete=models.PROTECT, related_name="intake"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["-pk"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Where its columns are told apart."""
        return address("monitoring:intake", self.pk)


class Past(models.Model):
    """What a sheet told of the progress of one row: history, no report; nobody assessed it here."""

    candidate = models.OneToOneField(Candidate, on_delete=models.CASCADE, related_name="past")
    text = models.TextField(blank=True)
    level = models.CharField(max_length=100, blank=True)
    rating = models.CharField(max_length=12, choices=Rating.choices, blank=True)
    said_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        verbose_name_plural = "past"

    def __str__(self) -> str:
        return f"{self.candidate}: {self.level}"
