"""Sessions. The numbers are rows of the security checklist (ASVS 5.0)."""

import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from consuno.core import accounts, jobs, sessions
from consuno.core.devices import device
from consuno.core.models import Session, User
from consuno.core.policy import Denied
from consuno.directory import actions
from consuno.directory.models import Membership
from consuno.directory.standing import session_limits
from tests.agenda.test_review import record

PASSWORD = "caballo-bateria-grapa"
MINUTE = datetime.timedelta(minutes=1)


@pytest.fixture
def rosa(db):
    return accounts.create_account(
        email="rosa@example.org", name="Rosa Inventada", by=None, password=PASSWORD
    )


def sign_in(client=None):
    client = client or Client(
        headers={"User-Agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"}
    )
    client.post("/cuenta/entrar/", {"login": "rosa@example.org", "password": PASSWORD})
    return client


def cookie(client):
    return client.cookies["sessionid"].value


def inside(client):
    return client.get("/cuenta/").status_code == 200


def test_row_21_a_new_key_at_sign_in_and_a_dead_one_after_leaving(rosa):
    client = Client()
    client.get("/invitacion/x/")  # gives a session to nobody
    before = cookie(client)
    sign_in(client)
    after = cookie(client)
    assert before != after
    assert not Session.objects.filter(session_key=sessions.hashed(before)).exists()
    client.post("/cuenta/salir/")
    thief = Client()
    thief.cookies["sessionid"] = after
    assert not inside(thief)
    assert not Session.objects.filter(user=rosa).exists()


def test_the_table_opens_no_session(rosa):
    client = sign_in()
    row = Session.objects.get(user=rosa)
    assert cookie(client) not in str(list(Session.objects.values()))
    thief = Client()
    thief.cookies["sessionid"] = row.session_key
    assert not inside(thief)
    assert len(cookie(client)) * 5 >= 128  # row 11: 32 letters of 36


@pytest.mark.parametrize(
    ("who", "idle", "hours"), [("gloria", 15, 8), ("ana", 60, 10), ("eva", 240, 24)]
)
def test_row_22_rest_and_age_by_role(cast, who, idle, hours, time_machine):
    limits = session_limits(cast[who])
    assert (limits.idle, limits.age) == (idle * MINUTE, hours * 60 * MINUTE)
    start = datetime.datetime(2027, 3, 1, 12, tzinfo=datetime.UTC)
    time_machine.move_to(start, tick=False)
    client = Client()
    client.force_login(cast[who])
    assert inside(client)
    time_machine.move_to(start + limits.idle, tick=False)
    assert inside(client)
    time_machine.move_to(start + 2 * limits.idle + MINUTE, tick=False)
    assert not inside(client)
    assert "sin uso" in client.get("/").content.decode()
    client.force_login(cast[who])
    began = now = start + 100 * 60 * MINUTE
    time_machine.move_to(now, tick=False)
    client.force_login(cast[who])
    while inside(client):  # in use all the time
        now += limits.idle / 2
        time_machine.move_to(now, tick=False)
    assert limits.age <= now - began <= limits.age + limits.idle


def test_a_half_done_review_survives(cast, as_person, time_machine):
    start = datetime.datetime(2027, 3, 1, 12, tzinfo=datetime.UTC)
    time_machine.move_to(start, tick=False)
    minutes = record(cast["ana"])
    client = as_person("ana")
    assert client.get(f"/actas/{minutes.pk}/").status_code == 200
    time_machine.move_to(start + 90 * MINUTE, tick=False)
    sent = client.post(
        f"/actas/{minutes.pk}/1/decidir/",
        {"word": "reject", "revision": "1", "reason": "No es un acuerdo de esta reunión"},
    )
    assert sent["Location"].startswith("/cuenta/entrar/")
    client.force_login(cast["ana"])
    assert "No es un acuerdo de esta reunión" in client.get("/continuar/").content.decode()


def test_row_23_one_sees_and_ends_ones_sessions_and_an_administrator_too(cast, as_person):
    home, office, telephone = as_person("ana"), as_person("ana"), as_person("ana")
    assert all(inside(client) for client in (home, office, telephone))
    page = home.get("/cuenta/").content.decode()
    assert page.count("usada el") == 3
    other = sessions.hashed(cookie(office))
    home.post("/cuenta/sesiones/", {"which": other})
    assert (inside(home), inside(office), inside(telephone)) == (True, False, True)
    home.post("/cuenta/sesiones/", {"which": "others"})
    assert (inside(home), inside(telephone)) == (True, False)
    anas = Membership.objects.get(user=cast["ana"])
    assert as_person("karla").post(f"/personas/{anas.pk}/sesiones/").status_code == 302
    assert not inside(home)
    with pytest.raises(Denied):
        actions.end_sessions(membership=anas, by=cast["beto"])
    elsewhere = as_person("beto")
    assert inside(elsewhere)
    User.objects.filter(email="beto@example.org").update(is_active=False)
    assert not inside(elsewhere)


def test_nobody_ends_the_session_of_another(as_person, cast):
    ana, carla = as_person("ana"), as_person("carla")
    assert inside(ana)
    carla.post("/cuenta/sesiones/", {"which": sessions.hashed(cookie(ana))})
    carla.post("/cuenta/sesiones/", {})
    assert inside(ana)
    assert inside(carla)


def test_reading_pages_writes_nothing_within_a_minute(rosa, time_machine):
    time_machine.move_to(datetime.datetime(2027, 3, 1, 12, tzinfo=datetime.UTC), tick=False)
    client = sign_in()
    client.get("/cuenta/")

    with CaptureQueriesContext(connection) as queries:
        client.get("/cuenta/")
    assert not [q["sql"] for q in queries if q["sql"].startswith(("UPDATE", "INSERT"))]


def test_ended_sessions_are_forgotten_at_night(rosa, time_machine):
    time_machine.move_to(datetime.datetime(2027, 3, 1, 12, tzinfo=datetime.UTC), tick=False)
    sign_in()
    time_machine.shift(datetime.timedelta(days=2))
    jobs.REGISTRY["core.forget_ended"].run()
    assert not Session.objects.exists()


@pytest.mark.parametrize(
    ("agent", "words"),
    [
        ("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36", "Chrome · Android"),
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0", "Edge · Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Mobile Safari/604.1", "Safari · iPhone"),
        ("curl/8.0", ""),
    ],
)  # fmt: skip
def test_a_device_in_words(agent, words):
    assert device(agent) == words
