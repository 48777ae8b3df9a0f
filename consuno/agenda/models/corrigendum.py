"""A correction of what is already on the agenda: proposed by one Secretariat, agreed by the other."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from consuno.agenda.models.commitment import Commitment
from consuno.core import clock
from consuno.directory.models import Body


class Corrigendum(models.Model):
    """What was, what shall be and why. Kept for ever, whether it was agreed or taken back.

    `changes` holds {name: [before, after]} of the changed ones among `commitment_fields.CORRECTIONS`:
    days as ISO 8601, a theme by its key, the responsible parties as candidates hold them.
    """

    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="corrigenda")
    changes = models.JSONField()
    #: All that the item said when the correction was agreed, so that any day can be read again.
    was = models.JSONField(default=dict)
    reason = models.CharField(max_length=500)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    agreed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    agreed_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-at", "-pk"]
        verbose_name_plural = "corrigenda"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["commitment"], condition=Q(agreed_at=None, withdrawn_at=None),
                name="one_open_corrigendum",
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.commitment.ref}: {', '.join(self.changes)}"

    @property
    def open(self) -> bool:
        """Whether it waits for the other Secretariat."""
        return self.agreed_at is None and self.withdrawn_at is None
