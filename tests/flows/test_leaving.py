"""An officer of a Secretariat leaves in the middle of a review."""

import pytest
from django.test import Client

from consuno.agenda.models import Candidate, Commitment
from consuno.core.policy import Denied
from consuno.directory import actions
from consuno.directory.invitations import path_of
from consuno.directory.models import Body, Invitation, Membership
from tests.agenda.test_review import TEXT, record
from tests.factors import set_second_factor

PASSWORD = "tejado-manzana-vela"


def decide(client, minutes, number, word="accept", **data):
    revision = Candidate.objects.get(minutes=minutes, number=number).revision
    return client.post(
        f"/actas/{minutes.pk}/{number}/decidir/", {"word": word, "revision": revision, **data}
    )


def test_ana_leaves_and_nora_goes_on_where_she_stopped(cast, as_person):
    minutes = record(cast["ana"], TEXT)
    ana, beto, karla = as_person("ana"), as_person("beto"), as_person("karla")
    # Ana has accepted the first of three agreements, and is at the second.
    decide(ana, minutes, 1)
    assert "la tiene Ana Demostración" in ana.get("/actas/").content.decode()

    # Karla, the administrator, invites Nora, who accepts and sets her second factor.
    karla.post(
        "/directorio/ST-CRM/personas/",
        {"email": "nora@example.org", "role": "reader", "language": "es"},
    )
    nora = Client()
    nora.get(path_of(Invitation.objects.get(email="nora@example.org")))
    nora.post("/invitacion/", {"name": "Nora Inventada", "password": PASSWORD})
    user = Membership.objects.get(user__email="nora@example.org").user
    set_second_factor(user)

    # Ana cannot go while what she has in hand goes to nobody.
    anas = Membership.objects.get(user=cast["ana"])
    address = f"/personas/{anas.pk}/salida/"
    page = karla.get(address).content.decode()
    assert str(minutes.meeting) in page
    assert "elija quién lo sigue" in karla.post(address, {}).content.decode()
    assert karla.post(address, {"to": user.pk}).status_code == 302

    # From that moment her open page does nothing, and what she said stands.
    assert decide(ana, minutes, 2)["Location"].startswith("/cuenta/entrar/")
    assert "la tiene Nora Inventada" in nora.get("/actas/").content.decode()
    review = nora.get(f"/actas/{minutes.pk}/?n=1").context["current"]
    assert (review.mine.word, review.mine.by.name) == ("accepted", "Ana Demostración")

    # Nora accepts the second; Beto both: two are on the agenda, the first with Ana's word.
    decide(nora, minutes, 2)
    for number in (1, 2):
        decide(beto, minutes, number)
    assert Commitment.objects.filter(meeting=minutes.meeting).count() == 2
    first = Candidate.objects.get(minutes=minutes, number=1)
    assert {verdict.by.name for verdict in first.verdicts.all()} == {
        "Ana Demostración",
        "Beto Demostración",
    }


def test_who_has_nothing_open_may_go_without_a_successor(cast):
    anas = Membership.objects.get(user=cast["ana"])
    assert actions.see_off(membership=anas, successor=None, by=cast["karla"]) == 0
    assert not Membership.objects.current().filter(user=cast["ana"]).exists()


def test_the_successor_acts_for_the_same_body(cast):
    record(cast["ana"], TEXT)
    anas = Membership.objects.get(user=cast["ana"])
    for wrong in (cast["beto"], cast["ana"], cast["fermin"]):
        with pytest.raises(Denied, match="misma institución"):
            actions.see_off(membership=anas, successor=wrong, by=cast["karla"])
    with pytest.raises(Denied):
        actions.see_off(membership=anas, successor=None, by=cast["beto"])
    actions.see_off(membership=anas, successor=cast["karla"], by=cast["karla"])
    roles = Membership.objects.current().filter(
        user=cast["karla"], body=Body.objects.get(code="ST-CRM")
    )
    assert {held.role for held in roles} == {"administrator", "officer"}
