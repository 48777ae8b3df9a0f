"""A text that is agreed unless somebody says otherwise before an exact hour."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from consuno.consultation.models.adoption import Adoption
from consuno.consultation.models.round import Round
from consuno.consultation.silence import told
from consuno.core import clock
from consuno.directory.models import Body


class Silence(models.Model):
    """What the Presidency ordered of a round: it ends at `expires_at`, unless it was broken before.

    `zone` is the clock by which the hour was written. Whether it has ended is read from the clock, never
    from `ended_at`: that only says when the end was written down.
    """

    class Broken(models.TextChoices):
        OBJECTION = "objection", _("una objeción")
        AMENDMENT = "amendment", _("una enmienda")
        WITHDRAWN = "withdrawn", _("el retiro de la propuesta")
        LIFTED = "lifted", _("decisión de la Presidencia")

    round = models.OneToOneField(Round, on_delete=models.PROTECT, related_name="silence")
    forum = models.CharField(max_length=4, choices=Adoption.Forum.choices)
    expires_at = models.DateTimeField()
    zone = models.CharField(max_length=40)
    ended_at = models.DateTimeField(null=True, blank=True)
    broken_at = models.DateTimeField(null=True, blank=True)
    broken_how = models.CharField(max_length=9, choices=Broken.choices, blank=True)
    #: The country that broke it, or whoever withdrew the text; none where the Presidency lifted it.
    broken_by = models.ForeignKey(Body, null=True, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=1000, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["-pk"]

    def __str__(self) -> str:
        return f"{self.round}: {self.expires_at:%Y-%m-%d %H:%MZ}"

    @property
    def over(self) -> bool:
        """Whether its hour came without anybody breaking it."""
        return self.broken_at is None and clock.now() >= self.expires_at

    @property
    def running(self) -> bool:
        """Whether it can still be broken."""
        return self.broken_at is None and clock.now() < self.expires_at

    @property
    def until(self) -> str:
        """Its hour, in words."""
        return told(self.expires_at, self.zone)
