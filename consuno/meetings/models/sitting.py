"""Meetings that are planned and held, who is invited, and who came."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from consuno.agenda.models import Meeting
from consuno.core import clock
from consuno.core.addresses import address
from consuno.directory.models import Body, Country
from consuno.meetings.series import Series, all_series


class Sitting(models.Model):
    """One meeting of a series: planned, held or cancelled. `meeting` is what it left on the agenda,
    once its minutes are approved; `public` lets anyone read when and where it is.
    """

    class State(models.TextChoices):
        PLANNED = "planned", _("prevista")
        HELD = "held", _("celebrada")
        CANCELLED = "cancelled", _("suspendida")

    slug = models.SlugField(unique=True, max_length=60)
    series = models.CharField(max_length=20)
    title = models.CharField(max_length=200)
    #: Of a national table: whose.
    country = models.ForeignKey(
        Country, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    place = models.CharField(max_length=120, blank=True)
    starts = models.DateField()
    ends = models.DateField()
    public = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=State.choices, default=State.PLANNED)
    #: Why it is not held.
    reason = models.CharField(max_length=500, blank=True)
    meeting = models.OneToOneField(
        Meeting, null=True, blank=True, on_delete=models.PROTECT, related_name="sitting"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering: ClassVar[list[str]] = ["-starts", "-pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(ends__gte=models.F("starts")), name="sitting_ends_after_start"
            )
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Address of its page."""
        return address("meetings:sitting", self.slug)

    @property
    def kind(self) -> Series:
        """Its series, with the rule by which its minutes are approved."""
        return all_series()[self.series]

    @property
    def over(self) -> bool:
        """Whether its last day has passed."""
        return self.ends < clock.today()


class Delegation(models.Model):
    """A body that is invited: whether it says it comes, and how many people came for it.

    No names: a delegation is counted, and its people are not listed.
    """

    class Answer(models.TextChoices):
        WAITING = "", _("sin responder")
        COMES = "comes", _("asiste")
        DECLINES = "declines", _("no asiste")

    sitting = models.ForeignKey(Sitting, on_delete=models.CASCADE, related_name="delegations")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    answer = models.CharField(max_length=8, choices=Answer.choices, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    #: How many came; unknown until it is written down, 0 where nobody did.
    people = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["body__order", "body"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["sitting", "body"], name="one_delegation_a_body")
        ]

    def __str__(self) -> str:
        return f"{self.sitting}: {self.body}"
