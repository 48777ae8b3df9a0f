"""Weights of the reader's second tier that this installation learned from its own reviews."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from consuno.core import clock


class LearnedScorer(models.Model):
    """What `learn_from_reviews` kept; the newest is in use. `content` is `Scorer.dump`'s."""

    content = models.TextField()
    made_at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering: ClassVar[list[str]] = ["-pk"]

    def __str__(self) -> str:
        return clock.day(self.made_at).isoformat()
