"""Positions: only one's own country's, the last word counts, a changed text is reconfirmed."""

import datetime

import pytest

from consuno.consultation import actions
from consuno.consultation.consensus import sentence
from consuno.consultation.models import Position, Proposal
from consuno.consultation.queries import positions
from consuno.core.models import Notice
from consuno.core.policy import Denied
from consuno.directory.models import Role
from consuno.knowledge.actions import load_law
from consuno.knowledge.models import Provision
from tests.consultation.test_drafting import TEXT, body, draft, proposal, propose, take
from tests.laws.test_matrix import person

__all__ = ["proposal"]
SOON = datetime.date(2027, 1, 15)


@pytest.fixture
def version(proposal, cast):
    take(proposal, cast["beto"])
    return actions.freeze(version=draft(proposal), by=cast["ana"])


def speak(version, by, kind="consent", code="PAIS:SV", **more):
    return actions.take_position(version=version, body=body(code), kind=kind, by=by, **more)


def stands(version, code="PAIS:SV"):
    return next(row for row in positions.rows(version) if row.body.code == code)


def by_letter(version, ana, kind="consent", skip=(), **more):
    for row in positions.rows(version):
        if row.body.code not in skip:
            speak(version, ana, kind, row.body.code, instrument="Nota (inventada)", **more)


OBJECTION = {"kind": "objection", "text": "Contra la política nacional.", "resolves": "Quitar la 2.",
             "clauses": [2]}  # fmt: skip


def test_only_ones_own_country_speaks(version, cast):
    for who in ("ana", "beto", "eva", "diego", "luis", "karla"):
        with pytest.raises(Denied):
            speak(version, cast[who])
    speak(version, cast["carla"])
    assert stands(version).standing.state == "consent"
    assert stands(version, "PAIS:HN").standing.state == "missing"


def test_what_each_kind_has_to_say(version, cast):
    for kind, more in (
        ("statement", {}), ("referendum", {}), ("time", {"until": datetime.date(2026, 11, 25)}),
        ("objection", {"text": "No."}), ("objection", {"resolves": "Quitarla."}), ("x", {}),
        ("network", {"text": "Apoyamos."}), ("objection", {**OBJECTION, "clauses": [99]}),
    ):  # fmt: skip
        with pytest.raises(Denied):
            speak(version, cast["carla"], kind, **{k: v for k, v in more.items() if k != "kind"})
    assert not Position.objects.exists()


def test_time_is_asked_for_once_and_then_counts_as_missing(version, cast, time_machine):
    speak(version, cast["eva"], "time", "PAIS:HN", until=SOON)
    assert stands(version, "PAIS:HN").standing.state == "time"
    with pytest.raises(Denied, match="una vez"):
        speak(version, cast["eva"], "time", "PAIS:HN", until=SOON)
    time_machine.move_to("2027-01-16 18:00Z")
    assert stands(version, "PAIS:HN").standing.state == "missing"


def test_ad_referendum_never_converts_by_itself(version, cast, time_machine):
    by_letter(version, cast["ana"], skip={"PAIS:HN"})
    speak(version, cast["eva"], "referendum", "PAIS:HN", until=SOON)
    words = sentence([row.standing for row in positions.rows(version)])
    assert words == "Honduras ad referendum hasta el 15 de enero de 2027."
    time_machine.move_to("2027-01-16 18:00Z")
    assert stands(version, "PAIS:HN").standing.state == "missing"
    time_machine.move_to("2027-01-10 18:00Z")
    speak(version, cast["eva"], "consent", "PAIS:HN")
    assert sentence([row.standing for row in positions.rows(version)]) == "Hay consenso."


def test_an_objection_is_confirmed_by_the_validator_and_cleared_only_by_its_country(version, cast):
    load_law()
    by_letter(version, cast["ana"])
    law = Provision.objects.filter(country="SV").exclude(law="")[:1]
    made = speak(version, cast["carla"], provisions=law, **OBJECTION)
    assert stands(version).standing.state == "missing"  # it may be an objection: no consensus
    assert (
        Notice.objects.filter(kind="consultation.position_waits", user=cast["marta"]).count() == 1
    )
    with pytest.raises(Denied):
        actions.confirm_position(position=made, by=cast["carla"])
    actions.confirm_position(position=made, by=cast["marta"])
    words = sentence([row.standing for row in positions.rows(version)])
    assert words.startswith("El Salvador mantiene objeción a la cláusula 2 (Ley Especial")
    for who in ("ana", "beto", "eva", "luis"):
        with pytest.raises(Denied):
            speak(version, cast[who])
    speak(version, cast["carla"])
    assert sentence([row.standing for row in positions.rows(version)]) == "Hay consenso."
    assert Position.objects.filter(body__code="PAIS:SV").count() == 3  # nothing is overwritten


