"""A table of services on its way in: read, tried, then brought whole or not at all."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from consuno.core import clock
from consuno.core.addresses import address
from consuno.directory.models import Body


class Bringing(models.Model):
    """The rows as they were read, for one body; kept until they are brought or thrown away."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    file_name = models.CharField(max_length=200)
    #: The cells of each row by the name of its column, and notes of what was left out.
    rows = models.JSONField(default=list)
    notes = models.JSONField(default=list)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    done_at = models.DateTimeField(null=True, blank=True)
    made = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)

    class Meta:
        ordering: ClassVar[list[str]] = ["-pk"]

    def __str__(self) -> str:
        return self.file_name

    def get_absolute_url(self) -> str:
        """Address of its report."""
        return address("services:bringing", self.pk)
