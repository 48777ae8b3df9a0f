"""Notices: something happened that concerns a person."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from consuno.core import clock


class Notice(models.Model):
    """What happened, as its kind and ids; its words are made when it is read."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notices"
    )
    kind = models.CharField(max_length=60)
    ids = models.JSONField(default=dict)
    at = models.DateTimeField(default=clock.now)
    read_at = models.DateTimeField(null=True, blank=True)
    #: When a letter counted it; nobody is written to twice about the same.
    mailed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-at", "-pk"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["user"], condition=Q(read_at=None), name="notice_unread")
        ]

    def __str__(self) -> str:
        return self.kind
