"""A text that was agreed: by which forum, on which day, in which words."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from consuno.consultation.models.proposal import Version
from consuno.core import clock
from consuno.core.bilingual import BilingualField
from consuno.knowledge.models import Edition


class Adoption(models.Model):
    """The Presidency declares it, the Technical Secretariat certifies it, and it is published.

    `sentence` and `annex` keep what was missing (nothing) and every statement as they were that day:
    [{"body", "kind", "text"}]; `kind` is "silent" for a country that said nothing until silence ended: it
    did not object, and did not consent; "absent" for one that was so by the rule of absence.
    """

    class Forum(models.TextChoices):
        GRCM = "grcm", _("Grupo Regional de Consulta sobre Migración")
        VICE_MINISTERS = "vm", _("Reunión de Viceministras y Viceministros")

    class Mode(models.TextChoices):
        CONSENSUS = "consensus", _("por consenso")
        SILENCE = "silence", _("por silencio")
        SPOKEN = "spoken", _("por consenso de quienes se pronunciaron")

    version = models.OneToOneField(Version, on_delete=models.PROTECT, related_name="adoption")
    forum = models.CharField(max_length=4, choices=Forum.choices)
    mode = models.CharField(max_length=9, choices=Mode.choices, default=Mode.CONSENSUS)
    place = models.CharField(max_length=200, blank=True)
    on = models.DateField()
    sentence = BilingualField()
    annex = models.JSONField(default=list)
    declared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    declared_at = models.DateTimeField(default=clock.now)
    certified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    certified_at = models.DateTimeField(null=True, blank=True)
    edition = models.OneToOneField(
        Edition, null=True, on_delete=models.PROTECT, related_name="adoption"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["-on", "-pk"]

    def __str__(self) -> str:
        return f"{self.version}: {self.on}"
