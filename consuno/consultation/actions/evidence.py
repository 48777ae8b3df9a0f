"""What adoption proves of the commitments that a text came from (San Salvador, line 59)."""

from __future__ import annotations

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from consuno.consultation.models import Adoption, Version
from consuno.consultation.printing import printed
from consuno.core.models import User
from consuno.monitoring import actions as monitoring


def file_evidence(adoption: Adoption, by: User) -> None:
    """File the first text that circulated on the commitment that asked for it, and the adopted one on
    those that follow from it. In the language of the text; that they are fulfilled, both Secretariats say.
    """
    proposal = adoption.version.proposal
    commitment = proposal.commitment
    if commitment is None:
        return
    language = "en" if proposal.authentic == "en" else "es"
    first = Version.objects.filter(proposal=proposal).exclude(frozen_at=None).earliest("number")
    first.proposal = proposal
    with override(language):
        day = date_format(first.frozen_at, "DATE_FORMAT") if first.frozen_at else ""
        submitted = _("Propuesta recibida y fijada el %(day)s: %(title)s") % {
            "day": day, "title": proposal,
        }  # fmt: skip
        presented = _("%(forum)s, %(day)s, %(how)s: %(title)s") % {
            "forum": adoption.get_forum_display(), "day": date_format(adoption.on, "DATE_FORMAT"),
            "how": adoption.get_mode_display(), "title": proposal,
        }  # fmt: skip
    _file(first, commitment=commitment, title=submitted, language=language, by=by)
    for following in commitment.awaited_by.filter(closed_on=None):
        _file(adoption.version, commitment=following, title=presented, language=language, by=by)


def _file(version: Version, *, language: str, **given: object) -> None:
    name = f"propuesta-{version.proposal_id}-v{version.number}-{language}.pdf"
    monitoring.file_delivery(
        language=language, file_name=name, content=printed(version, language), **given  # type: ignore[arg-type]
    )  # fmt: skip
