"""Two people who decide at the same moment: one goes first, and the other sees what was decided."""

from __future__ import annotations

from consuno.consultation.models import Proposal


def take_turn(proposal: Proposal) -> None:
    """Wait, within a transaction, until nobody else is deciding on the proposal.

    What was read before may have changed meanwhile: policies read it again after this.
    """
    Proposal.objects.select_for_update(of=("self",)).get(pk=proposal.pk)
