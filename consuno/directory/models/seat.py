"""Seats of civil society in national bodies: whether there is one, who has it, whether they come."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.urls import reverse

from consuno.core import clock
from consuno.directory.models.body import Body
from consuno.directory.models.fact import Fact


class Seat(Fact):
    """A seat of civil society in a national body, by the source that makes it.

    `holder` is the organisation that has it; none: the seat is empty. Without any seat of a body it
    is not known whether there is one; `exists` false says that a source says there is none.
    """

    national = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="seats")
    title = models.CharField(max_length=120)
    exists = models.BooleanField(default=True)
    holder = models.ForeignKey(
        Body, null=True, blank=True, on_delete=models.PROTECT, related_name="seats_held"
    )
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["national__order", "pk"]

    def __str__(self) -> str:
        return f"{self.national}: {self.title}"

    @property
    def path(self) -> str:
        """Where it is read: on the page of its country."""
        return f"{reverse('directory:country', args=[self.national.country_id])}#asientos"

    @property
    def last(self) -> Attendance | None:
        """When somebody last sat there, if ever; prefetch `attendances` for many."""
        return max(self.attendances.all(), key=lambda each: (each.on, each.pk), default=None)


class Attendance(models.Model):
    """The organisation that has a seat was at a session of the body: a row each, only added to."""

    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="attendances")
    holder = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering: ClassVar[list[str]] = ["-on", "-pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["seat", "on"], name="once_a_session")
        ]

    def __str__(self) -> str:
        return f"{self.seat}: {self.on}"
