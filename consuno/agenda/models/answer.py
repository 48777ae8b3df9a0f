"""What a meeting did with the difficulties it named."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from consuno.agenda.models.commitment import Challenge, Commitment
from consuno.core import clock
from consuno.directory.models import Body


class Answer(models.Model):
    """One Secretariat says that an item takes up a challenge, wholly or in part, or does not."""

    class Degree(models.TextChoices):
        WHOLE = "whole", _("lo retoma")
        PART = "part", _("lo retoma en parte")
        NOT = "not", _("no lo retoma")

    challenge = models.ForeignKey(Challenge, on_delete=models.CASCADE, related_name="answers")
    commitment = models.ForeignKey(Commitment, on_delete=models.CASCADE, related_name="answers")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    degree = models.CharField(max_length=5, choices=Degree.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["challenge", "commitment", "body"], name="one_answer_a_body"
            )
        ]

    def __str__(self) -> str:
        return f"{self.challenge.ref} {self.get_degree_display()} {self.commitment.ref}"
