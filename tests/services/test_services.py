"""Services: written, found by need, place and profile, with why something is not offered."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from consuno.core.bilingual import Bilingual
from consuno.core.policy import Denied
from consuno.directory.models import Body
from consuno.services import actions
from consuno.services.models import Service
from consuno.services.queries.finder import AGES, Wanted, find, reasons, ruled_out

FINDER = reverse("services:finder")


@pytest.fixture(autouse=True)
def today(time_machine):
    time_machine.move_to("2026-11-25 12:00Z")


def body(code):
    return Body.objects.get(code=code)


def write(by, code="DGM:HN", needs=("albergue",), traits=None, service=None, **fields):
    found = body(code)
    given = {"name": Bilingual("Casa de paso (inventada)", "Way house (invented)"),
             "country": found.country, "phone": "2222-0000"}  # fmt: skip
    return actions.save_service(
        body=found, fields=given | fields, traits={"needs": list(needs)} | (traits or {}), by=by,
        service=service,
    )  # fmt: skip


@pytest.mark.parametrize("age", AGES)
@pytest.mark.parametrize("bound", ["minimum_age", "maximum_age"])
def test_ages_are_said_alike_by_the_list_and_by_the_reasons(cast, age, bound):
    """Around each age of a group: what the list offers has no reason against it, and the other way."""
    least, most = AGES[age]
    for years in {max(0, least - 1), least, least + 1, most - 1, most, most + 1}:
        made = write(cast["eva"], **{bound: years})
        wanted = Wanted(country="HN", age=age)
        offered = made in find(wanted, None)
        serves = years <= most if bound == "minimum_age" else years >= least
        assert (offered, not reasons(made, wanted)) == (serves, serves), years
        made.delete()


@pytest.fixture
def house(cast):
    return write(cast["eva"], minimum_age=18, sex="women", area="HN-FM", asks_status="yes")


def test_whoever_runs_it_and_writes_it_confirms_it(house, cast):
    assert house.offered
    written = write(cast["ana"], name=Bilingual("Otra (inventada)"))
    assert written.confirmed_on is None  # a Secretariat writes it, and cannot say that it goes on
    assert not written.offered
    with pytest.raises(Denied, match="que lo presta"):
        actions.confirm_services(services=[written], by=cast["ana"])
    with pytest.raises(Denied):
        write(cast["carla"])


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"name": Bilingual()}, "se llama"),
        ({"needs": ()}, "al menos una"),
        ({"needs": ("x",)}, "de la lista"),
        ({"minimum_age": 18, "maximum_age": 12}, "mayor que la máxima"),
        ({"places": 3, "free_places": 4}, "más plazas"),
        ({"area": "GT-01"}, "zona no es"),
        ({"traits": {"areas": ["GT-01"]}}, "zona no es"),
        ({"safe": True, "address": "Calle 1"}, "lugar seguro"),
    ],
)
def test_what_does_not_hold_together(cast, changes, why):
    with pytest.raises(Denied, match=why):
        write(cast["eva"], **changes)
    assert not Service.objects.exists()


def test_a_safe_place_has_no_address_even_in_the_database(house):
    with pytest.raises(IntegrityError), transaction.atomic():
        Service.objects.filter(pk=house.pk).update(safe=True, address="Calle 1")


@pytest.mark.acta("P3")
def test_found_by_need_and_place(house, cast):
    def found(**wanted):
        return list(find(Wanted(**wanted), None))

    assert found(need="albergue", country="HN") == [house]
    assert found(need="salud", country="HN") == []
    assert found(need="albergue", country="GT") == []
    assert found(country="HN", area="HN-FM") == [house]
    assert found(country="HN", area="HN-CR") == []
    write(cast["eva"], service=house, traits={"areas": ["HN-CR"]})
    assert found(country="HN", area="HN-CR") == [house]


@pytest.mark.parametrize(
    ("profile", "why"),
    [
        ({"age": "12-17"}, "desde 18 años"),
        ({"sex": "men"}, "solo para mujeres"),
        ({"no_status": True}, "pregunta por la situación migratoria"),
        ({"age": "18-59", "sex": "women"}, None),
        ({"language": "mam"}, None),  # it does not say in which languages: that rules nothing out
    ],
)
def test_what_does_not_fit_says_why(house, profile, why):
    wanted = Wanted(need="albergue", country="HN", **profile)
    assert list(find(wanted, None)) == ([] if why else [house])
    ruled = ruled_out(wanted, None)
    assert [each.reasons for each in ruled] == ([[why]] if why else [])


def test_words_of_the_list_rule_out_as_well(house, cast):
    write(cast["eva"], service=house, sex="", asks_status="no", cost="paid",
          traits={"languages": ["es"], "populations": ["retornadas"]})  # fmt: skip
    wanted = Wanted(country="HN", language="mam", population="ninez", no_cost=True)
    (ruled,) = ruled_out(wanted, None)
    assert ruled.reasons == [
        "atiende en: español",
        "atiende a: Personas retornadas y deportadas",
        "se paga",
    ]
    assert not list(find(wanted, None))
    assert reasons(house, Wanted(country="HN")) == []


def test_after_ninety_days_it_is_not_offered_and_says_so(house, time_machine, client):
    time_machine.move_to("2027-02-23 12:00Z")
    assert list(find(Wanted(country="HN"), None)) == [house]
    time_machine.move_to("2027-02-24 12:00Z")
    assert not list(find(Wanted(country="HN"), None))
    page = client.get(FINDER, {"pais": "HN"}).content.decode()
    assert "más de 90 días" in page
    assert "no se ofrece" in client.get(house.get_absolute_url()).content.decode()


def test_no_free_place_or_closed_is_said(house, cast):
    with pytest.raises(Denied, match="cómo está"):
        actions.set_status(service=house, status="x", alert="", by=cast["eva"])
    actions.count_places(service=house, free=0, by=cast["eva"])
    (ruled,) = ruled_out(Wanted(country="HN"), None)
    assert ruled.reasons == ["sin plazas libres"]
    actions.set_status(service=house, status="temporarily closed", alert="Obras", by=cast["eva"])
    (ruled,) = ruled_out(Wanted(country="HN"), None)
    assert "cerrado por ahora" in ruled.reasons
    actions.set_status(service=house, status="defunct", alert="", by=cast["eva"])
    assert not ruled_out(Wanted(country="HN"), None)


def test_of_an_organisation_that_hides_strangers_find_nothing(cast, client):
    made = write(cast["diego"], code="DEMO:ONG-GT")
    assert client.get(made.get_absolute_url()).status_code == 404
    assert "Casa de paso" not in client.get(FINDER, {"pais": "GT"}).content.decode()
    client.force_login(cast["diego"])
    assert "Casa de paso" in client.get(FINDER, {"pais": "GT"}).content.decode()


def test_the_pages_of_whoever_looks(house, client, django_assert_max_num_queries):
    client.get(FINDER)
    with django_assert_max_num_queries(12):
        page = client.get(FINDER, {"pais": "HN", "necesidad": "albergue"}).content.decode()
    assert "Casa de paso (inventada)" in page
    assert "2222-0000" in page
    odd = client.get(FINDER, {"pais": "XX", "zona": "1", "edad": "x", "necesidad": "\x00"})
    assert odd.status_code == 200
    assert "desde 18 años" in client.get(house.get_absolute_url()).content.decode()
    card = client.get(reverse("services:card", args=[house.uid]), headers={"accept-language": "en"})
    assert "Way house (invented)" in card.content.decode()


def test_the_pages_of_whoever_runs_it(house, cast, client):
    client.force_login(cast["eva"])
    add = reverse("services:add") + "?de=DGM:HN"
    sent = {"name_es": "Consulta (inventada)", "needs": ["salud"], "status": "active"}
    kept = client.post(add, {**sent, "needs": [], "phone": "3333"}).content.decode()
    assert "3333" in kept
    assert client.post(add, sent).status_code == 302
    made = Service.objects.latest("pk")
    assert made.offered
    change = reverse("services:change", args=[house.uid])
    assert 'value="18"' in client.get(change).content.decode()
    state = reverse("services:state", args=[house.uid])
    client.post(state, {"word": "places", "free": "dos"})
    client.post(state, {"word": "places", "free": "2"})
    house.refresh_from_db()
    assert (house.free_places, house.free_on) == (2, datetime.date(2026, 11, 25))
    assert "Consulta (inventada)" in client.get(reverse("services:mine")).content.decode()
