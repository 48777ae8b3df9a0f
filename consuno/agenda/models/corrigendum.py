"""A correction of what is already on the agenda: proposed by one Secretariat, agreed by the other."""

from __future__ import annotations

import datetime
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from consuno.agenda.models.commitment import Commitment, Party
from consuno.agenda.models.meeting import Theme
from consuno.core import clock
from consuno.directory.models import Body, Country


class Corrigendum(models.Model):
    """What was, what shall be and why. Kept for ever, whether it was agreed or taken back.

    `changes` holds {name: [before, after]} of `statement_es`, `statement_en`, `deadline_text`,
    `due_on` (ISO 8601), `theme` (its key) and `who` (the responsible parties, as candidates hold
    them), the changed ones only.
    """

    NAMES: ClassVar = {
        "statement_es": _("Redacción"),
        "statement_en": _("Redacción en inglés"),
        "who": _("Responsables"),
        "deadline_text": _("Plazo, en palabras"),
        "due_on": _("Fecha límite"),
        "theme": _("Tema"),
    }

    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="corrigenda")
    changes = models.JSONField()
    #: All that the item said when the correction was agreed, so that any day can be read again.
    was = models.JSONField(default=dict)
    reason = models.CharField(max_length=500)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    agreed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    agreed_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-at", "-pk"]
        verbose_name_plural = "corrigenda"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["commitment"], condition=Q(agreed_at=None, withdrawn_at=None),
                name="one_open_corrigendum",
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.commitment.ref}: {', '.join(self.changes)}"

    @property
    def open(self) -> bool:
        """Whether it waits for the other Secretariat."""
        return self.agreed_at is None and self.withdrawn_at is None

    @property
    def lines(self) -> list[tuple[str, str, str]]:
        """Name, before and after of each change, as people read them."""
        return [
            (str(self.NAMES[name]), _in_words(name, before), _in_words(name, after))
            for name, (before, after) in self.changes.items()
        ]


def _in_words(name: str, value: Any) -> str:
    if name == "who":
        return "; ".join(_party_in_words(row) for row in value) or "—"
    if value and name == "due_on":
        return date_format(datetime.date.fromisoformat(value))
    if value and name == "theme":
        return str(Theme.objects.filter(pk=value).first() or value)
    return str(value or "—")


def _party_in_words(row: dict[str, Any]) -> str:
    code = row["body"] or ""
    body, holder = Body.objects.filter(code=code).first(), ""
    if body is None:  # an office as a country held it: "PPT-CRM:CR"
        office, _colon, holder = code.rpartition(":")
        body = Body.objects.filter(code=office).first()
    if body is None:
        return str(row["name"] or code)
    return f"{body} ({Country.objects.get(code=holder)})" if holder else str(body)


def correctable(commitment: Commitment) -> dict[str, Any]:
    """Return what may be corrected, as it is now."""
    return {
        "statement_es": commitment.statement.es,
        "statement_en": commitment.statement.en,
        "who": [_row(party) for party in commitment.responsible],
        "deadline_text": commitment.deadline_text,
        "due_on": commitment.due_on.isoformat() if commitment.due_on else "",
        "theme": str(commitment.theme_id or ""),
    }


def _row(party: Party) -> dict[str, Any]:
    """Return a party as candidates hold it."""
    code = party.body.code if party.body else None
    if party.body and party.country_id and party.body.country_id != party.country_id:
        code = f"{code}:{party.country_id}"
    return {"role": party.role, "body": code, "name": party.name, "basis": party.basis}
