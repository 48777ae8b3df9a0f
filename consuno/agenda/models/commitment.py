"""What was agreed: items of the agenda, their parties and one instance per country."""

import datetime
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from consuno.agenda.models.meeting import Meeting, Population, Theme
from consuno.agenda.timing import Timing, timing_of
from consuno.core import clock
from consuno.core.addresses import address
from consuno.core.bilingual import BilingualField
from consuno.directory.models import Body, Country


class Challenge(models.Model):
    """A difficulty that a meeting named, with the lines where it stands."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="challenges")
    ref = models.CharField(max_length=20)
    text = BilingualField()
    theme = models.ForeignKey(Theme, null=True, blank=True, on_delete=models.PROTECT)
    lines = models.JSONField(default=list)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar[list[str]] = ["meeting", "order"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["meeting", "ref"], name="one_challenge_per_ref")
        ]

    def __str__(self) -> str:
        return f"{self.ref} {self.text}"


class Commitment(models.Model):
    """An item of the agenda.

    A priority orders the agenda; it is owed only once `promoted_on` is set. `quote` is the
    sentence as the paper has it, kept only where the paper is held here. Deadlines: as written,
    as EDTF (ISO 8601-2) and resolved to a day. Overdue, due soon, without date and without
    responsible are derived, never stored.
    """

    class Kind(models.TextChoices):
        PRIORITY = "priority", _("Prioridad")
        AGREEMENT = "agreement", _("Acuerdo")
        REQUEST = "request", _("Solicitud")
        OFFER = "offer", _("Ofrecimiento")
        PROPOSAL = "proposal", _("Propuesta")
        DECISION = "decision", _("Decisión")

    class Outcome(models.TextChoices):
        FULFILLED = "fulfilled", _("Cumplido")
        SUPERSEDED = "superseded", _("Reemplazado por otro")
        WITHDRAWN = "withdrawn", _("Retirado")
        LAPSED = "lapsed", _("Caducado")

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="commitments")
    ref = models.CharField(max_length=40)
    acta_id = models.CharField(max_length=20, blank=True)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    statement = BilingualField()
    quote = models.TextField(blank=True)
    lines = models.JSONField(default=list)
    order = models.PositiveIntegerField(default=0)
    theme = models.ForeignKey(
        Theme, null=True, blank=True, on_delete=models.PROTECT, related_name="commitments"
    )
    populations = models.ManyToManyField(Population, blank=True, related_name="commitments")
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="parts"
    )
    depends_on = models.ManyToManyField(
        "self", symmetrical=False, blank=True, related_name="awaited_by"
    )
    condition = BilingualField(blank=True)
    facet = models.CharField(max_length=12, blank=True)
    #: What it costs and who pays, in the words of whoever says so; no paper is read for them.
    estimated_cost = models.CharField(max_length=200, blank=True)
    funding_source = models.CharField(max_length=200, blank=True)
    distributive = models.BooleanField(default=False)
    actionable = models.BooleanField(default=True)
    promoted_on = models.DateField(null=True, blank=True)
    #: Kind actionable and not a priority, or a promoted priority: what somebody owes.
    owed = models.GeneratedField(
        expression=models.Q(promoted_on__isnull=False)
        | (models.Q(actionable=True) & ~models.Q(kind="priority")),  # type: ignore[arg-type]
        output_field=models.BooleanField(),
        db_persist=True,
    )
    deadline_kind = models.CharField(max_length=10, default="none")
    deadline_text = models.CharField(max_length=300, blank=True)
    deadline_edtf = models.CharField(max_length=40, blank=True)
    due_on = models.DateField(null=True, blank=True)
    #: Who set a date that the paper left to be defined, on which day, and by which note if by one.
    dated_by = models.ForeignKey(Body, null=True, on_delete=models.PROTECT, related_name="+")
    dated_on = models.DateField(null=True)
    dated_note = models.CharField(max_length=200, blank=True)
    #: The day it entered the agenda: when both Secretariats confirmed it, or its meeting did.
    since = models.DateField(default=clock.today)
    #: The first day on which somebody recorded what became of it: a report, a delivery, an outcome.
    heard_on = models.DateField(null=True, blank=True)
    #: When both Secretariats found that everybody who owed it had done it, or that it binds no more.
    closed_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True)
    #: Set where it is shown as it was on a day.
    seen_on: datetime.date | None = None
    search_text = models.TextField(blank=True, editable=False)

    class Meta:
        ordering: ClassVar[list[str]] = ["-meeting__starts", "meeting", "order"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["meeting", "ref"], name="one_commitment_per_ref")
        ]
        indexes: ClassVar[list[models.Index]] = [
            # Everything the board counts and sorts by, so that it reads no rows for it.
            models.Index(
                fields=[
                    "owed",
                    "meeting",
                    "theme",
                    "due_on",
                    "deadline_kind",
                    "closed_on",
                    "heard_on",
                    "distributive",
                    "order",
                ],
                name="commitment_board",
            ),
            models.Index(fields=["owed", "due_on"], name="commitment_due"),
        ]

    def __str__(self) -> str:
        return f"{self.label}: {self.statement}"

    def get_absolute_url(self) -> str:
        """Address of its page."""
        return address("agenda:commitment", self.meeting.slug, self.ref)

    @property
    def label(self) -> str:
        """The id people cite: the paper's own where there is one."""
        return self.acta_id or self.ref

    @property
    def everyone(self) -> "list[Party]":
        """All its parties, as a list read them for its rows at once, or read now.

        Lists keep them as an attribute: a query set for each row costs more than reading them.
        """
        read: list[Party] | None = self.__dict__.get("parties_read")
        return list(self.parties.all()) if read is None else read

    @property
    def responsible(self) -> "list[Party]":
        """Who owes it."""
        return [party for party in self.everyone if party.role == Party.Role.RESPONSIBLE]

    @property
    def timing(self) -> Timing:
        """How it stands in time today, or on the day it is seen as of."""
        day = self.seen_on or clock.today()
        closed = self.closed_on if self.closed_on and self.closed_on <= day else None
        return timing_of(self.due_on, self.deadline_kind, day, closed, self.heard_on)


