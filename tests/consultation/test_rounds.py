"""Rounds: proof of receipt, observations in time and late, dispositions, none lost in a new version."""

import datetime

import pytest

from consuno.consultation import actions
from consuno.consultation.actions.observations import where
from consuno.consultation.models import InternalInput, Observation, Placement, Round
from consuno.core.models import Notice
from consuno.core.policy import Denied
from consuno.directory.models import Body
from consuno.knowledge.actions import load_law
from consuno.knowledge.models import Provision
from tests.consultation.test_drafting import TEXT, body, draft, proposal, take

__all__ = ["proposal"]
CLOSES = datetime.date(2026, 12, 28)


def countries():
    return list(Body.objects.filter(code__startswith="PAIS:"))


def open_round(proposal, by, kind="formal", closes=CLOSES, languages="es", **more):
    return actions.open_round(
        version=proposal.versions.exclude(frozen_at=None).first(), kind=kind, closes=closes,
        languages=languages, bodies=[*countries(), body("RROCM")], by=by, **more,
    )  # fmt: skip


@pytest.fixture
def running(proposal, cast):
    take(proposal, cast["beto"])
    actions.freeze(version=draft(proposal), by=cast["ana"])
    return open_round(proposal, cast["ana"])


def observe(running, by, code="PAIS:SV", kind="substantive", **changes):
    given = {"text": "Debe decir quién avisa.", "uid": 2}
    return actions.observe(round=running, body=body(code), kind=kind, by=by, **(given | changes))


def present(running, by, **changes):
    made = observe(running, by, **changes)
    actions.submit_observation(observation=made, by=by)
    return made


def test_who_opens_it_and_when(proposal, cast):
    take(proposal, cast["beto"])
    with pytest.raises(Denied, match="fija la versión"):
        actions.open_round(
            version=draft(proposal), kind="formal", closes=CLOSES, languages="es", bodies=[],
            by=cast["ana"],
        )  # fmt: skip
    actions.freeze(version=draft(proposal), by=cast["ana"])
    with pytest.raises(Denied):
        open_round(proposal, cast["beto"])
    with pytest.raises(Denied, match="30 días"):
        open_round(proposal, cast["ana"], closes=datetime.date(2026, 12, 20))
    with pytest.raises(Denied, match="3 cláusulas en inglés"):
        open_round(proposal, cast["ana"], languages="both")
    open_round(proposal, cast["ana"])
    with pytest.raises(Denied, match="Hay una ronda"):
        open_round(proposal, cast["ana"])


def test_receipt_is_proved_by_a_page_opened_signed_in_and_by_saying_so(running, cast, as_person):
    told = Notice.objects.filter(kind="consultation.round_opened")
    assert set(told.values_list("user__email", flat=True)) >= {
        "carla@example.org", "marta@example.org", "eva@example.org",
    }  # fmt: skip
    mine = running.invitations.get(body__code="PAIS:SV")
    assert mine.opened_at is None
    as_person("ana").get(running.version.get_absolute_url())  # a Secretariat is not El Salvador
    mine.refresh_from_db()
    assert mine.opened_at is None
    as_person("carla").get(running.version.get_absolute_url())
    mine.refresh_from_db()
    assert mine.opened_at is not None
    with pytest.raises(Denied):
        actions.acknowledge(invitation=mine, by=cast["eva"])
    actions.acknowledge(invitation=mine, by=cast["carla"])
    when = mine.acknowledged_at
    actions.acknowledge(invitation=mine, by=cast["marta"])  # once is enough
    assert (mine.acknowledged_at, mine.acknowledged_by) == (when, cast["carla"])


def test_a_country_observes_and_nobody_for_it(running, cast):
    made = observe(running, cast["carla"])
    for who in ("eva", "ana", "beto", "diego"):
        with pytest.raises(Denied):
            observe(running, cast[who])
        with pytest.raises(Denied):
            actions.submit_observation(observation=made, by=cast[who])
    observe(running, cast["carla"], observation=made, text="Mejor dicho.")
    actions.submit_observation(observation=made, by=cast["carla"])
    with pytest.raises(Denied, match="no se cambia"):
        observe(running, cast["carla"], observation=made, text="Otra cosa.")
    assert Observation.objects.get().text == "Mejor dicho."
    with pytest.raises(Denied):
        actions.withdraw_observation(observation=made, by=cast["ana"])
    actions.withdraw_observation(observation=made, by=cast["marta"])
    assert not made.standing


def test_what_is_against_the_law_names_its_provision_and_the_validator_presents_it(running, cast):
    load_law()
    made = observe(running, cast["carla"], kind="legal")
    with pytest.raises(Denied, match="qué norma"):
        actions.submit_observation(observation=made, by=cast["carla"])
    made.provisions.set(Provision.objects.filter(country="SV")[:1])
    with pytest.raises(Denied, match="quien valida"):
        actions.submit_observation(observation=made, by=cast["carla"])
    actions.submit_observation(observation=made, by=cast["marta"])
    assert made.standing


def test_a_letter_is_written_down_by_the_secretariat_that_received_it(running, cast):
    with pytest.raises(Denied):
        observe(running, cast["beto"], "PAIS:GT", instrument="Nota 7, 1 de diciembre")
    made = observe(running, cast["ana"], "PAIS:GT", instrument="Nota 7, 1 de diciembre")
    assert made.standing
    assert made.by == cast["ana"]


