"""The second factor at sign-in. The numbers are rows of the security checklist (ASVS 5.0)."""

import datetime

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail  # noqa: TID251
from django.test import Client

from consuno.core.accounts import create_account
from consuno.core.models import User
from consuno.core.policy import Denied
from consuno.directory import actions
from consuno.directory.models import Body, Membership, Role
from tests.factors import SECRET, code, set_second_factor

PASSWORD = "caballo-bateria-grapa"


@pytest.fixture
def officer(cast):
    """An officer of a Secretariat whose account was just made."""
    user = create_account(
        email="rosa@example.org", name="Rosa Inventada", by=None, password=PASSWORD
    )
    actions.appoint(
        user=user, body=Body.objects.get(code="ST-CRM"), role=Role.OFFICER, by=None,
        starts=datetime.date(2020, 1, 1),
    )  # fmt: skip
    return user


def sign_in(password=PASSWORD):
    client = Client()
    return client, client.post(
        "/cuenta/entrar/", {"login": "rosa@example.org", "password": password}
    )


def test_row_17_a_secretariat_acts_only_with_a_second_factor(officer):
    client, _answer = sign_in()
    home = client.get("/").content.decode()
    assert "empieza cuando su cuenta tenga un segundo factor" in home
    assert client.get("/actas/").status_code == 404
    with pytest.raises(Denied):  # the rule is not the page's
        actions.invite(
            body=Body.objects.get(code="DGM:HN"), email="x@example.org", role="administrator",
            language="es", by=User.objects.get(pk=officer.pk),
        )  # fmt: skip
    asked = client.get("/cuenta/segundo-factor/aplicacion/")
    assert asked["Location"].startswith("/cuenta/confirmar/")  # row 24
    client.post(asked["Location"], {"password": PASSWORD})
    page = client.get("/cuenta/segundo-factor/aplicacion/")
    secret = page.context["form"].secret
    wrong = client.post("/cuenta/segundo-factor/aplicacion/", {"code": "000000"})
    assert wrong.status_code == 200
    done = client.post("/cuenta/segundo-factor/aplicacion/", {"code": code(secret)})
    assert done["Location"] == "/cuenta/codigos/"
    assert len(client.get("/cuenta/codigos/").context["unused_codes"]) == 10
    assert client.get("/actas/").status_code == 200
    assert secret not in str(list(Authenticator.objects.values_list("data", flat=True)))


def test_row_19_a_code_works_once_and_for_thirty_seconds(officer, time_machine):
    time_machine.move_to("2026-03-02T12:00:01Z", tick=False)
    set_second_factor(officer)
    shown = code()
    client, asked = sign_in()
    assert asked["Location"].startswith("/cuenta/segundo-factor/entrar/")
    assert client.get("/actas/")["Location"].startswith("/cuenta/entrar/")  # not in yet
    assert client.post(asked["Location"], {"code": shown})["Location"] == "/"
    assert client.get("/actas/").status_code == 200
    again, asked = sign_in()
    assert again.post(asked["Location"], {"code": shown}).status_code == 200  # refused
    time_machine.move_to("2026-03-02T12:00:31Z", tick=False)
    assert again.post(asked["Location"], {"code": shown}).status_code == 200
    assert again.post(asked["Location"], {"code": code()})["Location"] == "/"


def test_row_16_a_wrong_code_ten_times_is_stopped_and_the_owner_still_gets_in_later(
    officer, time_machine
):
    time_machine.move_to("2026-03-02T12:00:01Z", tick=False)
    set_second_factor(officer)
    client, asked = sign_in()
    for _time in range(10):
        client.post(asked["Location"], {"code": "000000"})
    refused = client.post(asked["Location"], {"code": code()})
    assert refused.status_code != 302
    time_machine.move_to("2026-03-02T12:10:01Z", tick=False)
    owner, asked = sign_in()
    assert owner.post(asked["Location"], {"code": code()})["Location"] == "/"


def test_row_20_a_new_password_keeps_the_second_factor(officer, settings, run_jobs):
    settings.MAIL_CONFIGURED = True
    set_second_factor(officer)
    Client().post("/cuenta/recuperar/", {"email": "rosa@example.org"})
    run_jobs()
    link = next(word for word in mail.outbox[0].body.split() if "/cuenta/recuperar/" in word)
    client = Client()
    form = client.get(link[link.index("/cuenta") :], follow=True).request["PATH_INFO"]
    client.post(form, {"password1": "tejado-manzana-vela", "password2": "tejado-manzana-vela"})
    assert client.get("/actas/")["Location"].startswith("/cuenta/entrar/")
    _client, asked = sign_in("tejado-manzana-vela")
    assert asked["Location"].startswith("/cuenta/segundo-factor/entrar/")


def test_a_recovery_code_opens_once(officer):
    set_second_factor(officer)
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

    (first, *_rest) = RecoveryCodes.activate(officer).generate_codes()
    client, asked = sign_in()
    assert client.post(asked["Location"], {"code": first})["Location"] == "/"
    again, asked = sign_in()
    assert again.post(asked["Location"], {"code": first}).status_code == 200


def test_whoever_lost_the_telephone_is_freed_by_their_administrator(
    cast, as_person, settings, run_jobs
):
    settings.MAIL_CONFIGURED = True
    anas = Membership.objects.get(user=cast["ana"])
    karlas = Membership.objects.get(user=cast["karla"])
    assert as_person("karla").post(f"/personas/{anas.pk}/segundo-factor/").status_code == 302
    assert not Authenticator.objects.filter(user=cast["ana"]).exists()
    assert as_person("ana").get("/actas/").status_code == 404
    run_jobs()
    assert [letter.to for letter in mail.outbox] == [["ana@example.org"]]
    for who, held in (("karla", karlas), ("beto", anas)):
        with pytest.raises(Denied):
            actions.remove_second_factor(membership=held, by=cast[who])


def test_the_demo_counts_as_both(officer, settings):
    settings.DEMO = True
    client = Client()
    client.force_login(officer)
    assert client.get("/actas/").status_code == 200


def test_the_account_says_what_one_acts_as(as_person):
    page = as_person("ana").get("/cuenta/").content.decode()
    assert "ST-CRM · Oficial de la Secretaría" in page
    assert "No confirma por la otra Secretaría" in page
    assert "Ninguna institución" in as_person("fermin").get("/cuenta/").content.decode()


def test_a_secret_sealed_for_one_purpose_opens_for_no_other():
    from consuno.core import secret_box
    from consuno.core.primitives import DoesNotOpenError

    sealed = secret_box.seal(SECRET, purpose="a")
    assert SECRET not in sealed
    assert secret_box.unseal(sealed, purpose="a") == SECRET
    with pytest.raises(DoesNotOpenError):
        secret_box.unseal(sealed, purpose="b")
