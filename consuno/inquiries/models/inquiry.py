"""A Secretariat asks bodies for a thing by a day; each answers; the answers are shared."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from consuno.agenda.models import Commitment
from consuno.core import clock
from consuno.core.addresses import address
from consuno.directory.models import Body


class Inquiry(models.Model):
    """What is asked (San Salvador, lines 63 and 66). `shared_with` are the bodies that read every
    answer as it is given, besides both Secretariats; those asked read them too where `among` says so.
    """

    class State(models.TextChoices):
        OPEN = "open", _("abierta")
        CLOSED = "closed", _("cerrada")

    secretariat = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    text = models.TextField()
    language = models.CharField(max_length=2, default="es")
    commitment = models.ForeignKey(
        Commitment, null=True, blank=True, on_delete=models.PROTECT, related_name="inquiries"
    )
    due_on = models.DateField()
    #: What it is about, of the vocabulary `matters`: who is competent for it is known by country.
    matter = models.SlugField(max_length=30, blank=True)
    among = models.BooleanField(default=True)
    shared_with = models.ManyToManyField(Body, blank=True, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    #: When it was closed: no more answers are taken.
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-pk"]
        verbose_name_plural = "inquiries"

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Address of its page."""
        return address("inquiries:inquiry", self.pk)

    @property
    def state(self) -> str:
        """Open until the Secretariat that asked closes it."""
        return self.State.OPEN if self.closed_on is None else self.State.CLOSED


class Answer(models.Model):
    """What one body answers: nothing yet, a draft, an answer, or that it cannot and why."""

    class State(models.TextChoices):
        ASKED = "asked", _("sin responder")
        DRAFT = "draft", _("en borrador")
        GIVEN = "given", _("respondida")
        DECLINED = "declined", _("no puede responder")
        PASSED = "passed", _("la responde otra institución de su país")

    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="answers")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=8, choices=State.choices, default=State.ASKED)
    text = models.TextField(blank=True)
    language = models.CharField(max_length=2, default="es")
    link = models.URLField(max_length=500, blank=True)
    file_name = models.CharField(max_length=200, blank=True)
    content = models.BinaryField(null=True)
    sha256 = models.CharField(max_length=64, blank=True)
    #: Hidden data was taken out of the file; if not, pages say so.
    cleaned = models.BooleanField(default=False)
    revision = models.PositiveIntegerField(default=1)
    #: The body of its country that answers in its place, and why.
    passed_to = models.ForeignKey(
        Body, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    passed_reason = models.CharField(max_length=2000, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["body__order", "body"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["inquiry", "body"], name="one_answer_to_an_inquiry")
        ]

    def __str__(self) -> str:
        return f"{self.body}: {self.inquiry}"

    @property
    def given(self) -> bool:
        """Whether the body has said something that others read."""
        return self.state in {self.State.GIVEN, self.State.DECLINED}


class Rung(models.Model):
    """One reminder of one answer, told or skipped: a row each, for ever."""

    answer = models.ForeignKey(Answer, on_delete=models.CASCADE, related_name="rungs")
    due_on = models.DateField()
    rung = models.SmallIntegerField()
    skipped = models.BooleanField(default=False)
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["answer", "due_on", "rung"], name="each_rung_of_an_answer"
            )
        ]

    def __str__(self) -> str:
        return f"{self.answer} {self.rung:+d}"