def test_one_that_comes_late_is_kept_and_marked(running, cast, time_machine):
    time_machine.move_to("2026-12-28 23:00Z")
    assert not present(running, cast["carla"]).late
    with pytest.raises(Denied, match="no ha terminado"):
        actions.close_round(round=running, by=cast["ana"])
    time_machine.move_to("2026-12-29 18:00Z")
    assert present(running, cast["carla"]).late
    with pytest.raises(Denied):
        actions.extend_round(round=running, closes=CLOSES, by=cast["ana"])
    actions.extend_round(round=running, closes=datetime.date(2027, 1, 15), by=cast["ana"])
    assert not present(running, cast["carla"]).late
    time_machine.move_to("2027-01-16 18:00Z")
    actions.close_round(round=running, by=cast["ana"])
    with pytest.raises(Denied, match="cerrada"):
        observe(Round.objects.get(), cast["carla"])


def test_every_observation_is_decided_and_answered(running, cast):
    made = present(running, cast["carla"])
    with pytest.raises(Denied):
        actions.answer_disposition(observation=made, satisfied=True, by=cast["carla"])
    with pytest.raises(Denied):
        actions.dispose(observation=made, verdict="accepted", reason="Sí", by=cast["carla"])
    with pytest.raises(Denied):
        actions.dispose(observation=made, verdict="accepted", reason=" ", by=cast["beto"])
    actions.dispose(observation=made, verdict="not", reason="Ya lo dice la 1.", by=cast["beto"])
    with pytest.raises(Denied):
        actions.answer_disposition(observation=made, satisfied=True, by=cast["beto"])
    actions.answer_disposition(observation=made, satisfied=False, by=cast["carla"])
    assert made.disposition.answer == "maintains"
    actions.dispose(observation=made, verdict="partly", reason="Se añade.", by=cast["ana"])
    made.disposition.refresh_from_db()
    assert made.disposition.answer == ""  # it is asked again


def test_in_a_new_version_it_stays_moves_or_waits_to_be_placed(running, cast, proposal):
    stays = present(running, cast["carla"], uid=3)
    moves = present(running, cast["carla"], uid=1, quote="toda víctima de trata desde el primer")
    waits = present(running, cast["carla"], uid=2, quote="por lo que fue obligada a hacer")
    general = present(running, cast["carla"], uid=None)
    actions.begin_version(proposal=proposal, by=cast["beto"])
    take(
        proposal,
        cast["beto"],
        [TEXT[0] + " Y a su familia.", "La víctima no será sancionada nunca.", TEXT[2]],
    )
    second = actions.freeze(version=draft(proposal), by=cast["ana"])
    state = {each.observation_id: (each.state, each.uid) for each in Placement.objects.all()}
    assert state == {
        stays.pk: ("exact", 3), moves.pk: ("moved", 1), waits.pk: ("orphan", None),
        general.pk: ("exact", None),
    }  # fmt: skip
    assert (
        Notice.objects.filter(kind="consultation.observation_orphaned", user=cast["carla"]).count()
        == 1
    )
    with pytest.raises(Denied):
        actions.replace_observation(observation=waits, uid=2, by=cast["ana"])
    with pytest.raises(Denied, match="no está"):
        actions.replace_observation(observation=waits, uid=99, by=cast["carla"])
    uid = second.clauses.all()[1].uid
    actions.replace_observation(observation=waits, uid=uid, by=cast["carla"])
    assert where(waits) == (second, uid, False)


def test_what_a_ministry_tells_its_country_nobody_else_reads(running, cast):
    from consuno.consultation.policies import may_read_inputs

    made = actions.tell_own_country(
        round=running, body=body("DGM:SV"), uid=2, text="No hay presupuesto.", by=cast["carla"]
    )
    assert InternalInput.objects.get() == made
    may_read_inputs(cast["marta"], "SV")
    for who in ("eva", "ana", "beto", "diego", "karla", "luis"):
        with pytest.raises(Denied):
            may_read_inputs(cast[who], "SV")
        with pytest.raises(Denied):
            actions.tell_own_country(
                round=running, body=body("DGM:SV"), uid=2, text="x", by=cast[who]
            )


@pytest.mark.acta("A3.acuerdo.1")
def test_a_text_that_is_elsewhere_circulates_to_be_acknowledged_only(cast, as_person):
    from consuno.core.bilingual import Bilingual
    from tests.consultation.test_drafting import propose

    made = propose(cast["beto"], purpose="acknowledgement")
    actions.describe_version(
        version=draft(made), changelog=Bilingual(), by=cast["beto"],
        reference="Lineamientos de identificación y referencia (texto en la Secretaría)",
    )  # fmt: skip
    actions.freeze(version=draft(made), by=cast["ana"])
    found = open_round(made, cast["ana"], "informal", datetime.date(2026, 12, 5))
    carla = as_person("carla")
    page = carla.get(made.versions.get().get_absolute_url()).content.decode()
    assert "texto en la Secretaría" in page
    asked = found.invitations.get(body=body("PAIS:SV"))
    actions.acknowledge(invitation=asked, by=cast["carla"])
    asked.refresh_from_db()
    assert asked.opened_at is not None
    assert asked.acknowledged_by == cast["carla"]
    page = carla.get(made.get_absolute_url()).content.decode()
    assert "Acusaron recibo 1 de 12; faltan: Belice, Canadá" in page
    found.invitations.update(acknowledged_at=found.opened_at)
    assert "Todos acusaron recibo." in carla.get(made.get_absolute_url()).content.decode()
    with pytest.raises(Denied, match="solo para conocimiento"):
        actions.take_position(
            version=made.versions.get(), body=body("PAIS:SV"), kind="consent", by=cast["carla"]
        )
    assert "Dar la postura" not in carla.get("/propuestas/").content.decode()
