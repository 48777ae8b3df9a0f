"""Approved minutes and dossiers known again by their hash, by whoever may read them."""

from __future__ import annotations

import hashlib
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from consuno.core import clock
from consuno.core.policy import allowed
from consuno.core.published import OPERATOR, Published
from consuno.meetings.models import ApprovedMinutes, DossierFile
from consuno.meetings.policies import may_read_dossier, may_read_minutes


def minutes(sha256: str, reader: Any) -> Published | None:
    """The approved minutes of this hash."""
    rows = ApprovedMinutes.objects.select_related("sitting__record")
    found = rows.filter(sha256=sha256).first()
    if found is None:
        return None
    record = found.sitting.record
    if reader is not OPERATOR and not allowed(may_read_minutes, reader, record):
        return None
    return Published(
        _("el acta aprobada de %(meeting)s") % {"meeting": found.sitting}, record.get_absolute_url(),
        clock.day(found.approved_at), intact=hashlib.sha256(found.text.encode()).hexdigest() == sha256,
    )  # fmt: skip


def dossier(sha256: str, reader: Any) -> Published | None:
    """The dossier's file of this hash; a dossier made later takes its place."""
    rows = DossierFile.objects.select_related("dossier__sitting").filter(sha256=sha256)
    found = rows.order_by("-pk").first()
    if found is None:
        return None
    made = found.dossier
    if reader is not OPERATOR and not allowed(may_read_dossier, reader, made.sitting):
        return None
    return Published(
        _("el expediente de %(meeting)s") % {"meeting": made.sitting},
        reverse("meetings:dossier", args=[made.sitting.slug]), clock.day(made.at),
        superseded=made.sitting.dossiers.filter(pk__gt=made.pk).exists(),
        intact=hashlib.sha256(bytes(found.content)).hexdigest() == sha256,
    )  # fmt: skip
