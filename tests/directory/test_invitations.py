"""An institution gets its people: invited, accepted, ended, always by whom it may be."""

import datetime

import pytest
from django.core import mail  # noqa: TID251
from django.test import Client

from consuno.core.models import AuditEntry, User
from consuno.core.policy import Denied
from consuno.directory import actions
from consuno.directory.invitations import path_of
from consuno.directory.models import Body, Invitation, Membership, Role
from tests.factors import set_second_factor

PASSWORD = "tejado-manzana-vela"


@pytest.fixture
def migracion(cast):
    return Body.objects.get(code="DGM:HN")


@pytest.fixture
def invited(cast, migracion):
    """The Secretariat names the first administrator of an institution."""
    return actions.invite(
        body=migracion, email="nora@example.org", role="administrator", language="es",
        by=cast["ana"],
    )  # fmt: skip


def accept(path, *, client=None, **data):
    client = client or Client()
    client.get(path)
    return client.post("/invitacion/", {"name": "Nora Inventada", "password": PASSWORD} | data)


def test_from_the_first_administrator_to_a_focal_point(as_person, migracion, run_jobs, settings):
    settings.MAIL_CONFIGURED, settings.SITE_URL = True, "https://consuno.example"
    page = as_person("ana")
    invitation = {"email": "Nora@example.org", "role": "administrator", "language": "en"}
    sent = page.post("/directorio/DGM:HN/personas/", invitation)
    assert sent.status_code == 302
    run_jobs()
    (letter,) = mail.outbox
    assert letter.to == ["nora@example.org"]
    assert "See the invitation" in letter.body
    for word in ("Ana", "nora@", "DGM", "Honduras", "Administra"):
        assert word not in letter.subject + letter.body + letter.alternatives[0].content
    link = next(word for word in letter.body.split() if "/invitacion/" in word)
    nora = Client()
    opened = nora.get(link.removeprefix("https://consuno.example"), follow=True)
    assert opened.request["PATH_INFO"] == "/invitacion/"  # the key is not left in the address
    assert accept(link.removeprefix("https://consuno.example"), client=nora)["Location"] == "/"
    set_second_factor(User.objects.get(email="nora@example.org"))
    nora.post(
        "/directorio/DGM:HN/personas/",
        {"email": "omar@example.org", "role": "focal_point", "language": "es"},
    )
    omar = Invitation.objects.get(email="omar@example.org")
    accept(path_of(omar), name="Omar Inventado")
    assert str(Membership.objects.get(user__email="omar@example.org").role) == Role.FOCAL_POINT
    assert "Omar Inventado" in nora.get("/directorio/DGM:HN/personas/").content.decode()
    verbs = AuditEntry.objects.filter(about=f"invitation:{omar.pk}").values_list("verb", flat=True)
    assert set(verbs) == {"invite", "accept_invitation"}


def test_a_used_or_withdrawn_or_expired_or_older_link_says_so(invited, cast, time_machine):
    first = path_of(invited)
    actions.send_again(invitation=invited, by=cast["ana"])
    assert "último correo" in Client().get(first, follow=True).content.decode()
    invited.refresh_from_db()
    time_machine.move_to(invited.expires_at - datetime.timedelta(seconds=1), tick=False)
    assert Client().get(path_of(invited), follow=True).status_code == 200
    time_machine.move_to(invited.expires_at, tick=False)
    gone = Client().get(path_of(invited), follow=True)
    assert (gone.status_code, "Venció" in gone.content.decode()) == (410, True)
    invited = actions.send_again(invitation=invited, by=cast["ana"])
    accept(path_of(invited))
    assert "ya se aceptó" in Client().get(path_of(invited), follow=True).content.decode()
    other = actions.invite(
        body=Body.objects.get(code="DGM:MX"), email="otra@example.org", role="administrator",
        language="es", by=cast["ana"],
    )  # fmt: skip
    actions.withdraw_invitation(invitation=other, by=cast["ana"])
    assert "la retiró" in Client().get(path_of(other), follow=True).content.decode()
    assert User.objects.filter(email="otra@example.org").count() == 0


def test_a_weak_password_loses_nothing(invited):
    page = accept(path_of(invited), password="corta").content.decode()
    assert "Nora Inventada" in page
    assert "por lo menos 12" in page
    assert not User.objects.filter(email="nora@example.org").exists()


def test_only_whom_it_was_meant_for_may_accept(invited, as_person, cast, migracion):
    wrong = as_person("carla")
    wrong.get(path_of(invited))
    assert "otra dirección" in wrong.post("/invitacion/").content.decode()
    known = actions.invite(
        body=Body.objects.get(code="DGM:MX"), email="fermin@example.org", role="administrator",
        language="es", by=cast["ana"],
    )  # fmt: skip
    assert "entre con ella" in accept(path_of(known)).content.decode()
    right = as_person("fermin")
    right.get(path_of(known))
    assert right.post("/invitacion/")["Location"] == "/"
    assert [m.body.code for m in cast["fermin"].memberships.all()] == ["DGM:MX"]