def test_on_a_new_text_all_reconfirm_but_who_objects_still_objects(version, cast, proposal):
    by_letter(version, cast["ana"], skip={"PAIS:SV"})
    speak(version, cast["marta"], **OBJECTION)
    actions.begin_version(proposal=proposal, by=cast["ana"])
    same = actions.freeze(version=draft(proposal), by=cast["ana"])
    states = {row.body.code: row.standing.state for row in positions.rows(same)}
    assert states["PAIS:HN"] == "consent"  # not a word changed
    actions.begin_version(proposal=proposal, by=cast["ana"])
    take(proposal, cast["beto"], [TEXT[0], TEXT[2]])
    third = actions.freeze(version=draft(proposal), by=cast["ana"])
    states = {row.body.code: row.standing.state for row in positions.rows(third)}
    assert states["PAIS:HN"] == "again"
    assert states["PAIS:SV"] == "objection"  # though its clause is gone: only it can say so
    with pytest.raises(Denied, match="última versión"):
        speak(version, cast["eva"], "consent", "PAIS:HN")


def test_the_network_states_and_does_not_block(version, cast, people_of_the_network):
    for kind in ("objection", "consent", "time"):
        with pytest.raises(Denied):
            speak(
                version,
                people_of_the_network,
                kind,
                "RROCM",
                **{k: v for k, v in OBJECTION.items() if k != "kind"},
            )
    speak(version, people_of_the_network, "network", "RROCM", text="Que se cumpla.")
    by_letter(version, cast["ana"])
    assert sentence([row.standing for row in positions.rows(version)]) == "Hay consenso."


@pytest.fixture
def people_of_the_network(cast):
    return person("red@example.org", "RROCM", Role.FOCAL_POINT)


def test_only_what_seeks_consensus_has_positions(cast):
    made = propose(cast["beto"], purpose="acknowledgement")
    take(made, cast["beto"])
    version = actions.freeze(version=draft(made), by=cast["ana"])
    with pytest.raises(Denied, match="solo para conocimiento"):
        speak(version, cast["carla"])
    assert Proposal.objects.count() == 1


def test_the_table_asks_the_same_with_more(version, cast, django_assert_num_queries):
    def ask():
        positions.rows(version)

    by_letter(version, cast["ana"])
    with django_assert_num_queries(6):
        ask()
    for _turn in range(3):
        by_letter(version, cast["ana"])
    with django_assert_num_queries(6):
        ask()


def test_a_provision_that_the_library_lacks_is_noted_there_unconfirmed(version, cast, as_person):
    from django.urls import reverse

    load_law()
    known = set(Provision.objects.filter(country="SV").values_list("element", flat=True))
    assert "apatridia" not in known
    objection = {
        "kind": "objection",
        "text": "",
        "resolves": "Quitar la 2 (prueba).",
        "clauses": [2],
    }
    for adds, basis, why in (
        ("apatridia:zzz", "Ley (inventada), art. 1", "respuesta"), ("apatridia:si", " ", "qué norma"),
        ("nada:si", "Ley (inventada)", "respuesta"),
        (f"{min(known)}:si", "Ley (inventada)", "respuesta|ya tiene"),
    ):  # fmt: skip
        with pytest.raises(Denied, match=why):
            speak(version, cast["marta"], adds=adds, basis=basis, **objection)
    form = reverse("consultation:take_position", args=[version.proposal_id])
    given = objection | {"body": body("PAIS:SV").pk, "adds": "apatridia:si"}
    page = as_person("marta").post(form, given).content.decode()
    assert "Escriba qué norma es" in page
    as_person("marta").post(form, given | {"basis": "Ley inventada para la prueba, art. 1"})
    made = Position.objects.get()
    noted = made.provisions.get()
    assert (noted.element, noted.law, noted.look.value) == (
        "apatridia", "Ley inventada para la prueba, art. 1", "unconfirmed",
    )  # fmt: skip
    assert made.basis == ""
    assert "Ley inventada para la prueba" in stands(version).standing.basis


@pytest.mark.parametrize("code", ["DEMO:ONG-GT", "DGM:SV"])
def test_neither_an_organisation_of_the_country_nor_another_state_speaks_for_it(version, code):
    """Guatemala speaks through institutions of its State: its organisations speak for themselves."""
    other = person("otra@example.org", code, Role.FOCAL_POINT)
    with pytest.raises(Denied, match="quien habla por su país"):
        actions.take_position(version=version, body=body("PAIS:GT"), kind="consent", by=other)
    assert not Position.objects.filter(body__code="PAIS:GT").exists()
