"""What a country says of a version, as events: nothing is overwritten, the last one counts."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from consuno.consultation.models.proposal import Version
from consuno.core import clock
from consuno.directory.models import Body
from consuno.knowledge.models import Provision


class Position(models.Model):
    """A country's word on a version, or a statement of the network, which does not block.

    `until`: by when it confirms (ad referendum) or speaks (needs time). `clauses`: numbers of those
    objected to. An objection and an ad referendum count once the country's validator confirmed them,
    where it has one; `instrument` names the note by which a Secretariat received it.
    """

    class Kind(models.TextChoices):
        CONSENT = "consent", _("Consiente")
        STATEMENT = "statement", _("Consiente, con una declaración")
        REFERENDUM = "referendum", _("Consiente ad referendum")
        TIME = "time", _("Pide tiempo")
        OBJECTION = "objection", _("Objeta")
        ASIDE = "aside", _("Se hace a un lado")
        NETWORK = "network", _("Declaración de la red")

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="positions")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="positions")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    text = models.CharField(max_length=2000, blank=True)
    resolves = models.CharField(max_length=1000, blank=True)
    clauses = models.JSONField(default=list)
    basis = models.CharField(max_length=300, blank=True)
    provisions = models.ManyToManyField(Provision, blank=True, related_name="+")
    until = models.DateField(null=True, blank=True)
    instrument = models.CharField(max_length=200, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    confirmed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return f"{self.body}: {self.get_kind_display()}"
