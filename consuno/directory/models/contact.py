"""Where an institution is written to and called: of the institution, never of a person."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from consuno.core.addresses import address
from consuno.directory.models.body import Body
from consuno.directory.models.fact import Fact


class Contact(Fact):
    """The institutional contact of a body: a mailbox several read, a switchboard, a page."""

    body = models.OneToOneField(Body, on_delete=models.CASCADE, related_name="contact")
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=60, blank=True)
    web = models.URLField(blank=True)
    hours = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["body"]

    def __str__(self) -> str:
        return str(self.body)

    @property
    def path(self) -> str:
        """Where it is read: on the page of its body."""
        return address("directory:body", self.body.code)
