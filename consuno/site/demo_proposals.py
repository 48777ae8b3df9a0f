"""The invented proposal of the demo world: one version that circulated and the next as a draft."""

from __future__ import annotations

from consuno.agenda.models import Commitment
from consuno.consultation import actions
from consuno.consultation.models import Proposal
from consuno.core.bilingual import Bilingual
from consuno.core.models import User
from consuno.directory.models import Body
from consuno.domain import text


def load_proposal() -> None:
    """Let the network's protocol be under consultation. Once only."""
    if Proposal.objects.exists():
        return
    ana, beto = (User.objects.get(email=f"{name}@example.org") for name in ("ana", "beto"))
    made = actions.propose(
        title=Bilingual(
            "Protocolo de actuación para personas retornadas (inventado)",
            "Action protocol for returned people (invented)",
        ),
        kind="protocol", body=Body.objects.get(code="RROCM"), by=beto,
        commitment=Commitment.objects.get(ref="1.A.a1"),
    )  # fmt: skip
    first = made.versions.get()
    for language in ("es", "en"):
        paragraphs = text(f"demo/proposal.{language}.txt").splitlines()
        actions.take_in(version=first, language=language, paragraphs=paragraphs, by=beto)
    topics = {
        each.ref: each for each in Commitment.objects.filter(ref__in=("1.P1", "1.P1.a", "1.P1.b"))
    }
    for uid, ref in ((3, "1.P1"), (9, "1.P1.b"), (13, "1.P1.a")):
        actions.cover(proposal=made, uid=uid, topics=[topics[ref]], by=beto)
    actions.freeze(version=first, by=ana)
