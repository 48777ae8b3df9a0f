"""What an institution shows for what it says, and who reads it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from consuno.core.policy import Denied
from consuno.directory.standing import memberships, secretariat_of
from consuno.monitoring.models import Evidence, Report
from consuno.monitoring.policies.reports import may_read_report

#: Pieces of evidence that one report may have.
MOST_EVIDENCE = 20


def must_be_evidence(report: Report, link: str, content: bytes | None) -> None:
    """A file or a link, not too many of them."""
    if bool(link) == (content is not None):
        raise Denied(_("Elija un archivo o escriba una dirección, no las dos cosas."))
    if report.evidence.filter(withdrawn_at=None).count() >= MOST_EVIDENCE:
        raise Denied(_("Un informe lleva hasta %(n)s pruebas.") % {"n": MOST_EVIDENCE})


def published(evidence: Evidence) -> bool:
    """Whether a scorecard that anybody may read shows it."""
    cards = evidence.report.cycle.scorecards.all()
    items = (item for card in cards for item in card.read["items"])
    return any(each["file"] == evidence.pk for item in items for each in item.get("evidence", ()))


def may_read_evidence(reader: Any, evidence: Evidence) -> None:
    """As its institution marked it: the public once a published scorecard shows it; or fewer."""
    report = evidence.report
    if evidence.withdrawn_at:
        raise Denied(_("Esa prueba fue retirada."), stranger=True)
    if evidence.reach == Evidence.Reach.PUBLIC and published(evidence):
        return
    may_read_report(reader, report)
    own = any(held.body_id == report.obligation.body_id for held in memberships(reader))
    if evidence.reach == Evidence.Reach.SECRETARIATS and not own and secretariat_of(reader) is None:
        raise Denied(_("Esta prueba la leen solo las dos Secretarías."))
