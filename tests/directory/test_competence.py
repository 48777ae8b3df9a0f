"""Who is competent: sourced, validated by its country, ended; and doubted by anybody."""

import datetime

import pytest
from django.urls import reverse

from consuno.core.policy import Denied
from consuno.core.vocabularies import words
from consuno.directory import actions, facts, queries
from consuno.directory.actions import appoint
from consuno.directory.models import Body, Doubt, Jurisdiction, Look, Role

DAY = datetime.date(2026, 1, 15)


def body(code):
    return Body.objects.get(code=code)


def of(code, matter):
    return Jurisdiction.objects.get(body__code=code, matter=matter, ended_on=None)


@pytest.fixture
def validator(cast):
    """Eva validates for the foreign ministry of Honduras."""
    appoint(user=cast["eva"], body=body("MRE:HN"), role=Role.VALIDATOR, by=None)
    cast["eva"].__dict__.pop("_memberships", None)
    return cast["eva"]


@pytest.mark.acta("P2")
def test_each_matter_has_a_cell_for_each_country(agenda):
    rows = queries.matrix()
    assert [row.matter.slug for row in rows] == list(words("matters"))
    assert all(len(row.cells) == 11 for row in rows)
    looks = {each.look for row in rows for _country, found in row.cells for each in found}
    assert looks == {Look.SOURCED, Look.UNCONFIRMED}  # no country has validated anything yet


def test_loading_again_changes_nothing_and_brings_back_nothing(agenda, cast):
    actions.end_competence(jurisdiction=of("MRE:HN", "consular"), by=cast["ana"])
    assert actions.load_jurisdictions() == 0
    assert not queries.competent("HN", matter="consular")


def test_a_theme_of_the_agenda_leads_to_who_is_competent(agenda):
    codes = {each.body.code for each in queries.competent("GT", theme="trata")}
    assert codes == {"TRATA:GT", "FISCALIA:GT"}


def test_its_country_validates_until_a_day(validator, cast, time_machine):
    time_machine.move_to("2026-11-25 12:00Z")
    fact = of("MRE:HN", "consular")
    with pytest.raises(Denied, match="por venir"):
        actions.validate(fact=fact, body=fact.body, by=validator, until=DAY)
    actions.validate(fact=fact, body=fact.body, by=validator)
    assert (fact.look, fact.validated_by.code) == (Look.VALIDATED, "MRE:HN")
    time_machine.move_to("2027-11-26 12:00Z")
    again = of("MRE:HN", "consular")
    assert (again.look, again.ran_out) == (Look.UNCONFIRMED, True)  # it never had a source


def test_another_country_validates_nothing(validator, cast):
    fact = of("MRE:GT", "consular")
    with pytest.raises(Denied, match="de ese país"):
        actions.validate(fact=fact, body=fact.body, by=validator)
    with pytest.raises(Denied):
        actions.end_competence(jurisdiction=fact, by=validator)


def test_what_people_write_has_a_source_and_stands_once(validator, cast):
    def name(**changes):
        given = {
            "body": body("MRE:HN"),
            "matter": "apatridia",
            "source": "Ley (inventada)",
            "on": DAY,
        }
        return actions.name_competent(by=validator, **(given | changes))

    with pytest.raises(Denied, match="fuente"):
        name(source=" ")
    with pytest.raises(Denied, match="lista"):
        name(matter="x")
    assert name().look == Look.SOURCED
    with pytest.raises(Denied, match="ya figura"):
        name()


def test_anybody_doubts_and_its_keeper_answers(validator, cast, client):
    fact = of("MRE:HN", "consular")
    address = reverse("directory:doubt", args=["competencia", fact.pk])
    assert client.post(address, {"text": " "}).status_code == 200
    client.post(address, {"text": "Ahora es otra (prueba)."})
    said = Doubt.objects.get()
    assert said.by is None
    assert validator.notices.filter(kind="directory.doubted").exists()
    client.force_login(validator)
    page = client.get(reverse("directory:doubts")).content.decode()
    assert "Ahora es otra (prueba)." in page
    settle = reverse("directory:settle_doubt", args=[said.pk])
    assert "Escriba qué se hizo" in client.post(settle, {"answer": ""}).content.decode()
    client.post(settle, {"answer": "Es correcto."})
    said.refresh_from_db()
    assert said.answer == "Es correcto."
    with pytest.raises(Denied, match="ya se respondió"):
        actions.settle_doubt(
            doubt=said, known=facts.find("competencia", fact.pk), answer="x", by=validator
        )


