"""What was done, by whom and when. Entries are only ever added."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models

from consuno.core import clock


class AppendOnlyError(RuntimeError):
    """Somebody tried to change or delete what is only ever added."""


class AppendOnlyQuerySet(models.QuerySet[models.Model]):
    """Refuses to change many at once, too."""

    def update(self, **kwargs: Any) -> int:
        """Refuse."""
        raise AppendOnlyError

    def delete(self) -> tuple[int, dict[str, int]]:
        """Refuse."""
        raise AppendOnlyError


class AuditEntry(models.Model):
    """One act. `about` names the record ("commitment:12"); `detail` holds values, never persons."""

    at = models.DateTimeField(default=clock.now, editable=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    on_behalf_of = models.CharField(max_length=40, blank=True)
    verb = models.CharField(max_length=60)
    about = models.CharField(max_length=80, db_index=True)
    detail = models.JSONField(default=dict)

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{clock.day(self.at)} {self.verb} {self.about}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add; refuse to change."""
        if self.pk is not None:
            raise AppendOnlyError
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Refuse."""
        raise AppendOnlyError


class AuditSeal(models.Model):
    """A link of the chain: the hash (SHA-256, hexadecimal) of one entry and of the link before it.

    `number` counts from 1 in the order in which entries were committed, which on a database of
    several writers is not the order of their own numbers.
    """

    number = models.PositiveBigIntegerField(primary_key=True)
    entry = models.OneToOneField(AuditEntry, on_delete=models.PROTECT, related_name="seal")
    hash = models.CharField(max_length=64)

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["number"]

    def __str__(self) -> str:
        return f"{self.number} {self.hash[:12]}"
