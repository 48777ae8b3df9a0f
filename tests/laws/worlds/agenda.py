"""A paper under review, a correction proposed, a view kept."""

from __future__ import annotations

from typing import Any

from consuno.agenda import actions
from consuno.agenda.models import Commitment, Possible
from consuno.agenda.papers import read_pasted
from tests.agenda.test_review import record


def world(cast: dict[str, Any]) -> dict[str, Any]:
    """The paper was brought by ST-CRM and its text corrected once; ana keeps a view of the board."""
    paper = record(cast["ana"])
    text = f"{paper.text}\nSe agradece la hospitalidad (prueba)."
    actions.correct_minutes(
        minutes=paper, paper=read_pasted(text), reason="Un espacio (prueba).", by=cast["ana"]
    )
    Possible.objects.create(
        minutes=paper, number=99, quote="Se agradece a los anfitriones.", lines=[8],
        spans=[[0, 9]], score=0.5,
    )  # fmt: skip
    item = Commitment.objects.get(ref="3.b.1")
    wanted = {"statement_es": "Otra redacción (prueba)."}
    return {
        "pk": paper.pk, "earlier": paper.earlier.get().pk,
        "view": actions.save_filter(name="Prueba", query="?q=trata", by=cast["ana"]).pk,
        "correction": actions.propose_corrigendum(
            commitment=item, wanted=wanted, reason="Prueba.", by=cast["ana"]
        ).pk,
    }  # fmt: skip
