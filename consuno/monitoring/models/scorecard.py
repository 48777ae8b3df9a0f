"""What both Secretariats publish of a cycle: immutable, superseded and never overwritten."""

from __future__ import annotations

import json
from typing import Any, ClassVar

from django.conf import settings
from django.db import models

from consuno.core import clock
from consuno.core.addresses import address
from consuno.core.models.audit import AppendOnlyError, AppendOnlyQuerySet
from consuno.directory.models import Body
from consuno.monitoring.models.cycle import Cycle

#: Kept by triggers of the database too.
TABLE = "monitoring_scorecard"


class SignOff(models.Model):
    """One Secretariat signs a draft off: a recorded act of the hash of what it read.

    It is no cryptographic signature: it says who, for whom and when.
    """

    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="sign_offs")
    secretariat = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["cycle", "secretariat"], name="one_sign_off_a_secretariat"
            )
        ]

    def __str__(self) -> str:
        return f"{self.secretariat}: {self.cycle}"


class Scorecard(models.Model):
    """A published scorecard: the very text that was signed off (JSON), and its hash (SHA-256).

    `number` 2 supersedes 1. `signed` holds who signed off for each Secretariat and when.
    """

    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="scorecards")
    number = models.PositiveSmallIntegerField()
    content = models.TextField()
    sha256 = models.CharField(max_length=64, unique=True)
    signed = models.JSONField(default=list)
    published_at = models.DateTimeField(default=clock.now)

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["-published_at", "-pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["cycle", "number"], name="one_scorecard_a_number")
        ]

    def __str__(self) -> str:
        return f"{self.cycle} {self.number}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add; refuse to change."""
        if self.pk is not None:
            raise AppendOnlyError
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        """Address of its public page."""
        return address("monitoring:scorecard", self.cycle.code, self.number)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Refuse."""
        raise AppendOnlyError

    @property
    def read(self) -> dict[str, Any]:
        """What it says."""
        content: dict[str, Any] = json.loads(self.content)
        return content
