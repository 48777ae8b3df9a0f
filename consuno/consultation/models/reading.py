"""Which version each person read last, so that they are shown only what changed since."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from consuno.consultation.models.proposal import Proposal, Version
from consuno.core import clock


class Reading(models.Model):
    """The last fixed version whose text a person had before them; nobody else is told of it."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="readings")
    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["user", "proposal"], name="one_reading_of_a_proposal")
        ]

    def __str__(self) -> str:
        return f"{self.version}"
