"""From commitment A1.acuerdo.a to adoption in San José, as eleven countries and the network live it.

The network proposes a protocol; two rounds; El Salvador objects by its law and only El Salvador clears
it; Honduras consents ad referendum; silence cannot start while Guatemala has not said that it has the text,
and Honduras breaks it by an objection, then consents; the Presidency declares, the Secretariat publishes,
and both commitments are fulfilled.
"""

import datetime

import pytest

from consuno.agenda.models import Commitment
from consuno.consultation import actions, policies
from consuno.consultation.models import Adoption, Placement
from consuno.consultation.queries import positions
from consuno.core.bilingual import Bilingual
from consuno.core.policy import Denied
from consuno.directory.models import Body
from consuno.knowledge.actions import load_law
from consuno.knowledge.models import Provision
from consuno.monitoring import actions as monitoring
from consuno.monitoring.models import Delivery, Obligation
from tests.consultation.test_drafting import TEXT, body, draft, take
from tests.consultation.test_positions import by_letter, speak

ENGLISH = ["The State protects.", "The victim shall not be punished.", "Return is voluntary."]


def missing(version):
    return positions.sentence_of(version)


def circulate(proposal, cast, kind, closes):
    version = actions.freeze(version=draft(proposal), by=cast["ana"])
    asked = [*Body.objects.filter(code__startswith="PAIS:"), body("RROCM")]
    found = actions.open_round(
        version=version, kind=kind, closes=closes, languages="both", bodies=asked, by=cast["ana"]
    )
    assert found.invitations.count() == 12
    return version, found


