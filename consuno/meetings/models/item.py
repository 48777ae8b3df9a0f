"""What a meeting takes up, in its order."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from consuno.meetings.models.sitting import Sitting


class AgendaItem(models.Model):
    """One item of a meeting's agenda. Those that states ask for carry `about`, a key such as
    "commitment:12"; their words are read from the records each time. People add others with a title.
    """

    class Section(models.TextChoices):
        ELEVATED = "elevated", _("Elevado desde otra mesa o reunión")
        RETURNING = "returning", _("Vuelve de la reunión anterior")
        DECIDE = "decide", _("Por decidir")
        OVERDUE = "overdue", _("Pasó su plazo")
        OTHER = "other", _("Otros asuntos")

    sitting = models.ForeignKey(Sitting, on_delete=models.CASCADE, related_name="items")
    section = models.CharField(max_length=10, choices=Section.choices, default=Section.OTHER)
    about = models.CharField(max_length=60, blank=True)
    title = models.CharField(max_length=300, blank=True)
    order = models.PositiveSmallIntegerField()
    #: Taken off by hand: the states do not bring it back.
    dropped = models.BooleanField(default=False)
    #: Whether the next meeting of the series takes it up again.
    returns = models.BooleanField(default=False)
    #: What was said, for the minutes.
    discussion = models.TextField(blank=True)
    #: Grows with each save of it: two people at once never overwrite each other.
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar[list[str]] = ["order", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["sitting", "about"], condition=~models.Q(about=""), name="one_item_a_thing"
            )
        ]

    def __str__(self) -> str:
        return self.title or self.about
