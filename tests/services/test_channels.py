"""Where to complain: nearly empty and looking it; no emergency number that its country does not validate."""

import datetime

import pytest
from django.urls import reverse

from consuno.core.bilingual import Bilingual
from consuno.core.policy import Denied
from consuno.directory.actions import appoint
from consuno.directory.models import Body, Country, Role
from consuno.services import actions
from consuno.services.models import Channel
from tests.services.test_services import today

__all__ = ["today"]

LIST = reverse("services:channels")
NUMBER = "9-1-1"


@pytest.fixture
def emergency(agenda, cast):
    actions.load_channels()
    Channel.objects.exclude(country="CR").delete()  # the one of these tests
    return Channel.objects.get()


@pytest.fixture
def validator(cast):
    appoint(user=cast["julio"], body=Body.objects.get(code="DGM:CR"), role=Role.VALIDATOR, by=None)
    cast["julio"].__dict__.pop("_memberships", None)
    return cast["julio"]


def write(by, **fields):
    given = {"kind": "complaint", "name": Bilingual("Quejas (inventado)"), "source": "Nota",
             "languages": ["es"], "steps": Bilingual("Llamar\nEsperar"), "phone": "0000-0000"}  # fmt: skip
    return actions.write_channel(
        country=Country.objects.get(code="HN"), body=fields.pop("body", None),
        fields=given | fields, by=by,
    )  # fmt: skip


def test_what_sources_say_is_loaded_once_and_validates_nothing(emergency):
    assert actions.load_channels() == 18
    assert actions.load_channels() == 0
    assert emergency.look == "sourced"
    assert not emergency.public


def test_an_emergency_number_is_public_only_while_its_country_validates_it(
    emergency, validator, cast, client, time_machine
):
    assert NUMBER not in client.get(LIST).content.decode()
    assert client.get(emergency.path).status_code == 404
    client.force_login(cast["carla"])
    assert NUMBER in client.get(LIST).content.decode()  # institutions see it, and that it waits
    assert "falta que su país lo valide" in client.get(emergency.path).content.decode()
    client.logout()
    with pytest.raises(Denied, match="de ese país"):
        actions.validate_channel(channel=emergency, by=cast["eva"])
    actions.validate_channel(channel=emergency, by=validator)
    assert NUMBER in client.get(LIST).content.decode()
    time_machine.move_to("2027-06-01 12:00Z")  # six months later
    assert NUMBER not in client.get(LIST).content.decode()


def test_a_change_is_validated_again(emergency, validator, cast):
    actions.validate_channel(channel=emergency, by=validator)
    fields = {"name": emergency.name, "source": "Otra nota", "phone": "1"}
    changed = actions.write_channel(
        country=emergency.country, body=None, fields=fields, by=cast["ana"], channel=emergency
    )
    assert not changed.public


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"name": Bilingual()}, "se llama"),
        ({"source": " "}, "fuente"),
        ({"languages": ["x"]}, "lista"),
    ],
)
def test_what_is_no_channel(cast, fields, why):
    with pytest.raises(Denied, match=why):
        write(cast["eva"], **fields)


def test_who_writes(cast):
    with pytest.raises(Denied, match="de otro país"):
        write(cast["eva"], body=Body.objects.get(code="DGM:GT"))
    with pytest.raises(Denied, match="de ese país"):
        write(cast["carla"])
    assert write(cast["beto"]).public


def test_tried_with_a_watch_by_another_institution(cast):
    made = write(cast["eva"], body=Body.objects.get(code="DGM:HN"))
    tried = {"channel": made, "on": datetime.date(2026, 11, 20), "minutes": 12, "steps": 3,
             "reached": False, "stopped": "No contestan (prueba)"}  # fmt: skip
    with pytest.raises(Denied, match="otra institución"):
        actions.try_channel(by=cast["eva"], **tried)
    with pytest.raises(Denied, match="qué le detuvo"):
        actions.try_channel(by=cast["diego"], **(tried | {"stopped": " "}))
    with pytest.raises(Denied, match="no ha llegado"):
        actions.try_channel(by=cast["diego"], **(tried | {"on": datetime.date(2027, 1, 1)}))
    assert actions.try_channel(by=cast["diego"], **tried).stopped


def test_the_pages(cast, client):
    page = client.get(LIST).content.decode()
    assert page.count("Ningún canal validado todavía") == 11
    client.force_login(cast["eva"])
    address = reverse("services:write_channel", args=["HN"])
    sent = {"kind": "crime", "name_es": "Denuncia (inventada)", "source": "Nota", "languages": "es",
            "steps_es": "Ir\nDecir"}  # fmt: skip
    assert "Ir" in client.post(address, sent | {"name_es": ""}).content.decode()
    client.post(address, sent)
    made = Channel.objects.get()
    act = reverse("services:act_channel", args=[made.pk])
    client.post(act, {"word": "validate"})
    client.force_login(cast["diego"])
    trial = {"word": "try", "on": "20/11/2026", "minutes": "5", "steps": "2", "reached": "1"}
    assert "número" in client.post(act, trial | {"minutes": "x"}).content.decode()
    client.post(act, trial)
    client.logout()
    page = client.get(made.path).content.decode()
    assert "llegó al final en 5 minutos" in page
    assert "<li>Decir</li>" in page
    client.force_login(cast["eva"])
    assert client.get(reverse("services:change_channel", args=[made.pk])).status_code == 200
    client.post(act, {"word": "end"})
    assert client.get(made.path).status_code == 404
