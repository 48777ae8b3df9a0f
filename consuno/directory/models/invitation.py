"""An invitation: a person with this address may act for a body, once they accept."""

import datetime
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from consuno.core import clock
from consuno.directory.models.body import Body
from consuno.directory.models.membership import Membership, Role

#: How long a link is good for; the inviter may send another.
VALID_FOR = datetime.timedelta(days=7)


class Invitation(models.Model):
    """One person, by mail address, for one role in one body.

    No key is kept: the link is a signature of the number and `issue`, which grows each time the
    invitation is sent again, so that the earlier link dies.
    """

    class State(models.TextChoices):
        PENDING = "pending", _("espera respuesta")
        EXPIRED = "expired", _("venció")
        ACCEPTED = "accepted", _("aceptada")
        WITHDRAWN = "withdrawn", _("retirada")

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="invitations")
    role = models.CharField(max_length=20, choices=Role.choices)
    email = models.EmailField()
    language = models.CharField(max_length=2, choices=settings.LANGUAGES, default="es")
    #: Last day of the membership it gives, where that is known.
    ends = models.DateField(null=True, blank=True)
    #: The paper by which the person acts for the body, where there is one.
    instrument = models.CharField(max_length=200, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    issue = models.PositiveSmallIntegerField(default=1)
    issued_at = models.DateTimeField(default=clock.now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    accepted_at = models.DateTimeField(null=True, blank=True)
    membership = models.ForeignKey(
        Membership, null=True, blank=True, on_delete=models.PROTECT, related_name="invitations"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["-issued_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.body} · {self.role}"

    @property
    def expires_at(self) -> datetime.datetime:
        """The moment from which the link is no longer good."""
        return self.issued_at + VALID_FOR

    @property
    def state(self) -> "Invitation.State":
        """Where it stands now."""
        if self.accepted_at:
            return self.State.ACCEPTED
        if self.withdrawn_at:
            return self.State.WITHDRAWN
        return self.State.PENDING if clock.now() < self.expires_at else self.State.EXPIRED

    @property
    def pending(self) -> bool:
        """Whether its link may be used."""
        return self.state == self.State.PENDING
