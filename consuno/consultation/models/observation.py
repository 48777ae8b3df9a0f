"""What a country or the network observes of a text, and what was decided on it."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from consuno.consultation.models.proposal import Version
from consuno.consultation.models.round import Round
from consuno.core import clock
from consuno.directory.models import Body
from consuno.knowledge.models import Provision


class Observation(models.Model):
    """Of a clause, of words of it (`quote`), or of the whole text (no `uid`), in one language.

    While a draft it is its body's own. What was submitted is withdrawn, never changed or deleted.
    """

    class Kind(models.TextChoices):
        EDITORIAL = "editorial", _("De redacción")
        SUBSTANTIVE = "substantive", _("De fondo")
        LEGAL = "legal", _("Incompatible con la ley")
        QUESTION = "question", _("Pregunta")
        SUPPORT = "support", _("Apoyo")

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="observations")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="observations")
    kind = models.CharField(max_length=11, choices=Kind.choices)
    uid = models.PositiveIntegerField(null=True, blank=True)
    quote = models.CharField(max_length=1000, blank=True)
    language = models.CharField(max_length=2, default="es")
    text = models.TextField()
    #: The wording proposed for the clause.
    wording = models.TextField(blank=True)
    #: A rule that the library does not hold yet: unconfirmed, as its author wrote it.
    basis = models.CharField(max_length=300, blank=True)
    provisions = models.ManyToManyField(Provision, blank=True, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    submitted_at = models.DateTimeField(null=True, blank=True)
    late = models.BooleanField(default=False)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    #: The letter by which a Secretariat received it, where the body did not write it here.
    instrument = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["submitted_at", "pk"]

    def __str__(self) -> str:
        return f"{self.body}: {self.get_kind_display()}"

    @property
    def standing(self) -> bool:
        """Whether it counts: submitted, not withdrawn."""
        return self.submitted_at is not None and self.withdrawn_at is None


class Placement(models.Model):
    """Where an observation stands in a later version (`uid` None: whole text, or nobody knows yet)."""

    class State(models.TextChoices):
        EXACT = "exact", _("donde estaba")
        MOVED = "moved", _("su cláusula cambió o su texto pasó a otra")
        ORPHAN = "orphan", _("sin lugar: hay que decir dónde va")
        PLACED = "placed", _("puesta a mano")

    observation = models.ForeignKey(
        Observation, on_delete=models.CASCADE, related_name="placements"
    )
    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="placements")
    state = models.CharField(max_length=6, choices=State.choices)
    uid = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["observation", "version"], name="placed_once")
        ]

    def __str__(self) -> str:
        return f"{self.observation}: {self.state}"


class Disposition(models.Model):
    """What was decided on an observation, with why; its author says whether that satisfies."""

    class Verdict(models.TextChoices):
        ACCEPTED = "accepted", _("aceptada")
        PARTLY = "partly", _("aceptada en parte")
        NOT_ACCEPTED = "not", _("no aceptada")
        DEFERRED = "deferred", _("se deja para después")

    class Answer(models.TextChoices):
        SATISFIED = "satisfied", _("satisfecha")
        MAINTAINS = "maintains", _("la mantiene")

    observation = models.OneToOneField(
        Observation, on_delete=models.CASCADE, related_name="disposition"
    )
    verdict = models.CharField(max_length=8, choices=Verdict.choices)
    reason = models.CharField(max_length=1000)
    resulting = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    answer = models.CharField(max_length=9, choices=Answer.choices, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return f"{self.observation}: {self.verdict}"


class InternalInput(models.Model):
    """What an institution of a country tells its focal point. Nobody outside the country reads it."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="inputs")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    uid = models.PositiveIntegerField(null=True, blank=True)
    text = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return f"{self.round}: {self.body}"


class InputRequest(models.Model):
    """A country's focal point asks one of its State's institutions what it thinks; once in a round."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="requests")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["round", "body"], name="asked_once_in_a_round")
        ]

    def __str__(self) -> str:
        return f"{self.round}: {self.body}"