@pytest.mark.acta("A1.acuerdo.a")
def test_from_the_commitment_to_the_adoption(cast, time_machine):
    load_law()
    ana, beto, carla, marta, eva = (cast[name] for name in ("ana", "beto", "carla", "marta", "eva"))
    duties = [
        Obligation.objects.create(commitment=Commitment.objects.get(ref=ref), body=body(code))
        for ref, code in (("1.A.a1", "RROCM"), ("1.A.a2", "ST-CRM"), ("1.A.a2", "PAIS:GT"))
    ]
    proposal = actions.propose(
        title=Bilingual("Protocolo de actuación (prueba)", "Action protocol (test)"),
        kind="protocol", body=body("RROCM"), by=beto,
        commitment=Commitment.objects.get(ref="1.A.a1"),
    )  # fmt: skip
    take(proposal, beto)
    take(proposal, beto, ENGLISH, "en")
    first, round_one = circulate(proposal, cast, "formal", datetime.date(2026, 12, 28))

    # El Salvador: the second clause is against its law; its validator presents it.
    law = Provision.objects.filter(country="SV").exclude(law="").first()
    observed = actions.observe(
        round=round_one, body=body("PAIS:SV"), kind="legal", uid=2, text="Falta el plazo.",
        wording=TEXT[1] + " Dentro de la ley.", provisions=[law], by=carla,
    )  # fmt: skip
    actions.submit_observation(observation=observed, by=marta)
    objection = {"kind": "objection", "clauses": [2], "resolves": "Decir «dentro de la ley».",
                 "provisions": [law]}  # fmt: skip
    speak(first, marta, **objection)
    by_letter(first, ana, skip={"PAIS:SV", "PAIS:HN"})
    assert missing(first) == (
        "Falta 1 postura (Honduras); El Salvador mantiene objeción a la cláusula 2 "
        f"({law.law}{f', art. {law.article}' if law.article else ''})."
    )

    # The network takes it up; the round ends; the second version goes round.
    actions.dispose(
        observation=observed, verdict="accepted", reason="Así es.", by=beto,
        resulting=TEXT[1] + " Dentro de la ley.",
    )  # fmt: skip
    actions.answer_disposition(observation=observed, satisfied=True, by=carla)
    time_machine.move_to("2026-12-29 18:00Z")
    actions.close_round(round=round_one, by=ana)
    second = actions.begin_version(proposal=proposal, by=beto)
    actions.write_clause(
        clause=second.clauses.get(uid=2), es=TEXT[1] + " Dentro de la ley.",
        en="The victim shall not be punished, within the law.", by=beto,
    )  # fmt: skip
    second, round_two = circulate(proposal, cast, "final", datetime.date(2027, 1, 12))
    assert Placement.objects.get(observation=observed, version=second).state == "moved"

    # Whoever had consented reconfirms; the objection stands until its country clears it.
    assert "El Salvador mantiene objeción" in missing(second)
    assert missing(second).count("reconfirmar") == 9
    with pytest.raises(Denied):
        speak(second, beto, "consent", "PAIS:SV")
    speak(second, carla)
    by_letter(second, ana, skip={"PAIS:SV", "PAIS:HN"})
    speak(second, eva, "referendum", "PAIS:HN", until=datetime.date(2027, 1, 20))
    assert missing(second) == "Honduras ad referendum hasta el 20 de enero de 2027."

    # Nothing is overridden: not by the Presidency, not with a round open, not ad referendum.
    declared = {"forum": "vm", "on": datetime.date(2027, 1, 13), "place": "San José, Costa Rica"}
    time_machine.move_to("2027-01-13 18:00Z")
    with pytest.raises(Denied, match="ronda abierta"):
        actions.declare_adoption(version=second, by=cast["luis"], **declared)
    actions.close_round(round=round_two, by=ana)
    with pytest.raises(Denied, match="Honduras ad referendum"):
        actions.declare_adoption(version=second, by=cast["luis"], **declared)

    # The Presidency would rather have silence: Guatemala never said that it has the text.
    silence = {
        "forum": "vm",
        "day": policies.earliest(),
        "hour": datetime.time(17),
        "zone": "America/Guatemala",
    }
    round_two.invitations.exclude(body__code="PAIS:GT").update(acknowledged_at=round_two.opened_at)
    with pytest.raises(Denied, match="acusaron recibo de esta versión: Falta Guatemala"):
        actions.order_silence(version=second, by=cast["luis"], **silence)
    round_two.invitations.update(acknowledged_at=round_two.opened_at)
    running = actions.order_silence(version=second, by=cast["luis"], **silence)

    # Honduras objects in writing, and its silence approves nothing; then its capital consents.
    speak(
        second,
        eva,
        "objection",
        "PAIS:HN",
        text="Falta el visto de la capital.",
        resolves="Esperarlo.",
    )
    running.refresh_from_db()
    assert running.broken_by.code == "PAIS:HN"
    time_machine.move_to(running.expires_at + datetime.timedelta(days=1))
    actions.end_silences.run()
    actions.close_round(round=running.round, by=ana)
    with pytest.raises(Denied, match="Honduras mantiene objeción"):
        actions.declare_adoption(version=second, by=cast["luis"], **declared)
    speak(second, eva, "consent", "PAIS:HN")
    assert missing(second) == "Hay consenso."

    adopted = actions.declare_adoption(version=second, by=cast["luis"], **declared)
    actions.certify_adoption(adoption=adopted, by=ana)
    published = Adoption.objects.get().edition
    assert published.instrument.name.en == "Action protocol (test)"
    assert published.source == f"SHA-256 {second.sha256}"
    assert {each.language for each in published.texts.all()} == {"es", "en"}

    # What was submitted and what was agreed is filed; both Secretariats say that it is fulfilled.
    handed = {each.obligation.commitment.ref: each for each in Delivery.objects.all()}
    assert handed["1.A.a1"].title.startswith(
        "Propuesta recibida y fijada el 25 de noviembre de 2026"
    )
    assert handed["1.A.a2"].title.startswith(
        "Reunión de Viceministras y Viceministros, 13 de enero de 2027"
    )
    assert {each.content[:4] for each in handed.values()} == {b"%PDF"}
    assert Delivery.objects.filter(obligation__commitment__ref="1.A.a2").count() == 2
    for duty in duties:
        for by in (ana, beto):
            monitoring.say_outcome(obligation=duty, outcome="fulfilled", reason="Entregado.", by=by)
    for ref in ("1.A.a1", "1.A.a2"):
        assert Commitment.objects.get(ref=ref).outcome == "fulfilled"
