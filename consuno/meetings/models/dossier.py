"""The dossier of a meeting, made file by file in the background."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from consuno.core import clock
from consuno.meetings.models.sitting import Sitting


class Dossier(models.Model):
    """One making of the dossier, from how things stood then; later ones do not overwrite it."""

    sitting = models.ForeignKey(Sitting, on_delete=models.CASCADE, related_name="dossiers")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    #: What is made, in this order.
    WANTED = (("es", "pdf"), ("en", "pdf"), ("es", "docx"), ("en", "docx"))

    class Meta:
        ordering: ClassVar[list[str]] = ["-pk"]

    def __str__(self) -> str:
        return f"{self.sitting} {clock.day(self.at)}"


class DossierFile(models.Model):
    """One file of it, with its hash (SHA-256, hexadecimal)."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="files")
    language = models.CharField(max_length=2)
    kind = models.CharField(max_length=4)
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["dossier", "language", "kind"], name="one_file_a_language_and_kind"
            )
        ]

    def __str__(self) -> str:
        return f"{self.dossier} {self.language} {self.kind}"

    @property
    def tongue(self) -> str:
        """Its language, in that language."""
        return {"es": "Español", "en": "English"}[self.language]
