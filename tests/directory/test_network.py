"""The network of focal points: posts for all, people for colleagues, organisations by each country's rule."""

import pytest
from django.urls import reverse

from consuno.core.policy import Denied
from consuno.directory import actions, queries
from consuno.directory.models import Body, Contact, Country, Look, Membership, Role
from consuno.directory.queries import Side

NETWORK = reverse("directory:network")
ONG = "DEMO:ONG-GT"


def body(code):
    return Body.objects.get(code=code)


def write(cast, code="DGM:HN", by="eva", **changes):
    given = {"email": "oficina@example.org", "phone": "", "web": "", "hours": "", "source": "Nota"}
    return actions.write_contact(body=body(code), by=cast[by], **(given | changes))


def line(reader, code):
    found = queries.network(reader=reader)
    return next((each for each in found if each.body.code == code), None)


@pytest.fixture
def listed(cast):
    """The invented organisation lets its name be shown, and writes its contact."""
    Body.objects.filter(code=ONG).update(listed=True)
    write(cast, code=ONG, by="diego")


def test_the_public_reads_the_post_and_colleagues_the_person(cast, client):
    page = client.get(NETWORK, {"pais": "HN"}).content.decode()
    assert "cubierto" in page
    assert "Eva Demostración" not in page
    client.force_login(cast["carla"])
    assert "Eva Demostración" in client.get(NETWORK, {"pais": "HN"}).content.decode()


@pytest.mark.acta("III.10")
def test_a_vacant_post_is_seen(cast):
    assert line(None, "MRE:HN").vacant
    assert not line(None, "DGM:HN").vacant
    assert all(each.vacant for each in queries.network(reader=None, vacant=True))


def test_sides_and_topics(listed, cast):
    sides = {each.body.code: each.side for each in queries.network(reader=cast["ana"])}
    assert sides["TRATA:HN"] == Side.COALITION
    assert sides["TRATA:CA"] == sides["TRATA:US"] == Side.GOVERNMENT
    assert sides["DGM:HN"] == Side.GOVERNMENT
    assert sides[ONG] == Side.CIVIL_SOCIETY
    trata = queries.network(reader=None, country="HN", matter="persecucion")
    assert [each.body.code for each in trata] == ["FISCALIA:HN"]


@pytest.mark.parametrize(
    ("rule", "readers"),
    [
        ("all", {None, "ana", "beto", "carla", "diego"}),
        ("members", {"ana", "beto", "carla", "diego"}),
        ("neighbours", {"ana", "beto", "diego"}),
        ("network", {"ana", "beto", "diego"}),
    ],
)
def test_each_country_says_who_sees_its_organisations(listed, cast, rule, readers):
    actions.show_civil_society(country=Country.objects.get(code="GT"), rule=rule, by=cast["beto"])
    for who in (None, "ana", "beto", "carla", "diego"):
        found = line(cast[who] if who else None, ONG)
        assert bool(found.contact) == (who in readers), who
        assert found.posts[0].names == (who in readers - {None}), who


def test_only_the_secretariat_of_the_network_says_so(cast):
    country = Country.objects.get(code="NI")
    with pytest.raises(Denied, match="RROCM"):
        actions.show_civil_society(country=country, rule="all", by=cast["ana"])
    with pytest.raises(Denied, match="Elija"):
        actions.show_civil_society(country=country, rule="x", by=cast["beto"])


def test_an_organisation_that_hides_is_not_in_it(cast):
    assert line(cast["carla"], ONG) is None


def test_a_contact_has_a_source_and_is_validated_again_after_a_change(cast, client):
    contact = write(cast)
    actions.validate(fact=contact, body=contact.body, by=cast["eva"])
    assert contact.look == Look.VALIDATED
    changed = write(cast, phone="2222-0000 (inventado)")
    assert changed.look == Look.UNCONFIRMED  # a letter is no public document
    assert write(cast, source="migracion.example.org/contacto").look == Look.SOURCED
    with pytest.raises(Denied, match="fuente"):
        write(cast, source=" ")
    with pytest.raises(Denied):
        write(cast, by="carla")
    client.force_login(cast["eva"])
    address = reverse("directory:contact", args=["DGM:HN"])
    empty = client.post(address, {"source": "Nota"}).content.decode()
    assert "al menos un correo" in empty
    client.post(address, {"web": "example.org/migracion", "source": "Página oficial"})
    assert Contact.objects.get(body__code="DGM:HN").web == "https://example.org/migracion"
    client.logout()
    page = client.get(reverse("directory:body", args=["DGM:HN"])).content.decode()
    assert "example.org/migracion" in page


def test_a_topic_in_charge_goes_with_who_follows(cast):
    karla = cast["karla"]  # she administers the Secretariat
    held = Membership.objects.current().get(user=cast["ana"], role=Role.OFFICER)
    with pytest.raises(Denied, match="lista"):
        actions.charge(membership=held, matter="x", by=karla)
    with pytest.raises(Denied):
        actions.charge(membership=held, matter="ninez", by=cast["ana"])
    actions.charge(membership=held, matter="ninez", by=karla)
    actions.see_off(membership=held, successor=karla, by=karla)
    follower = Membership.objects.current().get(user=karla, role=Role.OFFICER)
    assert follower.matter == "ninez"


def test_taken_away_as_csv(cast, client):
    client.force_login(cast["carla"])
    address = reverse("directory:export_network", args=["csv"])
    text = client.get(address, {"pais": "HN"}).getvalue().decode()
    assert "Eva Demostración" in text
    client.logout()
    assert client.get(address).status_code == 302


def test_the_pages_grow_no_queries(cast, client, django_assert_max_num_queries):
    client.force_login(cast["carla"])
    with django_assert_max_num_queries(16):
        client.get(NETWORK)
    client.force_login(cast["beto"])
    country = reverse("directory:country", args=["GT"])
    rule = reverse("directory:show_civil_society", args=["GT"])
    client.post(rule, {"rule": "network"})
    assert "solo a la sociedad civil" in client.get(country).content.decode()