def test_what_the_public_says_the_public_does_not_read(agenda, cast, client):
    fact = of("MRE:HN", "consular")
    address = reverse("directory:doubt", args=["competencia", fact.pk])
    client.post(address, {"text": "Secreto de prueba"})
    client.logout()
    assert "Secreto de prueba" not in client.get(address).content.decode()
    assert client.get(reverse("directory:doubts")).status_code in (302, 404)


def test_a_flood_stops(agenda, monkeypatch):
    known = facts.find("competencia", of("MRE:HN", "consular").pk)
    monkeypatch.setattr("consuno.directory.policies.facts.MOST_DOUBTS", 2)
    for _turn in range(2):
        actions.doubt(known=known, text="x", by=None)
    with pytest.raises(Denied, match="Ya hay varios"):
        actions.doubt(known=known, text="x", by=None)
    monkeypatch.setattr("consuno.directory.policies.facts.MOST_UNSIGNED", 2)
    with pytest.raises(Denied, match="sin firma"):
        actions.doubt(
            known=facts.find("competencia", of("MRE:GT", "consular").pk), text="x", by=None
        )


def test_one_network_does_not_use_up_what_strangers_may_say(agenda, client):
    address = reverse("directory:doubt", args=["competencia", of("MRE:HN", "consular").pk])
    for number in range(6):
        page = client.post(address, {"text": f"aviso {number}"}, REMOTE_ADDR="203.0.113.7")
    assert "Vuelva dentro de" in page.content.decode()
    assert "aviso 5" in page.content.decode(), "what was typed is not lost"
    assert Doubt.objects.count() == 5
    assert client.post(address, {"text": "x"}, REMOTE_ADDR="203.0.113.8").status_code == 302


def test_the_pages(validator, cast, client, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        page = client.get(reverse("directory:competence")).content.decode()
    assert "CICESCT" in page
    assert "Todavía no se sabe de ningún país" in page
    one = client.get(reverse("directory:competence"), {"pais": "HN", "asunto": "trata"})
    assert "SVET" not in one.content.decode()
    country = reverse("directory:country", args=["HN"])
    assert "Es correcto" not in client.get(country).content.decode()
    client.force_login(validator)
    assert "Es correcto" in client.get(country).content.decode()
    fact = of("DGM:HN", "migracion")
    client.post(reverse("directory:validate", args=["competencia", fact.pk]))
    assert of("DGM:HN", "migracion").look == Look.VALIDATED
    sent = {
        "body": body("DGM:HN").pk, "matter": "retorno", "source": "Ley (inventada)",
        "on": "15/01/2026",
    }  # fmt: skip
    named = client.post(reverse("directory:name_competent", args=["HN"]), sent)
    assert named.status_code == 302
    again = client.post(reverse("directory:name_competent", args=["HN"]), sent).content.decode()
    assert "ya figura" in again
    ended = of("DGM:HN", "retorno")
    client.post(reverse("directory:end_competence", args=[ended.pk]))
    assert not queries.competent("HN", matter="retorno")


def test_a_legal_basis_is_attached_and_has_to_be_validated(validator, cast, as_person, client):
    fact = of("MRE:HN", "consular")
    actions.validate(fact=fact, body=fact.body, by=validator)
    with pytest.raises(Denied):
        actions.attach_basis(
            jurisdiction=fact, law=" ", article="", source="x", on=DAY, by=cast["eva"]
        )
    with pytest.raises(Denied):
        actions.attach_basis(
            jurisdiction=fact, law="x", article="", source="x", on=DAY, by=cast["carla"]
        )
    data = {"law": "Ley (inventada)", "article": "9", "source": "Gaceta", "on": "15/01/2026"}
    address = reverse("directory:attach_basis", args=[fact.pk])
    assert as_person("eva").post(address, data).url == fact.path
    fact.refresh_from_db()
    assert (fact.law, fact.look, fact.as_of) == ("Ley (inventada)", Look.SOURCED, "2026-01-15")
    assert (
        "Ley (inventada), art. 9"
        in client.get(reverse("directory:country", args=["HN"])).content.decode()
    )
