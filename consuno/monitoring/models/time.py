"""Deadlines of obligations in time: extensions asked and decided, reminders told once."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from consuno.agenda.models import Commitment
from consuno.core import clock
from consuno.directory.models import Body
from consuno.monitoring.models.obligation import Obligation


class Extension(models.Model):
    """A body asks for more time; both Secretariats decide. The old day stays visible."""

    class State(models.TextChoices):
        PENDING = "pending", _("por decidir")
        GRANTED = "granted", _("concedida")
        REFUSED = "refused", _("negada")

    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="extensions")
    before = models.DateField()
    wanted = models.DateField()
    reason = models.CharField(max_length=500)
    state = models.CharField(max_length=8, choices=State.choices, default=State.PENDING)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering: ClassVar[list[str]] = ["-at", "-pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["obligation"], condition=Q(state="pending"), name="one_pending_extension"
            )
        ]

    def __str__(self) -> str:
        return f"{self.obligation}: {self.before} → {self.wanted}"


class ExtensionWord(models.Model):
    """A Secretariat, or the forum that set the date, grants an extension, or refuses it and says why."""

    extension = models.ForeignKey(Extension, on_delete=models.CASCADE, related_name="words")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    grants = models.BooleanField()
    reason = models.CharField(max_length=500, blank=True)
    #: The note by which the forum said so, where its Secretariat wrote it down.
    instrument = models.CharField(max_length=200, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["extension", "body"], name="one_word_on_an_extension")
        ]

    def __str__(self) -> str:
        return f"{self.body}: {self.extension}"


class Reminder(models.Model):
    """One rung of the ladder of one deadline, told or skipped: a row each, for ever.

    `due_on` is the version of the deadline: a new day begins a new ladder.
    """

    class Kind(models.TextChoices):
        DEADLINE = "deadline", "deadline"
        REPORT = "report", "report"

    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="reminders")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    due_on = models.DateField()
    rung = models.SmallIntegerField()
    skipped = models.BooleanField(default=False)
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["obligation", "kind", "due_on", "rung"], name="each_rung_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.obligation} {self.due_on} {self.rung:+d}"


class OutcomeWord(models.Model):
    """What one Secretariat says became of an obligation; it counts when both say the same."""

    obligation = models.ForeignKey(Obligation, on_delete=models.CASCADE, related_name="words")
    secretariat = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=10, choices=Commitment.Outcome.choices, blank=True)
    reason = models.CharField(max_length=500)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["obligation", "secretariat"], name="one_outcome_a_secretariat"
            )
        ]

    def __str__(self) -> str:
        return f"{self.secretariat}: {self.obligation} {self.outcome}"
