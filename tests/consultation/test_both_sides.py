"""What the rules give to both sides: the network speaks through its Secretariat and its organisations."""

import datetime

import pytest
from django.urls import reverse

from consuno.consultation import actions
from consuno.consultation.models import Observation, Position
from consuno.consultation.queries import heat, people
from consuno.consultation.queries import rounds as queries
from consuno.core.models import User
from consuno.core.policy import Denied
from consuno.directory.actions import appoint
from consuno.directory.models import Body, Role
from tests.consultation.test_drafting import body, proposal
from tests.consultation.test_rounds import observe, present, running

__all__ = ["proposal", "running"]
NGO, NOTE = "DEMO:ONG-GT", "Carta 7 (inventada)"


def go(name, running):
    return reverse(f"consultation:{name}", args=[running.version.proposal_id, running.pk])


def test_the_secretariat_of_the_network_and_its_organisations_observe(running, cast):
    made = present(running, cast["beto"], code="RROCM")
    assert (made.body.code, made.instrument) == ("RROCM", "")
    own = present(running, cast["diego"], code=NGO)
    assert own.body.code == NGO
    for who, code in (("diego", "RROCM"), ("beto", NGO), ("ana", "RROCM"), ("beto", "PAIS:GT")):
        with pytest.raises(Denied, match="Observa quien habla"):
            observe(running, cast[who], code=code)
    rows = heat.heat_map(running.version, [body("PAIS:SV"), body("RROCM")])
    assert [sum(row.cells[n].many for row in rows) for n in (0, 1)] == [0, 2]


def test_an_organisation_of_no_network_or_of_one_that_was_not_asked_does_not(running, cast):
    Body.objects.filter(code=NGO).update(parent=None)
    with pytest.raises(Denied, match="Observa quien habla"):
        observe(running, cast["diego"], code=NGO)
    Body.objects.filter(code=NGO).update(parent=body("RROCM"))
    Body.objects.filter(code=NGO).update(closed_on=datetime.date(2026, 1, 1))
    with pytest.raises(Denied, match="Observa quien habla"):
        observe(running, cast["diego"], code=NGO)
    Body.objects.filter(code=NGO).update(closed_on=None)
    running.invitations.filter(body__code="RROCM").delete()
    with pytest.raises(Denied, match="Observa quien habla"):
        observe(running, cast["diego"], code=NGO)
    assert queries.mine(running, cast["diego"]) == []


def test_the_secretariat_of_the_network_does_not_validate_for_it(running, cast):
    appoint(user=cast["fermin"], body=body("RROCM"), role=Role.VALIDATOR, by=None)
    made = observe(running, cast["beto"], code="RROCM", kind="legal", basis="Ley 1 (inventada)")
    with pytest.raises(Denied, match="quien valida"):
        actions.submit_observation(observation=made, by=cast["beto"])
    actions.submit_observation(observation=made, by=User.objects.get(pk=cast["fermin"].pk))


def test_they_are_told_that_a_round_opened(running, cast):
    told = set(people.speakers(body("RROCM")))
    assert {cast["beto"], cast["diego"]} <= told
    assert cast["diego"].notices.filter(kind="consultation.round_opened").exists()
    (row,) = [
        each
        for each in queries.receipts(running, cast["beto"])
        if each.invitation.body.code == "RROCM"
    ]
    assert (row.sent, row.mine) == (True, True)


def test_each_secretariat_writes_down_what_its_own_side_sent(running, cast):
    for who, code in (("ana", "PAIS:SV"), ("beto", "RROCM"), ("beto", NGO)):
        made = observe(running, cast[who], code=code, instrument=NOTE)
        assert (made.instrument, made.submitted_at is not None) == (NOTE, True)
    for who, code in (("ana", NGO), ("beto", "PAIS:SV")):
        with pytest.raises(Denied, match="la otra Secretaría"):
            observe(running, cast[who], code=code, instrument=NOTE)
    with pytest.raises(Denied):
        observe(running, cast["carla"], code="PAIS:SV", instrument=NOTE)


def test_the_network_states_through_its_secretariat_or_a_note(running, cast):
    def take(who, code, kind, **given):
        return actions.take_position(
            version=running.version, body=body(code), kind=kind, by=cast[who], text="x", **given
        )

    assert take("beto", "RROCM", "network").body.code == "RROCM"
    assert take("beto", "RROCM", "network", instrument=NOTE).instrument == NOTE
    for who, code, kind in (("ana", "RROCM", "network"), ("beto", "PAIS:SV", "consent")):
        with pytest.raises(Denied, match="la otra Secretaría"):
            take(who, code, kind, instrument=NOTE)
    assert Position.objects.count() == 2


def test_either_secretariat_closes_once_its_day_has_passed(running, cast, time_machine):
    with pytest.raises(Denied, match="no ha terminado"):
        actions.close_round(round=running, by=cast["beto"])
    time_machine.move_to(datetime.datetime(2026, 12, 29, 15, tzinfo=datetime.UTC))
    running.version.proposal.proposer = body(
        "DGM:SV"
    )  # whoever proposes writes the text, and no more
    with pytest.raises(Denied, match="una de las dos Secretarías"):
        actions.close_round(round=running, by=cast["carla"])
    actions.close_round(round=running, by=cast["beto"])
    assert running.closed_at is not None


def test_on_the_pages(running, as_person):
    page = as_person("beto").get(running.get_absolute_url()).content.decode()
    assert "Observar</a>" in page
    assert go("observe", running) + "?carta=1" in page
    letter = as_person("beto").get(go("observe", running) + "?carta=1").content.decode()
    assert "Se anota como presentada por carta" in letter
    assert "Guatemala" not in letter.partition("<main")[2]  # a country's letter is the other's
    sent = {"kind": "question", "text": "¿Quién avisa? (prueba)", "language": "es"}
    as_person("beto").post(
        go("observe", running) + "?carta=1",
        sent | {"body": str(body("RROCM").pk), "instrument": NOTE},
    )
    assert Observation.objects.get().instrument == NOTE
    own = as_person("diego").get(go("observe", running)).content.decode()
    assert "Queda en borrador" in own
