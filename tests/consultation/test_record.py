"""Once certified, everybody reads how a text was agreed; before, nobody outside does."""

import datetime

import pytest
from django.urls import reverse

from consuno.consultation import actions
from consuno.consultation.models import Round
from consuno.consultation.queries.record import published_of
from consuno.directory.models import Role
from tests.consultation.test_adoption import declare, version
from tests.consultation.test_drafting import draft, proposal, take
from tests.consultation.test_positions import by_letter, speak
from tests.consultation.test_rounds import open_round, present
from tests.laws.test_matrix import person

__all__ = ["proposal", "version"]
DAY = datetime.date(2026, 12, 30)


@pytest.fixture
def adopted(proposal, version, cast, time_machine):
    day = datetime.date(2026, 12, 1)
    running = open_round(proposal, cast["ana"], "informal", day, publishes="all")
    said = present(running, cast["carla"], text="Debe decir quién avisa (prueba).")
    actions.dispose(
        observation=said, verdict="accepted", reason="Así es (prueba).", by=cast["beto"]
    )
    withdrawn = present(running, cast["eva"], code="PAIS:HN", text="Retirada (prueba).")
    actions.withdraw_observation(observation=withdrawn, by=cast["eva"])
    by_letter(version, cast["ana"], skip={"PAIS:HN"})
    speak(version, cast["eva"], "statement", "PAIS:HN", text="Según su presupuesto (prueba).")
    red = person("red@example.org", "RROCM", Role.FOCAL_POINT)
    speak(version, red, "network", "RROCM", text="Que se cumpla (prueba).")
    time_machine.move_to("2026-12-02 18:00Z")
    actions.close_round(round=running, by=cast["ana"])
    return declare(version, cast["luis"])


@pytest.mark.acta("A1.acuerdo.b")
def test_everybody_reads_it_once_certified_and_no_person_is_named(
    adopted, proposal, cast, client, django_assert_max_num_queries
):
    here = reverse("consultation:record", args=[proposal.pk])
    assert client.get(here).status_code == 404
    assert "Todavía no se ha adoptado" in client.get("/propuestas/adoptadas/").content.decode()
    actions.certify_adoption(adoption=adopted, by=cast["ana"])
    assert here in client.get("/propuestas/adoptadas/").content.decode()
    with django_assert_max_num_queries(16):
        page = client.get(here).content.decode()
    for words in ("Debe decir quién avisa (prueba).", "Así es (prueba).", "Según su presupuesto (prueba).",
                  "Que se cumpla (prueba).", "Hay consenso; con declaración de Honduras"):  # fmt: skip
        assert words in page, words
    assert "Retirada (prueba)" not in page
    for who in ("ana", "beto", "carla", "eva", "luis"):
        assert str(cast[who]) not in page


@pytest.mark.parametrize(
    ("publishes", "shown"), [("result", set()), ("positions", {"stated"}), ("all", {"stated", "observed"})]
)  # fmt: skip
def test_only_what_was_agreed_when_the_round_opened_is_published(
    adopted, proposal, cast, client, publishes, shown
):
    Round.objects.update(publishes=publishes)
    actions.certify_adoption(adoption=adopted, by=cast["ana"])
    page = client.get(reverse("consultation:record", args=[proposal.pk])).content.decode()
    assert "Hay consenso; con declaración de Honduras" in page
    found = {
        "stated": "Según su presupuesto (prueba).",
        "observed": "Debe decir quién avisa (prueba).",
    }
    assert {name for name, words in found.items() if words in page} == shown
    assert ("Que se cumpla (prueba)." in page) == ("stated" in shown)
    member = reverse("consultation:positions", args=[proposal.pk])
    client.force_login(cast["carla"])
    assert "Según su presupuesto (prueba)." in client.get(member).content.decode()


def test_of_several_rounds_the_least_counts_for_positions(adopted, proposal, version, cast):
    assert published_of(proposal) == "all"
    Round.objects.create(
        version=version,
        kind="formal",
        languages="es",
        closes=DAY,
        by=cast["ana"],
        publishes="result",
    )
    assert published_of(proposal) == "result"


def test_files_adopted_with_the_text_are_for_everybody_then(proposal, cast, client):
    take(proposal, cast["beto"])
    take(proposal, cast["beto"], ["One.", "Two.", "Three."], "en")
    made = actions.add_artefact(
        version=draft(proposal),
        kind="table",
        file_name="tabla.csv",
        content=b"a,b",
        by=cast["beto"],
    )
    fixed = actions.freeze(version=draft(proposal), by=cast["ana"])
    by_letter(fixed, cast["ana"])
    path = reverse("consultation:adopted_file", args=[proposal.pk, made.pk])
    adopted = declare(fixed, cast["luis"])
    assert client.get(path).status_code == 404
    actions.certify_adoption(adoption=adopted, by=cast["ana"])
    page = client.get(reverse("consultation:record", args=[proposal.pk])).content.decode()
    assert path in page
    assert client.get(path).content == b"a,b"


def test_a_text_that_goes_on_is_nobody_elses_to_read(version, proposal, client):
    assert client.get(reverse("consultation:record", args=[proposal.pk])).status_code == 404