def test_who_left_comes_back_by_invitation(invited, cast, migracion):
    accept(path_of(invited))
    User.objects.filter(email="nora@example.org").update(is_active=False)
    Membership.objects.filter(user__email="nora@example.org").update(ends=datetime.date(2020, 1, 1))
    again = actions.invite(
        body=migracion, email="nora@example.org", role="administrator", language="es",
        by=cast["ana"],
    )  # fmt: skip
    assert accept(path_of(again))["Location"] == "/cuenta/entrar/"
    assert User.objects.get(email="nora@example.org").is_active


def test_the_secretariat_in_charge_names_the_administrator_and_nobody_else(cast, migracion):
    def invite(by, role, body=migracion):
        actions.invite(
            body=body, email="x@example.org", role=role, language="es", by=cast[by]
        )  # fmt: skip

    shelter = Body.objects.get(code="DEMO:ALB-GT")
    for by, role, body in [
        ("ana", "focal_point", migracion),  # its administrator invites the others
        ("beto", "administrator", migracion),  # civil society's Secretariat, a State's office
        ("ana", "administrator", shelter),
        ("eva", "reader", migracion),
        ("fermin", "reader", migracion),
        ("karla", "officer", migracion),  # of ST-CRM, not of this one
    ]:
        with pytest.raises(Denied):
            invite(by, role, body)
    with pytest.raises(Denied, match="no existe"):
        actions.invite(
            body=Body.objects.get(code="ST-CRM"), email="x@example.org", role="presidency",
            language="es", by=cast["karla"],
        )  # fmt: skip
    invite("beto", "administrator", shelter)
    invite("ana", "administrator")
    actions.appoint(user=cast["fermin"], body=migracion, role=Role.ADMINISTRATOR, by=None)
    with pytest.raises(Denied, match="ya tiene administración"):
        invite("ana", "administrator")


def test_pressed_twice_is_one_invitation(cast, migracion):
    given = {"body": migracion, "email": "a@example.org", "role": "administrator"}
    first = actions.invite(**given, language="es", by=cast["ana"])
    assert actions.invite(**given, language="es", by=cast["ana"]) == first


def test_ending_takes_effect_on_the_very_next_request(cast, as_person):
    """Security row 6: an open session loses what was taken."""
    ana, karla = as_person("ana"), as_person("karla")
    membership = Membership.objects.get(user=cast["ana"])
    assert ana.get("/actas/").status_code == 200
    ended = karla.post(f"/personas/{membership.pk}/terminar/")
    assert ended["Location"] == "/directorio/ST-CRM/personas/"
    assert ana.get("/actas/").status_code == 404
    again = actions.appoint(user=cast["ana"], body=membership.body, role=Role.OFFICER, by=None)
    assert again.ends is None
    assert ana.get("/actas/").status_code == 200


def test_the_only_administrator_does_not_leave_a_body_without_one(cast):
    karla = Membership.objects.get(user=cast["karla"])
    with pytest.raises(Denied, match="única administración"):
        actions.end_membership(membership=karla, by=cast["karla"])
    actions.appoint(user=cast["ana"], body=karla.body, role=Role.ADMINISTRATOR, by=cast["karla"])
    actions.end_membership(membership=karla, by=cast["karla"])


def test_a_mandate_with_a_last_day_ends_by_itself(cast, migracion, time_machine):
    invitation = actions.invite(
        body=migracion, email="nora@example.org", role="administrator", language="es",
        ends=datetime.date(2027, 3, 31), by=cast["ana"],
    )  # fmt: skip
    accept(path_of(invitation))
    assert Membership.objects.current().filter(body=migracion, role="administrator").exists()
    time_machine.move_to(datetime.datetime(2027, 4, 1, 12, tzinfo=datetime.UTC))
    assert not Membership.objects.current().filter(body=migracion, role="administrator").exists()


def test_the_link_is_shown_only_where_no_mail_leaves(invited, as_person, settings):
    link = path_of(invited).rsplit(":", 2)[0]  # what follows says the second it was made

    def page(name):
        return as_person(name).get("/directorio/DGM:HN/personas/").content.decode()

    settings.MAIL_CONFIGURED = False
    assert link in page("ana")
    settings.MAIL_CONFIGURED = True
    assert link not in page("ana")
    assert link not in page("eva")


def test_what_ended_keeps_its_last_day_and_is_not_ended_again(cast):
    anas = Membership.objects.get(user=cast["ana"])
    Membership.objects.filter(pk=anas.pk).update(
        starts=datetime.date(2019, 1, 1), ends=datetime.date(2020, 1, 1)
    )
    anas.refresh_from_db()
    with pytest.raises(Denied, match="ya no actúa"):
        actions.end_membership(membership=anas, by=cast["karla"])
    anas.refresh_from_db()
    assert anas.ends == datetime.date(2020, 1, 1)


def test_queries_do_not_grow_with_people(cast, as_person, django_assert_max_num_queries):
    from consuno.core.accounts import create_account

    body = Body.objects.get(code="ST-CRM")
    for number in range(8):
        user = create_account(email=f"p{number}@example.org", name=f"P{number}", by=None)
        actions.appoint(user=user, body=body, role=Role.READER, by=None)
    karla = as_person("karla")
    karla.get("/")
    with django_assert_max_num_queries(10):
        page = karla.get("/directorio/ST-CRM/personas/").content.decode()
    assert page.count("Terminar ahora") == 9
