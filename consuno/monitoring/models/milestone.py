"""Steps on the way to what is owed, with their weights: the only source of a figure of progress."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from consuno.core import clock
from consuno.monitoring.models.cycle import Report
from consuno.monitoring.models.obligation import Obligation


class Milestone(models.Model):
    """One step that a body sets itself, weighed (1 to 100) against its other steps."""

    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="milestones")
    title = models.CharField(max_length=200)
    weight = models.PositiveSmallIntegerField(
        default=1, validators=[MinValueValidator(1), MaxValueValidator(100)]
    )
    due_on = models.DateField(null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    #: A step that is given up stays in sight with its day; it counts no more.
    dropped_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["due_on", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(weight__range=(1, 100)), name="milestone_weight")
        ]

    def __str__(self) -> str:
        return self.title


class Reached(models.Model):
    """How far one report says that a step is: 0 to 100 per cent of it."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="reached")
    milestone = models.ForeignKey(Milestone, on_delete=models.PROTECT, related_name="reached")
    percent = models.PositiveSmallIntegerField()

    class Meta:
        ordering: ClassVar[list[str]] = ["milestone"]
        verbose_name_plural = "reached"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["report", "milestone"], name="reached_once_a_report"),
            models.CheckConstraint(condition=Q(percent__range=(0, 100)), name="reached_percent"),
        ]

    def __str__(self) -> str:
        return f"{self.milestone}: {self.percent}"
