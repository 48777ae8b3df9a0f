"""A letter that asks whoever runs services whether they go on as they are."""

from __future__ import annotations

import datetime
from typing import ClassVar

from django.conf import settings
from django.db import models

from consuno.core import clock
from consuno.directory.models import Body

#: How long the link of a letter is good for.
GOOD_FOR = datetime.timedelta(days=21)


class Asking(models.Model):
    """One letter to one person about the services of one body; its link is good once.

    No key is kept: the link is a signature of the number.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-pk"]

    def __str__(self) -> str:
        return f"{self.body}: {clock.day(self.at)}"

    @property
    def good(self) -> bool:
        """Whether its link still opens."""
        return self.used_at is None and clock.now() < self.at + GOOD_FOR
