"""P-codes of first-level areas: the codes that humanitarian data uses."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class Pcode(models.Model):
    """The P-code of an area (ISO 3166-2), as a list with HXL tags said on a day."""

    area = models.CharField(max_length=6, primary_key=True)
    code = models.CharField(max_length=20)
    source = models.CharField(max_length=200)
    as_of = models.DateField()

    class Meta:
        ordering: ClassVar[list[str]] = ["area"]

    def __str__(self) -> str:
        return f"{self.area}: {self.code}"
