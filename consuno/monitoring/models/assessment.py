"""What each Secretariat, and the other side, think of a report."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from consuno.core import clock
from consuno.directory.models import Body
from consuno.monitoring.models.cycle import Rating, Report


class Assessment(models.Model):
    """How far one Secretariat finds that it is, and why; of the report as it read then."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="assessments")
    secretariat = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    rating = models.CharField(max_length=12, choices=Rating.choices)
    reasons = models.TextField()
    revision = models.PositiveIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering: ClassVar[list[str]] = ["secretariat__order"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["report", "secretariat"], name="one_assessment_a_secretariat"
            )
        ]

    def __str__(self) -> str:
        return f"{self.secretariat}: {self.report}"


class Remark(models.Model):
    """Words of an institution beside a report: the other side's view, or its own right of reply."""

    class Kind(models.TextChoices):
        NOTE = "note", "note"
        REPLY = "reply", "reply"

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="remarks")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=5, choices=Kind.choices)
    text = models.TextField()
    language = models.CharField(max_length=2, default="es")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering: ClassVar[list[str]] = ["at", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["report", "body", "kind"], name="one_remark_a_body")
        ]

    def __str__(self) -> str:
        return f"{self.body}: {self.report}"
