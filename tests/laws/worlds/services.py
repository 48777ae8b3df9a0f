"""What the migration directorate of Honduras offers: a service, a programme, a table half brought."""

from __future__ import annotations

from typing import Any

from consuno.core.bilingual import Bilingual
from consuno.directory.models import Body
from consuno.services import actions
from consuno.services.queries import hsds
from tests.services.test_channels import write as write_channel
from tests.services.test_services import write


def world(cast: dict[str, Any]) -> dict[str, Any]:
    """All written by eva, of that directorate; the channel of complaint is of its country."""
    body = Body.objects.get(code="DGM:HN")
    row = {"nombre": "Comedor (inventado)", "sirve_para": "comida", "telefono": "2222-0000"}
    return {
        "service": write(cast["eva"]).uid,
        "programme": actions.save_programme(
            body=body, name=Bilingual("Retorno (inventado)", "Return (invented)"),
            description=Bilingual(), by=cast["eva"],
        ).uid,
        "bringing": actions.begin_bringing(
            body=body, file_name="x.csv", rows=[row], notes=[], by=cast["eva"]
        ).pk,
        "channel": write_channel(cast["eva"]).pk, "organization": hsds.body_id(body),
        "taxonomy": hsds.taxonomy_id("needs"), "term": hsds.term_id("needs", "albergue"),
    }  # fmt: skip
