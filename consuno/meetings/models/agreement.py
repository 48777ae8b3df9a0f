"""What a meeting agrees, written down as it is taken."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from consuno.core import clock
from consuno.meetings.models.item import AgendaItem


class Agreement(models.Model):
    """One agreement under an item, in the words of the minutes; one line each."""

    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="agreements")
    text = models.CharField(max_length=2000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return self.text
