"""Minutes as they came, what the reader found in them, and what each Secretariat said of it."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from consuno.agenda.models.commitment import Challenge, Commitment
from consuno.agenda.models.meeting import Meeting, Theme
from consuno.core import clock
from consuno.core.addresses import address
from consuno.core.bilingual import Bilingual
from consuno.directory.models import Body
from consuno.reader import RULES


class Minutes(models.Model):
    """A paper: its text as read, and the file as it came with its hash (SHA-256, hexadecimal)."""

    meeting = models.OneToOneField(Meeting, on_delete=models.PROTECT, related_name="minutes")
    text = models.TextField()
    file_name = models.CharField(max_length=200, blank=True)
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    #: Lines at which pages begin, and what to know of how the file was read (papers.Paper).
    pages = models.JSONField(default=list)
    notes = models.JSONField(default=list)
    #: While a scan is being read: {"pages": how many or 0, "read": text of each so far}.
    scan = models.JSONField(default=dict, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    recorded_for = models.ForeignKey(Body, null=True, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=clock.now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    #: The paper that was there and that this one is, or nearly; until somebody says it is another.
    like = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["-recorded_at", "-pk"]
        verbose_name_plural = "minutes"

    def __str__(self) -> str:
        return str(self.meeting)

    def get_absolute_url(self) -> str:
        """Address of the review."""
        return address("agenda:review", self.pk)

    @property
    def being_read(self) -> bool:
        """Whether it is a scan of which pages are still to be read."""
        return bool(self.scan)


class PaperVersion(models.Model):
    """A paper as it was before its text was corrected: text, file and who had brought it."""

    minutes = models.ForeignKey(Minutes, on_delete=models.PROTECT, related_name="earlier")
    text = models.TextField()
    file_name = models.CharField(max_length=200, blank=True)
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    pages = models.JSONField(default=list)
    notes = models.JSONField(default=list)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    recorded_for = models.ForeignKey(Body, null=True, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    #: Why the text that took its place was brought.
    reason = models.CharField(max_length=500)
    replaced_at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering: ClassVar[list[str]] = ["-pk"]

    def __str__(self) -> str:
        return f"{self.minutes} {clock.day(self.recorded_at)}"


class CandidateQuerySet(models.QuerySet["Candidate"]):
    """Candidates of papers."""

    def there(self) -> CandidateQuerySet:
        """Those that are still to be read by themselves: neither taken in by another nor gone."""
        return self.filter(merged_into=None, left_at=None)


class Candidate(models.Model):
    """What the reader (or a person) found in a paper.

    `spans` are half-open ranges of characters of the text, `lines` count from 1. `statement` is
    the wording under review and starts as `quote`, the words of the paper. `revision` grows with
    each edit: a verdict is on one revision, so nobody accepts what they did not read.
    """

    class Kind(models.TextChoices):
        PRIORITY = "priority", _("Prioridad")
        AGREEMENT = "agreement", _("Acuerdo")
        REQUEST = "request", _("Solicitud")
        OFFER = "offer", _("Ofrecimiento")
        PROPOSAL = "proposal", _("Propuesta")
        DECISION = "decision", _("Decisión")
        CHALLENGE = "challenge", _("Desafío")

    minutes = models.ForeignKey(Minutes, on_delete=models.CASCADE, related_name="candidates")
    number = models.PositiveIntegerField()
    ref = models.CharField(max_length=40)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    statement = models.TextField()
    quote = models.TextField()
    lines = models.JSONField(default=list)
    spans = models.JSONField(default=list)
    #: Rule of the reader, or empty when a person added it.
    rule = models.CharField(max_length=60, blank=True)
    theme = models.ForeignKey(Theme, null=True, blank=True, on_delete=models.PROTECT)
    #: Keys of the populations it is about.
    populations = models.JSONField(default=list)
    parent_ref = models.CharField(max_length=40, blank=True)
    depends_on = models.JSONField(default=list)
    facet = models.CharField(max_length=12, blank=True)
    #: Parties: {"role", "body" (code or null), "name", "basis"}.
    parties = models.JSONField(default=list)
    condition = models.CharField(max_length=500, blank=True)
    #: What it costs and who pays, in the words of whoever says so; no paper is read for them.
    estimated_cost = models.CharField(max_length=200, blank=True)
    funding_source = models.CharField(max_length=200, blank=True)
    distributive = models.BooleanField(default=False)
    actionable = models.BooleanField(default=True)
    deadline_kind = models.CharField(max_length=10, default="none")
    deadline_text = models.CharField(max_length=300, blank=True)
    deadline_edtf = models.CharField(max_length=40, blank=True)
    due_on = models.DateField(null=True, blank=True)
    revision = models.PositiveIntegerField(default=1)
    #: The one that holds its words now, where people found that both were one thing.
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged"
    )
    #: What is on the agenda in nearly the same words, until somebody says it is another thing.
    like = models.ForeignKey(
        Commitment, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    #: When a corrected text no longer had its words.
    left_at = models.DateTimeField(null=True, blank=True)
    commitment = models.OneToOneField(
        Commitment, null=True, blank=True, on_delete=models.PROTECT, related_name="candidate"
    )
    challenge = models.OneToOneField(
        Challenge, null=True, blank=True, on_delete=models.PROTECT, related_name="candidate"
    )

    objects = CandidateQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["minutes", "number"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["minutes", "ref"], name="one_candidate_per_ref"),
            models.UniqueConstraint(fields=["minutes", "number"], name="one_candidate_per_number"),
        ]

    def __str__(self) -> str:
        return f"{self.ref} {self.statement}"

    @property
    def rule_words(self) -> Bilingual | None:
        """What the rule that found it looks for, in a sentence."""
        rule = RULES.get(self.rule)
        return Bilingual(rule.es, rule.en) if rule else None

    @property
    def names_no_day(self) -> bool:
        """Whether its deadline is a day that no calendar has: nobody can tell which was meant."""
        return self.deadline_kind in {"day", "range"} and not (self.due_on or self.deadline_edtf)

    @property
    def confirmed(self) -> bool:
        """Whether both Secretariats confirmed it, so that it is on the agenda."""
        return self.commitment_id is not None or self.challenge_id is not None


class CandidateVersion(models.Model):
    """What a candidate was before somebody changed it, so that the change can be undone."""

    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="versions")
    content = models.JSONField()
    #: The other candidate, where the change was to take its words in.
    absorbed = models.ForeignKey(Candidate, null=True, on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    undone = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar[list[str]] = ["-pk"]

    def __str__(self) -> str:
        return f"{self.candidate.ref} {clock.day(self.at)}"


class Verdict(models.Model):
    """What one Secretariat says of one revision of a candidate."""

    class Word(models.TextChoices):
        ACCEPTED = "accepted", _("Aceptó")
        REJECTED = "rejected", _("Rechazó")

    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="verdicts")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    word = models.CharField(max_length=8, choices=Word.choices)
    reason = models.CharField(max_length=500, blank=True)
    revision = models.PositiveIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["candidate", "body"], name="one_verdict_a_body")
        ]

    def __str__(self) -> str:
        return f"{self.body}: {self.word} {self.candidate.ref}"


class Charge(models.Model):
    """Who, in one Secretariat, has a paper in hand: whoever brought it or began to review it."""

    minutes = models.ForeignKey(Minutes, on_delete=models.CASCADE, related_name="charges")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["minutes", "body"], name="one_charge_a_body")
        ]

    def __str__(self) -> str:
        return f"{self.minutes}: {self.user}"
