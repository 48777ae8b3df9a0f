"""Complaints. Nothing here names anybody or says what happened: that is sealed."""

from __future__ import annotations

import datetime
import secrets
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from consuno.core import clock
from consuno.core.models import Key, Section
from consuno.core.models.vault import random_id
from consuno.core.vault.receipts import FIGURES
from consuno.directory.models import Body, Country


def folio() -> str:
    """Eight figures by chance: a name to say on the telephone, which tells neither order nor number."""
    return "".join(secrets.choice(FIGURES) for _each in range(8))


class Complaint(models.Model):
    """What somebody reports. Class of its columns: clear (random names, country, days, coarse state)."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("borrador")
        SENT = "sent", _("enviada")
        CLOSED = "closed", _("cerrada")
        WITHDRAWN = "withdrawn", _("retirada")

    id = models.CharField(primary_key=True, max_length=32, default=random_id, editable=False)
    folio = models.CharField(max_length=8, default=folio, unique=True, editable=False)
    #: What the receipt leads to; it says nothing of the receipt.
    lookup = models.CharField(max_length=64, unique=True, editable=False)
    reporter = models.OneToOneField(Key, on_delete=models.PROTECT, related_name="complaint")
    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=9, choices=Status.choices, default=Status.DRAFT)
    #: Days, never hours: the exact moment would tell who was at a computer then.
    began_on = models.DateField(default=clock.today)
    sent_on = models.DateField(null=True, blank=True)
    touched_on = models.DateField(default=clock.today)
    ended_on = models.DateField(null=True, blank=True)
    narrative = models.OneToOneField(
        Section, null=True, on_delete=models.SET_NULL, related_name="complaint_told"
    )
    identity = models.OneToOneField(
        Section, null=True, on_delete=models.SET_NULL, related_name="complaint_identified"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["-touched_on", "folio"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(status="draft", sent_on=None) | ~Q(status="draft") & Q(sent_on__isnull=False),
                name="what_is_sent_has_its_day",
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.folio


#: How long an organisation has to say that it received, and to answer (also what is written later).
ACKNOWLEDGE, ANSWER = datetime.timedelta(days=3), datetime.timedelta(days=30)


class Recipient(models.Model):
    """An organisation that the reporter chose, and how far it is. Class: clear (coarse state, days)."""

    class State(models.TextChoices):
        NEW = "new", _("nueva")
        OPEN = "open", _("en atención")
        WAITING = "waiting", _("espera a quien denuncia")
        ANSWERED = "answered", _("respondida")
        CLOSED = "closed", _("cerrada")

    #: In its address: a number there would tell how many others have been given.
    name = models.CharField(max_length=32, default=random_id, unique=True, editable=False)
    complaint = models.ForeignKey(Complaint, on_delete=models.CASCADE, related_name="recipients")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=8, choices=State.choices, default=State.NEW)
    #: Days by which it says that it received, and answers.
    acknowledge_by = models.DateField(null=True, blank=True)
    answer_by = models.DateField(null=True, blank=True)
    acknowledged_on = models.DateField(null=True, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    #: Who takes care of it there. Class: operational (the installation's own key).
    assigned = models.CharField(max_length=200, blank=True)
    #: The day since when the reporter's last word waits for an answer, after the first answer or question.
    written_on = models.DateField(null=True, blank=True)
    #: Its people were told what is new; that it is late.
    told = models.BooleanField(default=False)
    late_told_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["body__order"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["complaint", "body"], name="one_recipient_a_body")
        ]

    def __str__(self) -> str:
        return f"{self.complaint_id} → {self.body_id}"

    @property
    def due(self) -> datetime.date | None:
        """The next day by which it owes something; none while it owes nothing or once the report ended."""
        if self.state == self.State.CLOSED or self.complaint.status != Complaint.Status.SENT:
            return None
        if self.acknowledged_on is None:
            return self.acknowledge_by
        if self.answered_on is None:
            return self.answer_by
        return self.written_on + ANSWER if self.written_on else None

    @property
    def is_late(self) -> bool:
        """Whether that day has passed."""
        return self.due is not None and self.due < clock.today()


class Message(models.Model):
    """One thing said. Class: clear (who it is from, the day); what is said is sealed.

    From a body, or from the reporter where there is none; `internal` stays inside the body. Each recipient has a
    conversation of its own with the reporter, who writes to one of them or, where `to` is empty, to all.
    """

    complaint = models.ForeignKey(Complaint, on_delete=models.CASCADE, related_name="messages")
    body = models.ForeignKey(Body, null=True, on_delete=models.PROTECT, related_name="+")
    to = models.ForeignKey(Body, null=True, on_delete=models.PROTECT, related_name="+")
    internal = models.BooleanField(default=False)
    on = models.DateField(default=clock.today)
    section = models.OneToOneField(
        Section, null=True, on_delete=models.SET_NULL, related_name="message"
    )
    #: Mark of the press that sent it: the same words from the same page are sent once. Of chance; tells nothing.
    press = models.CharField(max_length=32, blank=True, default="")

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["complaint", "press"], condition=~Q(press=""), name="a_press_sends_once"
            ),
            models.CheckConstraint(
                condition=Q(internal=False) | Q(body__isnull=False), name="a_note_is_a_bodys"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.complaint_id}: {self.pk}"


class Attachment(models.Model):
    """A file that the reporter added. Class: clear (the day); name, kind and content are sealed."""

    #: In its address: a number there would tell how many others have been given.
    name = models.CharField(max_length=32, default=random_id, unique=True, editable=False)
    complaint = models.ForeignKey(Complaint, on_delete=models.CASCADE, related_name="attachments")
    on = models.DateField(default=clock.today)
    section = models.OneToOneField(
        Section, null=True, on_delete=models.SET_NULL, related_name="attachment"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return f"{self.complaint_id}: {self.pk}"
