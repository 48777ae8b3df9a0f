"""Deadlines that are a meeting: they follow its day."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from consuno.agenda.models import Commitment
from consuno.core import clock
from consuno.meetings.models.sitting import Sitting


class EventDeadline(models.Model):
    """Which meeting the words of a deadline mean ("before the next GRCM")."""

    commitment = models.OneToOneField(
        Commitment, on_delete=models.CASCADE, related_name="event_deadline"
    )
    sitting = models.ForeignKey(Sitting, on_delete=models.PROTECT, related_name="deadlines")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return f"{self.commitment.ref}: {self.sitting}"
