"""The minutes of a meeting: written, circulated, corrected, approved, and then frozen."""

from __future__ import annotations

import datetime
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from consuno.core import clock
from consuno.core.addresses import address
from consuno.core.models.audit import AppendOnlyError, AppendOnlyQuerySet
from consuno.directory.models import Body
from consuno.meetings.models.sitting import Sitting

#: Kept by triggers of the database too.
TABLE = "meetings_approvedminutes"


class Record(models.Model):
    """Where the minutes of a meeting stand. Their text is composed from the agenda until approved."""

    class State(models.TextChoices):
        DRAFT = "draft", _("se escribe")
        LEAVE = "leave", _("espera la venia de la Presidencia")
        CIRCULATED = "circulated", _("circula")
        APPROVED = "approved", _("aprobada")

    sitting = models.OneToOneField(Sitting, on_delete=models.PROTECT, related_name="record")
    language = models.CharField(max_length=2, default="es")
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    #: The paper by which the Presidency gave leave, where a Secretariat records it; and who did.
    leave_instrument = models.CharField(max_length=200, blank=True)
    leave_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    circulated_on = models.DateField(null=True, blank=True)
    #: The last day for corrections.
    window_ends = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return f"{self.sitting}: {self.state}"

    def get_absolute_url(self) -> str:
        """Where the minutes are read and written."""
        return address("meetings:minutes", self.sitting.slug)

    @property
    def window_open(self) -> bool:
        """Whether those invited may still ask for corrections."""
        ends: datetime.date | None = self.window_ends
        circulates = self.state == self.State.CIRCULATED
        return circulates and ends is not None and clock.today() <= ends


class Word(models.Model):
    """One body says yes to a text, by its hash: a Secretariat confirms its agreements, or a body
    approves it. A text that changes since is another text, and the word no longer counts.
    """

    class Kind(models.TextChoices):
        CONFIRMS = "confirms", _("confirma los acuerdos")
        APPROVES = "approves", _("aprueba el acta")

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="words")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64)
    #: The note by which the body said so, where a Secretariat writes it down for it.
    instrument = models.CharField(max_length=200, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering: ClassVar[list[str]] = ["at", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["record", "kind", "body"], name="one_word_on_minutes")
        ]

    def __str__(self) -> str:
        return f"{self.body}: {self.kind}"


class Correction(models.Model):
    """What a body that is invited wants changed, and what the Secretariats answered."""

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="corrections")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    taken = models.BooleanField(null=True)
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return f"{self.body}: {self.record}"


class ApprovedMinutes(models.Model):
    """Approved minutes: the very text that was approved and its hash (SHA-256). It never changes;
    what is found wrong afterwards is a corrigendum of the agenda.
    """

    sitting = models.OneToOneField(Sitting, on_delete=models.PROTECT, related_name="approved")
    text = models.TextField()
    sha256 = models.CharField(max_length=64)
    #: Who approved it for whom, when, and by which note: [{"body", "by", "at", "instrument"}].
    approvals = models.JSONField(default=list)
    approved_at = models.DateTimeField(default=clock.now)

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["-approved_at"]
        verbose_name_plural = "approved minutes"

    def __str__(self) -> str:
        return str(self.sitting)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add; refuse to change."""
        if self.pk is not None:
            raise AppendOnlyError
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Refuse."""
        raise AppendOnlyError
