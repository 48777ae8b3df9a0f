"""What the Secretariats have before them in all the texts: what to decide, and what falls due."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from consuno.consultation.models import Observation, Position, Proposal, Round, Silence, Version
from consuno.consultation.policies import words
from consuno.consultation.queries.heat import GRAVITY
from consuno.core import clock


@dataclass(frozen=True, slots=True)
class Due:
    """Something with a day: of which text, what, and where."""

    on: datetime.date
    proposal: Proposal
    words: str
    path: str

    @property
    def late(self) -> bool:
        """Whether its day has passed."""
        return self.on < clock.today()


def going_on() -> list[Proposal]:
    """Texts under consultation, with how many observations wait for a decision. One query."""
    adopted = Version.objects.exclude(adoption=None).values("proposal")
    waiting = Q(
        versions__rounds__observations__submitted_at__isnull=False,
        versions__rounds__observations__withdrawn_at=None,
        versions__rounds__observations__disposition=None,
    )
    return list(
        Proposal.objects.filter(withdrawn_on=None, versions__frozen_at__isnull=False)
        .exclude(pk__in=adopted)
        .annotate(waiting=Count("versions__rounds__observations", filter=waiting, distinct=True))
        .order_by("-waiting", "-pk")
    )


def to_decide(texts: list[Proposal]) -> list[Observation]:
    """Observations that stand and wait for a decision, the gravest first, then the oldest. One query."""
    found = Observation.objects.filter(
        submitted_at__isnull=False, withdrawn_at=None, disposition=None,
        round__version__proposal__in=texts,
    ).select_related("body", "round__version__proposal")  # fmt: skip
    return sorted(found, key=lambda each: (GRAVITY.index(each.kind), each.submitted_at, each.pk))


def timeline(texts: list[Proposal]) -> list[Due]:
    """Every day that comes, or that passed and nobody acted on: rounds, silences, promised positions."""
    keys = [each.pk for each in texts]
    found = [*_rounds(keys), *_silences(keys), *_promised(texts)]
    return sorted(found, key=lambda each: (each.on, each.proposal.pk))


def _rounds(keys: list[int]) -> list[Due]:
    opened = Round.objects.filter(closed_at=None, version__proposal__in=keys)
    opened = opened.exclude(kind=Round.Kind.SILENCE).annotate(
        asked=Count("invitations"),
        known=Count("invitations", filter=Q(invitations__acknowledged_at__isnull=False)),
    )
    return [
        Due(
            each.closes, each.version.proposal,
            _("Termina la ronda %(kind)s: acusaron recibo %(known)s de %(asked)s") % {
                "kind": each.get_kind_display().lower(), "known": each.known, "asked": each.asked,
            },
            each.get_absolute_url(),
        )
        for each in opened.select_related("version__proposal")
    ]  # fmt: skip


def _silences(keys: list[int]) -> list[Due]:
    running = Silence.objects.filter(
        broken_at=None, ended_at=None, round__version__proposal__in=keys
    ).select_related("round__version__proposal")
    return [
        Due(
            each.round.closes, each.round.version.proposal,
            _("Termina el silencio el %(until)s") % {"until": each.until},
            each.round.get_absolute_url(),
        )
        for each in running
    ]  # fmt: skip


def _promised(texts: list[Proposal]) -> list[Due]:
    """Days by which countries said that they would confirm or speak; the last word of each that counts."""
    said = Position.objects.filter(version__proposal__in=[each.pk for each in texts])
    found = words(said.select_related("version__proposal", "body").order_by("pk")).values()
    last = [each.last for each in found if each.last is not None]
    sentences = {
        Position.Kind.REFERENDUM: _("%(country)s confirma su ad referendum"),
        Position.Kind.TIME: _("%(country)s pidió tiempo"),
    }
    return [
        Due(
            each.until, each.version.proposal, sentences[Position.Kind(each.kind)] % {"country": each.body},
            reverse("consultation:positions", args=[each.version.proposal_id]),
        )
        for each in last if each.until is not None and each.kind in sentences
    ]  # fmt: skip
