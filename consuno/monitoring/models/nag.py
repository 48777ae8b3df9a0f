"""A date that was to be defined and still is not: asked for every thirty days."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from consuno.agenda.models import Commitment
from consuno.core import clock


class Nag(models.Model):
    """One asking for the date of one commitment; `round` 1 is after thirty days, and so on."""

    commitment = models.ForeignKey(Commitment, on_delete=models.CASCADE, related_name="nags")
    round = models.PositiveSmallIntegerField()
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["commitment", "round"], name="each_round_once")
        ]

    def __str__(self) -> str:
        return f"{self.commitment.ref} {self.round}"
