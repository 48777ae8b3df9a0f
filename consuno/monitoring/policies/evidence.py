"""What an institution shows for what it says, and who reads it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from consuno.core.policy import Denied
from consuno.directory.models import Body
from consuno.directory.standing import memberships, secretariat_of
from consuno.monitoring.models import Delivery, Evidence, Obligation, Report, Scorecard, Shown
from consuno.monitoring.policies.reports import may_read_report
from consuno.monitoring.policies.standing import SENDING, acts_for, may_enter

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


def _may_read(reader: Any, shown: Shown, body: Body) -> None:
    own = any(held.body_id == body.pk for held in memberships(reader))
    if shown.reach == Shown.Reach.SECRETARIATS and not own and secretariat_of(reader) is None:
        raise Denied(_("Esta prueba la leen solo las dos Secretarías."))


def may_read_evidence(reader: Any, evidence: Evidence) -> None:
    """As its institution marked it: the public once a published scorecard shows it; or fewer."""
    if evidence.withdrawn_at:
        raise Denied(_("Esa prueba fue retirada."), stranger=True)
    if evidence.reach == Shown.Reach.PUBLIC and published(evidence):
        return
    may_read_report(reader, evidence.report)
    _may_read(reader, evidence, evidence.report.obligation.body)


#: Deliveries that one body may record of one commitment.
MOST_DELIVERIES = 50


def may_deliver(user: Any, obligation: Obligation) -> None:
    """Those who send its reports, while it is owed, whether or not a cycle is open."""
    may_enter(user)
    if not acts_for(user, obligation.body, SENDING):
        raise Denied(_("La entrega la anota el punto focal de la institución que responde."))
    if obligation.ended_on or obligation.outcome:
        raise Denied(_("Esto ya no se debe."))


def must_be_a_delivery(obligation: Obligation, title: str, link: str, content: object) -> None:
    """It says what is delivered; a file, a link, or neither; not too many."""
    if not title.strip():
        raise Denied(_("Escriba qué se entrega."))
    if link and content is not None:
        raise Denied(_("Elija un archivo o escriba una dirección, no las dos cosas."))
    if obligation.deliveries.filter(withdrawn_at=None).count() >= MOST_DELIVERIES:
        raise Denied(_("Se anotan hasta %(n)s entregas.") % {"n": MOST_DELIVERIES})


def may_take_back(user: Any, delivery: Delivery) -> None:
    """Whoever may deliver, once; that it was recorded stays in sight."""
    may_deliver(user, delivery.obligation)
    if delivery.withdrawn_at:
        raise Denied(_("Esa entrega ya se retiró."))


def may_read_delivery(reader: Any, delivery: Delivery) -> None:
    """As its institution marked it: the public once a published scorecard shows it; or fewer."""
    if delivery.withdrawn_at:
        raise Denied(_("Esa entrega fue retirada."), stranger=True)
    if delivery.reach == Shown.Reach.PUBLIC and _handed_to_the_public(delivery):
        return
    may_enter(reader)
    _may_read(reader, delivery, delivery.obligation.body)


def _handed_to_the_public(delivery: Delivery) -> bool:
    cards = Scorecard.objects.filter(cycle__reports__obligation=delivery.obligation_id)
    items = (item for card in cards.distinct() for item in card.read["items"])
    return any(each["file"] == delivery.pk for item in items for each in item.get("deliveries", ()))
