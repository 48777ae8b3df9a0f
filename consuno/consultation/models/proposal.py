"""A proposal, its versions, and the clauses of each."""

from __future__ import annotations

import hashlib
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from consuno.agenda.models import Commitment
from consuno.consultation.texts.alignment import plain
from consuno.core import clock
from consuno.core.addresses import address
from consuno.core.bilingual import Bilingual, BilingualField
from consuno.directory.models import Body
from consuno.knowledge.models import Instrument
from consuno.meetings.models import Elevation


def digest(text: str) -> str:
    """What tells whether a text is the same, whatever its blanks (SHA-256, hexadecimal)."""
    return hashlib.sha256(plain(text).encode()).hexdigest()


class Proposal(models.Model):
    """A text that is to be agreed, or only taken note of (minutes, lines 59 and 103)."""

    class Kind(models.TextChoices):
        PROTOCOL = "protocol", _("Protocolo de actuación")
        GUIDELINE = "guideline", _("Lineamientos")
        AGENDA_POINT = "point", _("Punto de agenda")
        INSTITUTIONAL = "proposal", _("Propuesta institucional")

    class Purpose(models.TextChoices):
        CONSENSUS = "consensus", _("Para llegar a un consenso")
        ACKNOWLEDGEMENT = "acknowledgement", _("Solo para conocimiento")

    class Authentic(models.TextChoices):
        SPANISH = "es", _("El español")
        ENGLISH = "en", _("El inglés")
        BOTH = "both", _("Los dos")

    class Phase(models.TextChoices):
        """Where it stands; told by `phase.phase_of`, since versions, rounds and silence decide it."""

        DRAFT = "draft", _("se escribe")
        FIXED = "fixed", _("fijada, sin ronda todavía")
        ROUND = "round", _("en consulta")
        OVERDUE = "overdue", _("terminó el plazo de la ronda")
        CLOSED = "closed", _("la ronda se cerró")
        SILENCE = "silence", _("corre el silencio")
        BROKEN = "broken", _("se rompió el silencio")
        OVER = "over", _("el silencio terminó: quedó aprobada")
        ADOPTED = "adopted", _("adoptada")
        WITHDRAWN = "withdrawn", _("retirada")

    title = BilingualField()
    kind = models.CharField(max_length=10, choices=Kind.choices)
    purpose = models.CharField(max_length=15, choices=Purpose.choices, default=Purpose.CONSENSUS)
    authentic = models.CharField(max_length=4, choices=Authentic.choices, default=Authentic.SPANISH)
    proposer = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="proposals")
    #: Where it comes from: a commitment, an instrument under review, or what was sent up to a body.
    commitment = models.ForeignKey(
        Commitment, null=True, blank=True, on_delete=models.PROTECT, related_name="proposals"
    )
    instrument = models.ForeignKey(
        Instrument, null=True, blank=True, on_delete=models.PROTECT, related_name="proposals"
    )
    elevation = models.ForeignKey(
        Elevation, null=True, blank=True, on_delete=models.PROTECT, related_name="proposals"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    withdrawn_on = models.DateField(null=True, blank=True)
    #: The proposal whose clauses it took, so that the rest could go on.
    split_from = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="parts"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["-at", "-pk"]

    def __str__(self) -> str:
        return str(self.title)

    def get_absolute_url(self) -> str:
        """Its page."""
        return address("consultation:proposal", self.pk)


class Version(models.Model):
    """A state of the text. While it is a draft it changes; once frozen it never does.

    `reference`: where the text is, when it is not at hand itself.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("se escribe")
        FIXED = "fixed", _("fijada")

    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    changelog = BilingualField()
    reference = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField(default=clock.now)
    frozen_at = models.DateTimeField(null=True, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-number"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["proposal", "number"], name="one_version_by_number"),
            models.UniqueConstraint(
                fields=["proposal"], condition=models.Q(frozen_at=None), name="one_draft"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.proposal}, {self.number}"

    def get_absolute_url(self) -> str:
        """Its text."""
        return address("consultation:version", self.proposal_id, self.number)

    @property
    def state(self) -> str:
        """A draft until the Technical Secretariat fixes it."""
        return self.State.DRAFT if self.frozen_at is None else self.State.FIXED


class Clause(models.Model):
    """A clause in a version. `uid` is its number for life within the proposal; `order` its place.

    `checked` is the digest of the text in the authentic language when the other was last written: while
    it differs the translation is stale.
    """

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="clauses")
    uid = models.PositiveIntegerField()
    order = models.PositiveIntegerField()
    heading = models.BooleanField(default=False)
    es = models.TextField(blank=True)
    en = models.TextField(blank=True)
    checked = models.CharField(max_length=64, blank=True)
    #: In brackets: it is not agreed, and while any is the text is not adopted.
    bracketed = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar[list[str]] = ["order", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["version", "uid"], name="one_clause_by_uid")
        ]

    def __str__(self) -> str:
        return f"{self.uid}: {str(self.text)[:60]}"

    @property
    def text(self) -> Bilingual:
        """Both languages."""
        return Bilingual(self.es, self.en)

    @property
    def digest(self) -> str:
        """What tells whether anything of it changed, in either language."""
        mark = "\n[]" if self.bracketed else ""
        return digest(f"{plain(self.es)}\n{plain(self.en)}{mark}")

    def shown(self, language: str) -> str:
        """Its text in a language, in brackets where it is not agreed."""
        text: str = getattr(self, language)
        return f"[{text}]" if self.bracketed and text else text

    def state(self, language: str, authentic: str) -> str:
        """How far its text in a language can be relied on: authentic, checked, stale or missing."""
        if authentic in {language, "both"}:
            return "authentic" if getattr(self, language) else "missing"
        if not getattr(self, language):
            return "missing"
        return "checked" if self.checked == digest(getattr(self, authentic)) else "stale"


class Coverage(models.Model):
    """A clause deals with a topic approved in the minutes (line 59)."""

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="coverage")
    uid = models.PositiveIntegerField()
    topic = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "coverage"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["proposal", "uid", "topic"], name="covered_once")
        ]

    def __str__(self) -> str:
        return f"{self.proposal}: {self.uid} - {self.topic}"


class Artefact(models.Model):
    """A file that belongs to a version: it is compared and adopted with the text."""

    class Kind(models.TextChoices):
        DIAGRAM = "diagram", _("Diagrama")
        TABLE = "table", _("Tabla de decisión")
        CASES = "cases", _("Casos esperados")
        OTHER = "other", _("Otro")

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="artefacts")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    file_name = models.CharField(max_length=200)
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    #: Hidden data was taken out of the file; if not, pages say so.
    cleaned = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar[list[str]] = ["kind", "file_name", "pk"]

    def __str__(self) -> str:
        return self.file_name
