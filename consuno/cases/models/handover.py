"""Handing a report over: an organisation proposes, and only the reporter opens it to another."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from consuno.cases.models.complaint import Complaint
from consuno.core import clock
from consuno.core.models import Section
from consuno.core.models.vault import random_id
from consuno.directory.models import Body


class HandOver(models.Model):
    """One proposal. Class: clear (who to whom, days, the answer); its reason is sealed.

    The reporter says yes to all, yes without who they are, or no. Until then nobody new reads anything.
    """

    class Answer(models.TextChoices):
        ALL = "all", _("sí, con mis datos")
        STORY = "story", _("sí, sin mi nombre ni mi contacto")
        NO = "no", _("no")

    #: In its address: a number there would tell how many others have been given.
    name = models.CharField(max_length=32, default=random_id, unique=True, editable=False)
    complaint = models.ForeignKey(Complaint, on_delete=models.CASCADE, related_name="handovers")
    proposed_by = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    to = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    proposed_on = models.DateField(default=clock.today)
    answered_on = models.DateField(null=True, blank=True)
    answer = models.CharField(max_length=5, choices=Answer.choices, blank=True)
    reason = models.OneToOneField(
        Section, null=True, on_delete=models.SET_NULL, related_name="handover"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["complaint", "to"], condition=Q(answered_on=None), name="one_proposal_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(answered_on=None, answer="") | Q(answered_on__isnull=False) & ~Q(answer=""),
                name="an_answer_has_its_day",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.complaint_id} → {self.to_id}"
