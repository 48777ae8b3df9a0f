"""The read API: every answer is valid by the upstream schemas with our published profile."""

import datetime
import uuid

import pytest
from django.urls import reverse

from consuno.core.bilingual import Bilingual
from consuno.services.models import Service
from tests.services.test_services import today, write
from tests.services.upstream import checker

__all__ = ["today"]

SERVICES = "/api/hsds/services"


@pytest.fixture
def whole(cast):
    """A service with everything there is to say."""
    return write(
        cast["eva"], needs=["albergue", "salud"], description=Bilingual("Qué hace"),
        minimum_age=18, maximum_age=60, sex="women", asks_status="no", cost="paid", cost_note="10",
        documents=Bilingual("Identidad"), how=Bilingual("Sin cita"), email="a@example.org",
        url="https://example.org/x", hours="8 a 16", area="HN-FM", city="Tegucigalpa",
        address="Calle 1 (inventada)", places=10, free_places=2, alert="Obras",
        traits={"populations": ["mujeres"], "languages": ["es", "mam"], "areas": ["HN-CR"]},
    )  # fmt: skip


def pages(client):
    listed = ["services", "services?full=true", "organizations", "taxonomies", "taxonomy_terms",
              "service_at_locations"]  # fmt: skip
    for name in listed:
        yield name, client.get(f"/api/hsds/{name}").json()


def name_of(path):
    single = {"services": "service", "organizations": "organization", "taxonomies": "taxonomy",
              "taxonomy_terms": "taxonomy_term", "service_at_locations": "service_at_location"}  # fmt: skip
    return single[path.partition("?")[0]]


def test_every_answer_is_valid(whole, client):
    for path, page in pages(client):
        assert page["contents"], path
        check = checker(name_of(path))
        for each in page["contents"]:
            check.validate(each)
    check = checker("service")
    check.validate(client.get(f"{SERVICES}/{whole.uid}").json())
    for path, page in pages(client):
        key = page["contents"][0]["id"]
        single = client.get(f"/api/hsds/{path.partition('?')[0]}/{key}")
        if single.status_code == 200:
            checker(name_of(path)).validate(single.json())


def test_without_a_postal_code_only_our_profile_lets_it_pass(whole, client, cast):
    place = client.get(f"{SERVICES}/{whole.uid}").json()["service_at_locations"][0]
    (address,) = place["location"]["addresses"]
    assert checker("address").is_valid(address)
    assert not checker("address", ours=False).is_valid(address)
    write(cast["eva"], service=whole, postal_code="11101")
    again = client.get(f"{SERVICES}/{whole.uid}").json()
    checker("service", ours=False).validate(again)  # complete: upstream's own schema is content


def test_a_safe_place_has_no_address_and_is_virtual(whole, cast, client):
    write(cast["eva"], service=whole, safe=True, address="", city="Tegucigalpa")
    text = client.get(f"{SERVICES}/{whole.uid}").content.decode()
    assert '"virtual"' in text
    assert "address_1" not in text
    assert "Tegucigalpa" not in text.partition("service_at_locations")[2].partition("]")[0]


def test_what_nobody_confirms_is_not_active(whole, client, time_machine):
    time_machine.move_to("2027-06-01 12:00Z")
    found = client.get(f"{SERVICES}/{whole.uid}").json()
    assert found["status"] == "inactive"
    assert "Sin confirmar desde 2026-11-25" in found["alert"]


def test_of_an_organisation_that_hides_nothing_is_told(cast, client):
    made = write(cast["diego"], code="DEMO:ONG-GT")
    client.force_login(cast["diego"])
    assert client.get(SERVICES).json()["empty"] is True
    assert client.get(f"{SERVICES}/{made.uid}").status_code == 404
    assert client.get("/api/hsds/organizations").json()["total_items"] == 0


def test_conditions_add_up(whole, cast, client):
    other = write(cast["eva"], name=Bilingual("Comedor (inventado)"), needs=["comida"])
    Service.objects.filter(pk=other.pk).update(
        modified_at=datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    )

    def found(**asked):
        return [each["id"] for each in client.get(SERVICES, asked).json()["contents"]]

    terms = client.get("/api/hsds/taxonomy_terms?per_page=200").json()["contents"]
    food = next(each for each in terms if each["code"] == "comida")
    organization = client.get("/api/hsds/organizations").json()["contents"][0]["id"]
    assert found() == [str(whole.uid), str(other.uid)]
    assert found(taxonomy_term_id=food["id"]) == [str(other.uid)]
    assert found(taxonomy_id=food["taxonomy_id"], search="comed") == [str(other.uid)]
    assert found(taxonomy_term_id=food["id"], search="way") == []
    assert len(found(organization_id=organization)) == 2
    assert found(organization_id=str(uuid.uuid4())) == []
    assert found(modified_after="2026-11-01") == [str(whole.uid)]
    assert found(per_page=1, page=2) == [str(other.uid)]
    least = client.get(SERVICES, {"minimal": "true"}).json()["contents"][0]
    assert set(least) == {"id", "name", "status", "last_modified"}


@pytest.mark.parametrize(
    "asked",
    ["page=0", "page=99999999999999999999", "per_page=201", "organization_id=x", "format=xml",
     "modified_after=ayer"],
)  # fmt: skip
def test_what_makes_no_sense_is_refused(whole, client, asked):
    answer = client.get(f"{SERVICES}?{asked}")
    assert answer.status_code == 422
    assert answer.json()["detail"]


@pytest.mark.parametrize(
    ("moment", "empty"),
    [
        ("0001-01-01T00:00:00%2B14:00", False),
        ("9999-12-31T23:59:59-12:00", True),
        ("2441-06-28T15:44:58-18:47", True),
    ],
)
def test_moments_at_the_ends_of_time(whole, client, moment, empty):
    assert client.get(f"{SERVICES}?modified_after={moment}").json()["empty"] is empty


def test_an_address_that_is_none_is_answered_in_json(agenda, client):
    answer = client.get("/api/x/y")
    assert (answer.status_code, answer.json()["detail"]) == (404, "There is no such address.")


def test_it_says_what_it_is(agenda, client):
    said = client.get("/api/hsds/").json()
    assert said["version"] == "3.1"
    assert client.get(said["profile"]).json()["schema"]["address"]["required"]
    assert client.get(said["openapi_url"]).json()["openapi"].startswith("3.1")
    assert reverse("services:profile") in said["profile"]


def test_a_page_grows_no_queries(whole, cast, client, django_assert_max_num_queries):
    for _turn in range(4):
        write(cast["eva"])
    with django_assert_max_num_queries(5):
        client.get(SERVICES, {"full": "true"})
