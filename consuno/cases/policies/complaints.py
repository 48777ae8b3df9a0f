"""Who receives what somebody reports: whom the reporter chose, and nobody else."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from consuno.cases.models import Complaint, Recipient
from consuno.cases.workflow import COMPLAINT
from consuno.core.memo import remembered
from consuno.core.models import Key
from consuno.core.policy import Denied
from consuno.core.vault import trust
from consuno.core.vault.files import SealedUpload
from consuno.directory.models import Body

#: Days after which a draft that nobody touched is erased.
DRAFT_DAYS = 7
#: Characters of what happened.
LONGEST = 20_000
#: Files of one report.
MOST_FILES = 20


def receiving(country: str) -> list[tuple[Body, Key]]:
    """Bodies of a country that show their name, hold a key that all have signed, and so may be chosen."""
    return [pair for pair in receiving_anywhere() if pair[0].country_id == country]


def receiving_anywhere() -> list[tuple[Body, Key]]:
    """The same, in every country. Kept until somebody acts: who signs, lists, closes or changes a key does."""
    return remembered("cases.receiving", compute=_ready)


def _ready() -> list[tuple[Body, Key]]:
    keys = trust.all_current("memberships__body")
    found = Body.objects.filter(closed_on=None, code__in=[key.owner for key in keys])
    bodies = {each.code: each for each in found.select_related("country")}
    known = [(bodies[key.owner], key) for key in keys if key.owner in bodies]
    ready = [(body, key) for body, key in known if body.listed and trust.trusted(key)]
    return sorted(ready, key=lambda pair: (not pair[0].civil_society, pair[0].order))


def must_be_receiving(country: str, codes: Sequence[str]) -> list[tuple[Body, Key]]:
    """The bodies chosen, each with its key; at least one, and none that may not be chosen."""
    ready = {body.code: (body, key) for body, key in receiving(country)}
    if not codes:
        raise Denied(_("Elija quién la lee: al menos una organización."))
    if not set(codes) <= set(ready):
        raise Denied(_("Alguna de esas organizaciones no puede recibirla ahora. Elija otra vez."))
    return [ready[code] for code in dict.fromkeys(codes)]


def must_be_a_draft(complaint: Complaint) -> None:
    """Not yet sent."""
    COMPLAINT.must_allow("send_complaint", complaint)


def must_go_on(complaint: Complaint) -> None:
    """Sent, and neither withdrawn nor closed."""
    COMPLAINT.must_allow("tell_more", complaint)


def must_be_its_recipient(complaint: Complaint, recipient: Recipient) -> Recipient:
    """One of those that read this report, and have not closed their part."""
    if recipient.complaint_id != complaint.pk:
        raise Denied("", stranger=True)
    if recipient.state == Recipient.State.CLOSED:
        raise Denied(_("Esa organización ya cerró su parte: escriba a otra, o a todas."))
    return recipient


def must_fit(complaint: Complaint, upload: SealedUpload) -> None:
    """A file that is there, not too large, and not the hundredth."""
    if complaint.status not in {Complaint.Status.DRAFT, Complaint.Status.SENT}:
        raise Denied(_("Esta denuncia ya no recibe archivos."))
    if upload.sealer.too_large:
        raise Denied(
            _("Es demasiado grande: caben 50 MB. Pruebe con una foto, o un video más corto.")
        )
    if not upload.sealer.size:
        raise Denied(_("El archivo llegó vacío. Elíjalo otra vez."))
    if complaint.attachments.count() >= MOST_FILES:
        raise Denied(_("Ya hay 20 archivos: no caben más."))


def must_tell_something(said: dict[str, object]) -> None:
    """What happened is the one thing that cannot be left out."""
    if not str(said.get("what") or "").strip():
        raise Denied(_("Cuente qué pasó: aunque sea una frase."))
