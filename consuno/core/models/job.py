"""The queue of the embedded database. PostgreSQL uses procrastinate's own tables instead."""

import datetime
from typing import ClassVar

from django.db import models


class QueuedJob(models.Model):
    """One run to be done. `due` is when; None when it was given up. `period` names a periodic job,
    of which there is one row for ever. `leased_until` is set while a worker has it."""

    name = models.CharField(max_length=80)
    arguments = models.JSONField(default=dict)
    period = models.CharField(max_length=80, blank=True)
    due = models.DateTimeField(null=True)
    leased_until = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    error = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["due"])]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["period"], condition=~models.Q(period=""), name="one_row_per_period"
            )
        ]

    def __str__(self) -> str:
        return self.name

    def again(self, due: datetime.datetime, error: str = "", *, tries: int = 0) -> None:
        """Put it back for a later time."""
        self.due, self.leased_until, self.error, self.tries = due, None, error[:200], tries
        self.save()

    def give_up(self, error: str) -> None:
        """Keep it for an administrator to see; it runs no more."""
        self.due, self.leased_until, self.error = None, None, error[:200]
        self.save()
