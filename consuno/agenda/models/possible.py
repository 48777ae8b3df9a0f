"""Sentences of a paper in which no rule found anything and that may hold a duty all the same."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from consuno.agenda.models.minutes import Candidate, Minutes
from consuno.directory.models import Body


class Possible(models.Model):
    """A sentence to look at, `number` 1 the likeliest (`consuno.reader.possible`).

    Nobody has looked, or somebody made it a candidate, or somebody saw nothing in it: one look,
    by either Secretariat, is enough, and either may look again. `spans` and `lines` as a
    candidate's. What people said of these trains `learn_from_reviews`.
    """

    minutes = models.ForeignKey(Minutes, on_delete=models.CASCADE, related_name="possible")
    number = models.PositiveIntegerField()
    quote = models.TextField()
    lines = models.JSONField(default=list)
    spans = models.JSONField(default=list)
    score = models.FloatField()
    candidate = models.OneToOneField(
        Candidate, null=True, blank=True, on_delete=models.PROTECT, related_name="possible"
    )
    looked_for = models.ForeignKey(
        Body, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    looked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    looked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["minutes", "number"]
        verbose_name_plural = "possible"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["minutes", "number"], name="one_possible_per_number")
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.quote}"

    @property
    def state(self) -> str:
        """unseen, taken (it is a candidate) or nothing (somebody saw nothing in it)."""
        if self.candidate_id is not None:
            return "taken"
        return "nothing" if self.looked_at else "unseen"
