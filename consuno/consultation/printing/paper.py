"""A version as a paper to print: tagged PDF, or the blocks of it."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import override

from consuno.consultation.models import Version
from consuno.core.bilingual import Bilingual
from consuno.meetings.printing import pdf
from consuno.meetings.printing.blocks import Block, Paper, heading, para


def printed(version: Version, language: str) -> bytes:
    """Return the PDF in a language; a clause without translation comes in the other and says so."""
    with override(language):
        authentic = version.proposal.authentic
        subtitle = _("Versión %(number)s · texto auténtico: %(authentic)s") % {
            "number": version.number, "authentic": version.proposal.get_authentic_display(),
        }  # fmt: skip
        state = _("borrador") if version.frozen_at is None else f"SHA-256 {version.sha256}"
        paper = Paper(
            str(version.proposal), subtitle, language, state,
            _blocks(version, language, authentic),
        )  # fmt: skip
        return pdf.pdf(paper)


def _blocks(version: Version, language: str, authentic: str) -> list[Block]:
    found = [para(_("El texto está en:") + f" {version.reference}")] if version.reference else []
    for place, clause in enumerate(version.clauses.all(), 1):
        text = Bilingual(clause.shown("es"), clause.shown("en"))
        words = getattr(text, language) or str(text)
        if clause.heading:
            found.append(heading(words, 2))
        else:
            found.append(para(f"{place}. {words}"))
        if not getattr(text, language):
            found.append(para(_("falta la traducción"), quiet=True))
        elif clause.state(language, authentic) == "stale":
            found.append(para(_("traducción por revisar"), quiet=True))
    return found
