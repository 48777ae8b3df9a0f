"""A round: a version goes to the countries and the network, until a day, for what they observe."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from consuno.consultation.models.proposal import Version
from consuno.core import clock
from consuno.core.addresses import address
from consuno.directory.models import Body


class Round(models.Model):
    """Observations are taken until the end of `closes` and, marked late, while nobody has closed it.

    `languages`: which texts have to be complete for it to open (es, en, both).
    """

    class Kind(models.TextChoices):
        INFORMAL = "informal", _("Informal")
        FORMAL = "formal", _("Formal")
        FINAL = "final", _("Final")
        SILENCE = "silence", _("De silencio")

    class Languages(models.TextChoices):
        BOTH = "both", _("Español e inglés")
        SPANISH = "es", _("Solo español")
        ENGLISH = "en", _("Solo inglés")

    class Publishes(models.TextChoices):
        RESULT = "result", _("Solo el resultado")
        POSITIONS = "positions", _("El resultado y la postura de cada país")
        ALL = "all", _("Todo: las posturas, las observaciones y lo que se decidió")

    class State(models.TextChoices):
        OPEN = "open", _("abierta")
        CLOSED = "closed", _("cerrada")

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="rounds")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    languages = models.CharField(max_length=4, choices=Languages.choices)
    #: What everybody will read once the text is adopted, as it was said to the parties when it opened. Nothing
    #: widens it later: who spoke, spoke under it.
    publishes = models.CharField(max_length=9, choices=Publishes.choices, default=Publishes.RESULT)
    opened_at = models.DateTimeField(default=clock.now)
    closes = models.DateField()
    closed_at = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["-opened_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.version}: {self.get_kind_display()}"

    def get_absolute_url(self) -> str:
        """Who received it and what was observed."""
        return address("consultation:round", self.version.proposal_id, self.pk)

    @property
    def state(self) -> str:
        """Open until a Secretariat closes it."""
        return self.State.OPEN if self.closed_at is None else self.State.CLOSED

    @property
    def late(self) -> bool:
        """Whether its day has passed."""
        return clock.today() > self.closes


class Invitation(models.Model):
    """A body is asked, and what proves that it knows: its page was opened signed in by somebody of it;
    somebody of it said so. That a letter left and was taken is read from their notices.
    """

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="invitations")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(null=True, blank=True)
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    acknowledged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        #: The countries, then the network: where there is no country the databases differ.
        ordering: ClassVar[list[Any]] = [models.F("body__country").asc(nulls_last=True), "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["round", "body"], name="invited_once")
        ]

    def __str__(self) -> str:
        return f"{self.round}: {self.body}"