class Party(models.Model):
    """Who stands in which role. `body` is empty while nobody matched the name as written."""

    class Role(models.TextChoices):
        RESPONSIBLE = "responsible", _("Responsable")
        REQUESTER = "requester", _("Lo pide")
        BENEFICIARY = "beneficiary", _("Lo recibe")

    commitment = models.ForeignKey(Commitment, on_delete=models.CASCADE, related_name="parties")
    role = models.CharField(max_length=12, choices=Role.choices)
    body = models.ForeignKey(
        Body, null=True, blank=True, on_delete=models.PROTECT, related_name="parties"
    )
    #: The country that held the office ("Costa Rica as PPT"), or the country itself.
    country = models.ForeignKey(
        Country, null=True, blank=True, on_delete=models.PROTECT, related_name="parties"
    )
    name = models.CharField(max_length=200, blank=True)
    basis = models.CharField(max_length=10, default="explicit")
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar[list[str]] = ["order", "pk"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["role", "commitment", "order", "body", "country"], name="party_commitment"
            ),
            models.Index(fields=["role", "body", "commitment"], name="party_body"),
        ]

    def __str__(self) -> str:
        return f"{self.role}: {self.display}"

    @property
    def display(self) -> str:
        """The body's short name, with the country that held the office; else as written."""
        if self.body is None:
            return self.name
        if self.country_id and self.body.country_id != self.country_id:
            return f"{self.body} ({self.country})"
        return str(self.body)


class Instance(models.Model):
    """One country's share of a commitment that each country owes."""

    commitment = models.ForeignKey(Commitment, on_delete=models.CASCADE, related_name="instances")
    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="instances")

    class Meta:
        ordering: ClassVar[list[str]] = ["country"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["commitment", "country"], name="one_instance_a_country")
        ]

    def __str__(self) -> str:
        return f"{self.commitment.label} · {self.country}"


class Promotion(models.Model):
    """One Secretariat's wish that a priority become a commitment; two make it one."""

    commitment = models.ForeignKey(Commitment, on_delete=models.CASCADE, related_name="promotions")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["commitment", "body"], name="one_promotion_a_body")
        ]

    def __str__(self) -> str:
        return f"{self.body}: {self.commitment.label}"
