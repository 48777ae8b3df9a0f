"""The joint cycle: both Secretariats open it, institutions report in it."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from consuno.agenda.models import Commitment
from consuno.core import clock
from consuno.core.addresses import address
from consuno.directory.models import Body
from consuno.monitoring.models.obligation import Obligation


class Cycle(models.Model):
    """One round of monitoring, up to a meeting. `code` is what people call it ("2026-II")."""

    code = models.SlugField(unique=True, max_length=20)
    forum = models.CharField(max_length=200)
    reports_due = models.DateField()
    reviews_due = models.DateField()
    publishes_on = models.DateField()
    drafted_by = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField(default=clock.now)
    #: What it asks about: of what is owed and of the priorities, those that both Secretariats chose (San
    #: Salvador, line 105: "in the prioritised themes"). A priority is owed from the day the cycle opens.
    covers = models.ManyToManyField(Commitment, related_name="cycles")
    #: Grows when its days or what it covers change: a Secretariat confirms what it read.
    revision = models.PositiveIntegerField(default=1)
    opened_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-publishes_on", "-pk"]

    def __str__(self) -> str:
        return self.code

    def get_absolute_url(self) -> str:
        """Address of its page."""
        return address("monitoring:cycle", self.code)

    class State(models.TextChoices):
        DRAFT = "draft", _("en borrador")
        OPEN = "open", _("abierto")

    @property
    def state(self) -> str:
        """Open from the day on which both Secretariats had confirmed it."""
        return self.State.DRAFT if self.opened_on is None else self.State.OPEN

    @property
    def open(self) -> bool:
        """Whether both Secretariats confirmed it, so that institutions were asked."""
        return self.state == self.State.OPEN


class CycleWord(models.Model):
    """One Secretariat confirms the cycle as it stood at a revision."""

    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="words")
    secretariat = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    revision = models.PositiveIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["cycle", "secretariat"], name="one_word_a_secretariat")
        ]

    def __str__(self) -> str:
        return f"{self.secretariat}: {self.cycle}"


class Rating(models.TextChoices):
    """How far it is, on the scale of the Open Government Partnership; ordinals, never averaged."""

    NO_EVIDENCE = "no_evidence", _("Sin evidencia")
    NOT_STARTED = "not_started", _("Sin empezar")
    LIMITED = "limited", _("Limitado")
    SUBSTANTIAL = "substantial", _("Sustancial")
    COMPLETE = "complete", _("Completo")


class Report(models.Model):
    """What one body says, in one cycle, of one thing it owes; asked for when the cycle opens."""

    class State(models.TextChoices):
        REQUESTED = "requested", _("pedido")
        DRAFT = "draft", _("en borrador")
        SUBMITTED = "submitted", _("espera su validación")
        IN_REVIEW = "in_review", _("ante las Secretarías")
        RETURNED = "returned", _("devuelto")

    #: What is kept of an obligation when the Secretariats find different things.
    DIVERGENT = "divergent"

    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="reports")
    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="reports")
    state = models.CharField(max_length=10, choices=State.choices, default=State.REQUESTED)
    narrative = models.TextField(blank=True)
    language = models.CharField(max_length=2, default="es")
    #: Target of the 2030 Agenda ("10.7") and indicator with its value, where there is one.
    sdg_target = models.CharField(max_length=5, blank=True)
    indicator = models.CharField(max_length=300, blank=True)
    rating = models.CharField(max_length=12, choices=Rating.choices, blank=True)
    difficulties = models.TextField(blank=True)
    help_wanted = models.TextField(blank=True)
    #: Grows with each save: two people at once never overwrite each other.
    revision = models.PositiveIntegerField(default=1)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    submitted_at = models.DateTimeField(null=True, blank=True)
    validated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    validated_at = models.DateTimeField(null=True, blank=True)
    #: The note by which the institution said it, where its Secretariat wrote it down.
    instrument = models.CharField(max_length=200, blank=True)
    #: Why it came back, from the institution's validator or from a Secretariat.
    returned_reason = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["obligation__body__order", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["cycle", "obligation"], name="one_report_a_cycle"),
            models.CheckConstraint(
                condition=~Q(state="in_review") | Q(submitted_at__isnull=False),
                name="reviewed_after_submitted",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.cycle}: {self.obligation}"

    def get_absolute_url(self) -> str:
        """Address of its page."""
        return address("monitoring:report", self.pk)

    @property
    def given(self) -> bool:
        """Whether the institution has said it: what nobody reported counts as not reported."""
        return self.state == self.State.IN_REVIEW
