"""Which bodies answer for a commitment: named by both Secretariats where the paper names a group."""

from __future__ import annotations

import datetime
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from consuno.agenda.models import Commitment
from consuno.core import clock
from consuno.core.addresses import address
from consuno.directory.models import Body


class Naming(models.Model):
    """The bodies that one Secretariat says answer for a commitment, as sorted codes."""

    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="namings")
    secretariat = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    codes = models.JSONField(default=list)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["commitment", "secretariat"], name="one_naming_a_secretariat"
            )
        ]

    def __str__(self) -> str:
        return f"{self.secretariat}: {self.commitment.ref} {', '.join(self.codes)}"


class ObligationQuerySet(models.QuerySet["Obligation"]):
    """Obligations by time."""

    def current(self) -> ObligationQuerySet:
        """Those that still bind."""
        return self.filter(ended_on=None)


class Obligation(models.Model):
    """What one body owes of a commitment: the instance that is reported, rated and reminded of.

    Minutes of San Salvador, line 105: the mechanism watches the countries and the RROCM alike.
    """

    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="obligations")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="obligations")
    #: The organisation of civil society in the same country that works on it with the body (San
    #: Salvador, line 83: "each country with its local partner of the RROCM"); named by ST-RROCM.
    partner = models.ForeignKey(
        Body, null=True, blank=True, on_delete=models.PROTECT, related_name="partnered"
    )
    since = models.DateField(default=clock.today)
    #: The last day, where the Secretariats named others instead; what was reported stays.
    ended_on = models.DateField(null=True, blank=True)

    #: The deadline of this body alone, where both Secretariats gave it more time.
    extended_to = models.DateField(null=True, blank=True)
    #: What the Secretariats found last: a rating both gave, "divergent", or nothing yet; and the day
    #: on which the institution had said it.
    found = models.CharField(max_length=12, blank=True)
    said_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=10, choices=Commitment.Outcome.choices, blank=True)
    outcome_on = models.DateField(null=True, blank=True)

    objects = ObligationQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["body__order", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["commitment", "body"], condition=Q(ended_on=None), name="one_obligation"
            )
        ]

    def __str__(self) -> str:
        return f"{self.body}: {self.commitment.ref}"

    def get_absolute_url(self) -> str:
        """Address of its page."""
        return address("monitoring:obligation", self.pk)

    @property
    def due_on(self) -> datetime.date | None:
        """Until when this body has: its extension, else the deadline of the commitment."""
        return self.extended_to or self.commitment.due_on
