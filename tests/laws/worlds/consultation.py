"""A text in each of its phases."""

from __future__ import annotations

import datetime
from typing import Any

from consuno.agenda.models import Commitment
from consuno.consultation import actions as consultation
from consuno.consultation.models import Adoption, Round, Silence
from consuno.core import clock
from consuno.core.bilingual import Bilingual
from consuno.directory.models import Body
from consuno.site.demo_proposals import load_proposal
from tests.consultation.test_drafting import TEXT, propose

OBJECTION = {
    "kind": "objection", "text": "Contra la política nacional (prueba).", "clauses": [2],
    "resolves": "Quitar la 2.",
}  # fmt: skip
NOTE = "Nota verbal (inventada)"


def body(code: str) -> Body:
    return Body.objects.get(code=code)


def _text(cast: dict[str, Any], title: str, by: str = "beto", code: str = "RROCM") -> Any:
    """A draft with its three clauses, in both languages; of the network where nobody else is named."""
    made = propose(cast[by], code, title=Bilingual(title, title))
    version = made.versions.get()
    for language, texts in (("es", TEXT), ("en", ["One.", "Two.", "Three."])):
        consultation.take_in(
            version=version, language=language, paragraphs=texts, by=cast[by]
        )  # fmt: skip
    return version


def world(cast: dict[str, Any]) -> dict[str, Any]:
    """A text in course, one in draft, one under silence, one adopted and one certified."""
    load_proposal()
    running = Commitment.objects.get(ref="1.A.a1").proposals.get()
    version = running.versions.get()
    round = version.rounds.get()  # noqa: A001 (the field's word)
    waiting = consultation.take_position(
        version=version, body=body("PAIS:SV"), by=cast["carla"], **OBJECTION
    )
    unsent = consultation.observe(
        round=round, body=body("PAIS:SV"), kind="question", uid=1, text="¿Quién? (prueba)",
        by=cast["carla"],
    )  # fmt: skip
    terms = {"term": 60, "after": 15, "least": 9, "agreed": NOTE, "by": cast["ana"]}
    consultation.confirm_absence(rule=consultation.propose_absence(**terms), by=cast["beto"])
    rule = consultation.propose_absence(**terms)
    draft = _text(cast, "Borrador (inventado)")
    artefact = consultation.add_artefact(
        version=draft, kind="cases", file_name="casos.csv", content=b"uno", by=cast["beto"]
    )
    silent = consultation.freeze(version=_text(cast, "En silencio (inventado)"), by=cast["ana"])
    asked = consultation.open_round(
        version=silent, kind="informal", closes=clock.today() + datetime.timedelta(days=9),
        languages="both", bodies=list(Body.objects.heard()), by=cast["ana"],
    )  # fmt: skip
    Silence.objects.create(
        round=asked, forum="grcm", expires_at=clock.now() + datetime.timedelta(days=20),
        zone="America/Costa_Rica", by=cast["luis"],
    )  # fmt: skip
    late = _late(cast)
    frozen = consultation.freeze(version=_text(cast, "Fijado (inventado)"), by=cast["ana"])
    second = consultation.freeze(version=_text(cast, "Segunda (inventada)"), by=cast["ana"])
    consultation.begin_version(proposal=second.proposal, by=cast["ana"])
    agreed = _agreed(cast, "De acuerdo")
    adopted = [_adopted(cast, title) for title in ("Adoptado", "Certificado")]
    consultation.certify_adoption(adoption=adopted[1], by=cast["ana"])
    return {
        "running": running.pk, "round": round.pk, "waiting": waiting.pk, "absence": rule.pk,
        "invitation": asked.invitations.get(body=body("PAIS:SV")).pk, "unsent": unsent.pk,
        "frozen": frozen.proposal_id, "late": late.version.proposal_id, "late_round": late.pk, "second": second.proposal_id, "agreed": agreed.proposal_id,
        "silent_country": body("PAIS:NI").pk,
        "said": round.observations.get(body=body("PAIS:HN")).pk,
        "draft": draft.proposal_id, "artefact": artefact.pk,
        "clause": draft.clauses.first().uid, "silent": silent.proposal_id, "silence": asked.pk,
        "adopted": adopted[0].version.proposal_id, "certified": adopted[1].version.proposal_id,
        "file": adopted[1].version.artefacts.get().pk,
    }  # fmt: skip


def _late(cast: dict[str, Any]) -> Any:
    """A round of a text of El Salvador whose day has passed and that nobody closed."""
    draft = _text(cast, "Vencida (inventada)", "carla", "DGM:SV")
    version = consultation.freeze(version=draft, by=cast["ana"])
    made = consultation.open_round(
        version=version, kind="informal", closes=clock.today() + datetime.timedelta(days=9),
        languages="both", bodies=list(Body.objects.heard()), by=cast["ana"],
    )  # fmt: skip
    Round.objects.filter(pk=made.pk).update(closes=clock.today() - datetime.timedelta(days=1))
    return made


def _agreed(cast: dict[str, Any], title: str) -> Any:
    """A text to which every country consented."""
    version = _text(cast, f"{title} (inventado)")
    consultation.add_artefact(
        version=version, kind="cases", file_name="casos.csv", content=b"uno", by=cast["beto"]
    )
    version = consultation.freeze(version=version, by=cast["ana"])
    for state in Body.objects.states():
        consultation.take_position(
            version=version, body=state, kind="consent", by=cast["ana"], instrument=NOTE
        )
    return version


def _adopted(cast: dict[str, Any], title: str) -> Adoption:
    version = _agreed(cast, title)
    return consultation.declare_adoption(
        version=version, forum="vm", on=clock.today(), place="San José", by=cast["luis"]
    )
