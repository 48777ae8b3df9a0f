"""The first page of each role."""

import pytest

from tests.agenda.test_review import record


@pytest.mark.django_db
def test_home_speaks_spanish_first(client, agenda):
    html = client.get("/").content.decode()
    assert '<html lang="es">' in html
    assert "se deben 15 compromisos" in html
    english = client.get("/", headers={"Accept-Language": "en"}).content.decode()
    assert '<html lang="en">' in english


def test_a_secretariat_sees_what_waits_for_it(as_person, cast):
    assert "Nada espera por usted" in as_person("ana").get("/").content.decode()
    minutes = record(cast["ana"])
    page = as_person("beto").get("/")
    assert page.context["waiting"] == minutes.candidates.count()
    as_person("ana").post(f"/actas/{minutes.pk}/1/decidir/", {"word": "accept", "revision": 1})
    assert page.context["waiting"] == minutes.candidates.count()
    assert "ya respondió 1 que usted no" in as_person("beto").get("/").content.decode()


def test_a_focal_point_sees_what_the_country_owes(as_person):
    page = as_person("carla").get("/")
    assert page.context["country"] == "SV"
    assert page.context["mine_count"] == 5
    assert "Lo que debe mi país" not in as_person("fermin").get("/").content.decode()
