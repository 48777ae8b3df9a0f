"""Documents of a meeting, and the efforts that bodies already make."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.urls import reverse

from consuno.agenda.models import Population, Theme
from consuno.core import clock
from consuno.directory.models import Body
from consuno.meetings.models.sitting import Sitting


class Document(models.Model):
    """A file as it came, with its hash (SHA-256, hexadecimal), or the address of a page."""

    sitting = models.ForeignKey(Sitting, on_delete=models.CASCADE, related_name="documents")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    language = models.CharField(max_length=2, default="es")
    link = models.URLField(max_length=500, blank=True)
    file_name = models.CharField(max_length=200, blank=True)
    content = models.BinaryField(null=True)
    sha256 = models.CharField(max_length=64, blank=True)
    #: Hidden data was taken out of the file; if not, pages say so.
    cleaned = models.BooleanField(default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Where it is: its page elsewhere, or its file here."""
        return self.link or reverse("meetings:document", args=[self.pk])


class Effort(models.Model):
    """Something a body already does on a theme (San Salvador: what each country and organisation
    does is put together before more is asked of them). Its last day empty: it goes on.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="efforts")
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="efforts")
    #: Whom it serves (the victims of part 1 of the minutes and the priority groups of part 3); none: anybody.
    populations = models.ManyToManyField(Population, blank=True, related_name="efforts")
    title = models.CharField(max_length=200)
    description = models.TextField(blank=True)
    language = models.CharField(max_length=2, default="es")
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    link = models.URLField(max_length=500, blank=True)
    #: The day somebody last said that it is so.
    confirmed_on = models.DateField(default=clock.today)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["theme__order", "body__order", "pk"]

    def __str__(self) -> str:
        return f"{self.body}: {self.title}"
