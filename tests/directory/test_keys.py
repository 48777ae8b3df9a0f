"""An organisation sets its keys up on the pages; nobody outside, and no one person alone, can use them."""

import datetime
import re

import pytest
from django.core.management import call_command
from django.urls import reverse

from consuno.core import clock, counters, primitives
from consuno.core.models import (
    Counter,
    Endorsement,
    Key,
    MemberWrap,
    Notice,
    OpenVault,
    RecoveryShare,
    Session,
)
from consuno.core.vault import locks, organisations, recovery
from consuno.directory.actions import appoint, end_membership, take_keys_back
from consuno.directory.models import Body, Membership, Role
from tests.factors import set_second_factor
from tests.laws.test_matrix import person

PHRASE = "cuatro loros verdes cantan"
CODE = "DEMO:ALB-GT"
PAGE = f"/directorio/{CODE}/claves/"


@pytest.fixture(autouse=True)
def cheap(monkeypatch):
    monkeypatch.setattr(locks, "PASSES", 1)
    monkeypatch.setattr(locks, "KIB", 8)


@pytest.fixture
def keepers(cast):
    """Three invented people who keep the shelter's key."""
    Body.objects.filter(code=CODE).update(listed=True)
    found = [person(f"resguardo{n}@example.org", CODE, Role.KEEPER) for n in range(3)]
    for each in found:
        set_second_factor(each)
    return found


def browser(client_of, user):
    """A browser in which this person has signed in and opened their vault."""
    client = client_of()
    client.force_login(user)
    fields = {"passphrase": PHRASE, "again": PHRASE}
    assert client.post("/boveda/", fields).status_code == 302
    return client


@pytest.fixture
def at(cast):
    from django.test import Client

    made = {}

    def browser_of(user):
        if user.pk not in made:
            made[user.pk] = browser(Client, user)
        return made[user.pk]

    return browser_of


def step(client, page, address):
    """Press the button that the page shows, and nothing else."""
    assert address in client.get(page).content.decode(), address
    done = client.post(address, {"back": page}, follow=True)
    assert done.status_code == 200, done.content.decode()[:500]
    return done.content.decode()


@pytest.fixture
def key(cast, keepers, at):
    for each in keepers:
        at(each)
    step(at(cast["gloria"]), PAGE, f"{PAGE}hacer/")
    return Key.objects.get(kind="organisation")


def test_the_whole_set_up_on_the_pages(cast, keepers, at, client):
    gloria = at(cast["gloria"])
    assert f"{PAGE}hacer/" not in gloria.get(PAGE).content.decode()
    for each in keepers:
        at(each)
    assert "Falta que la firmen" in step(gloria, PAGE, f"{PAGE}hacer/")
    key = Key.objects.get(kind="organisation")
    sign = reverse("directory:endorse_key", args=[key.pk])
    ana, beto = at(cast["ana"]), at(cast["beto"])
    assert ana.post(sign).status_code == 403  # the organisation signs before the Secretariats
    step(at(keepers[0]), PAGE, sign)
    assert Notice.objects.filter(kind="directory.key_to_sign", user=cast["ana"]).exists()
    assert "faltan firmas" in client.get("/claves/").content.decode()
    assert ana.post(sign).status_code == 403  # her key is not pinned: her signature would not count
    assert "sin anotar" in ana.get("/boveda/").content.decode()
    for name in ("ana", "beto"):
        call_command("signers", pin=locks.current(cast[name]).fingerprint.lower())
    assert "anotada" in ana.get("/boveda/").content.decode()
    step(ana, PAGE, sign)
    step(beto, PAGE, sign)
    public = client.get("/claves/").content.decode()
    assert key.fingerprint in public
    assert "faltan firmas" not in public
    assert "La clave está hecha y firmada" in gloria.get(PAGE).content.decode()
    hugo = at(cast["hugo"])
    give = reverse("directory:give_key", args=[CODE, cast["hugo"].pk])
    assert give not in hugo.get(PAGE).content.decode()
    assert "Hugo" in step(gloria, PAGE, give)
    assert MemberWrap.objects.filter(key=key).count() == 2


def test_without_three_keepers_with_a_vault_there_is_no_key(cast, keepers, at):
    at(keepers[0])
    gloria = at(cast["gloria"])
    assert gloria.post(f"{PAGE}hacer/").status_code == 403
    assert not Key.objects.filter(kind="organisation").exists()


def test_an_act_with_the_vault_closed_asks_for_the_phrase_and_loses_nothing(cast, key, at):
    gloria = at(cast["gloria"])
    gloria.post("/boveda/cerrar/")
    asked = gloria.post(f"{PAGE}cambiar/", {"algo": "escrito <b>antes</b>"}).content.decode()
    assert "escrito &lt;b&gt;antes&lt;/b&gt;" in asked
    again = {"vault_again": "1", "algo": "escrito", "passphrase": "otra cosa"}
    wrong = gloria.post(f"{PAGE}cambiar/", again).content.decode()
    assert "no abren su bóveda" in wrong
    assert "otra cosa" not in wrong
    assert organisations.current(CODE).version == 1
    assert gloria.post(f"{PAGE}cambiar/", again | {"passphrase": PHRASE}).status_code == 302
    assert organisations.current(CODE).version == 2


def test_a_page_with_the_vault_closed_comes_back_once_it_is_open(cast, key, at):
    gloria = at(cast["gloria"])
    gloria.post("/boveda/cerrar/")
    answer = gloria.get("/atencion/999999/")
    assert answer["Location"] == "/boveda/?next=%2Fatencion%2F999999%2F"
    back = gloria.post(answer["Location"], {"passphrase": PHRASE, "next": "/atencion/999999/"})
    assert back["Location"] == "/atencion/999999/"
    gloria.post("/boveda/cerrar/")
    away = gloria.post("/boveda/", {"passphrase": PHRASE, "next": "https://example.org/"})
    assert away["Location"] == "/boveda/"


def test_row_22_it_closes_after_ten_minutes_and_after_four_hours(cast, at, time_machine):
    gloria = at(cast["gloria"])
    begun = clock.now()
    time_machine.move_to(begun + datetime.timedelta(minutes=9))
    assert "Está abierta" in gloria.get("/boveda/").content.decode()
    opened = begun + datetime.timedelta(minutes=20)
    time_machine.move_to(opened)
    assert "Está cerrada" in gloria.get("/boveda/").content.decode()
    gloria.post("/boveda/", {"passphrase": PHRASE})
    for minutes in range(5, 246, 5):
        time_machine.move_to(opened + datetime.timedelta(minutes=minutes))
        page = gloria.get("/boveda/").content.decode()
        assert ("Está abierta" in page) is (minutes <= 240), minutes


def test_the_tables_hold_nothing_that_opens_it(cast, at):
    """Another browser of the same person, and a cookie guessed from the table, open nothing."""
    gloria = at(cast["gloria"])
    row = OpenVault.objects.get()
    assert row.pk != gloria.session.session_key
    assert Session.objects.filter(pk=row.pk).exists()
    moved = type(gloria)()
    moved.force_login(cast["gloria"])
    moved.get("/boveda/")
    OpenVault.objects.filter(pk=row.pk).update(session=Session.objects.exclude(pk=row.pk).get())
    assert "Está cerrada" in moved.get("/boveda/").content.decode()
    assert not OpenVault.objects.exists()


def test_signing_out_closes_it(cast, at):
    gloria = at(cast["gloria"])
    assert OpenVault.objects.count() == 1
    gloria.post(reverse("account_logout"))
    assert not OpenVault.objects.exists()


def test_ten_wrong_phrases_and_one_waits_a_quarter_of_an_hour(cast, at, time_machine):
    gloria = at(cast["gloria"])
    gloria.post("/boveda/cerrar/")
    for _each in range(10):
        gloria.post("/boveda/", {"passphrase": "otra cosa"})
    asked = gloria.post("/boveda/", {"passphrase": PHRASE}).content.decode()
    assert "Vuelva dentro de 15 minutos" in asked
    time_machine.shift(13 * 60)
    again = gloria.post("/boveda/", {"passphrase": PHRASE}).content.decode()
    assert "Vuelva dentro de 2 minutos" in again
    time_machine.shift(3 * 60)
    gloria.force_login(cast["gloria"])
    assert gloria.post("/boveda/", {"passphrase": PHRASE}).status_code == 302


def test_a_phrase_is_counted_before_it_is_tried(cast, at, monkeypatch):
    """Thirty-two at once were counted as two, when each looked at the count before and wrote it after."""
    from consuno.directory.views import vault

    gloria = at(cast["gloria"])
    gloria.post("/boveda/cerrar/")
    seen = []

    def slow(*_given):
        seen.append(
            Counter.objects.get(name=counters.named("vault_tries", cast["gloria"].pk)).number
        )
        raise locks.WrongPassphraseError if len(seen) < 3 else locks.BusyError

    monkeypatch.setattr(vault.opening, "open_vault", slow)
    for _each in range(4):
        gloria.post("/boveda/", {"passphrase": "otra cosa"})
    assert seen == [1, 2, 3, 3], "a vault too busy to try counts as no try"


def test_weak_phrases_are_refused_with_the_reason(cast):
    from django.test import Client

    client = Client()
    client.force_login(cast["gloria"])
    for phrase, why in (("corta", "15"), ("secretaria consuno 2026", "que no tengan que ver")):
        page = client.post("/boveda/", {"passphrase": phrase, "again": phrase}).content.decode()
        assert why in page
    page = client.post("/boveda/", {"passphrase": PHRASE, "again": "x"}).content.decode()
    assert "No es igual a la primera" in page
    assert not Key.objects.exists()


def test_whoever_leaves_loses_the_key_and_a_new_one_is_due(cast, key, at, keepers):
    gloria, hugo = at(cast["gloria"]), at(cast["hugo"])
    gloria.post(reverse("directory:give_key", args=[CODE, cast["hugo"].pk]))
    held = Membership.objects.get(user=cast["gloria"], role=Role.CASE_WORKER)
    appoint(user=cast["karla"], body=Body.objects.get(code=CODE), role=Role.ADMINISTRATOR, by=None)
    cast["karla"].__dict__.pop("_memberships", None)
    end_membership(membership=held, by=cast["karla"])
    assert not MemberWrap.objects.filter(member__user=cast["gloria"]).exists()
    assert gloria.post(f"{PAGE}cambiar/").status_code == 404
    assert "Se cambia sola" in hugo.get(PAGE).content.decode()
    hugo.post("/boveda/cerrar/")
    assert organisations.current(CODE).version == 1
    hugo.post("/boveda/", {"passphrase": PHRASE})  # nobody presses a button: his opening it does it
    new = organisations.current(CODE)
    assert new.version == 2
    assert not new.rotation_due
    assert [each.member.user for each in new.members.all()] == [cast["hugo"]]
    assert not MemberWrap.objects.exclude(key=new).exists()
    assert not RecoveryShare.objects.exclude(key=new).exists()
    assert recovery.officers(new) == [locks.current(each) for each in keepers]


def test_somebody_who_left_after_another_let_them_in_does_not_rotate(cast, key, at):
    """The opening rotates for who may use the key today, not for whoever has a wrap."""
    Key.objects.update(rotation_due=True)
    Membership.objects.filter(user=cast["gloria"], role__in=["case_worker", "supervisor"]).update(
        ends=clock.today() - datetime.timedelta(days=1)
    )
    appoint(user=cast["gloria"], body=Body.objects.get(code=CODE), role=Role.KEEPER, by=None)
    gloria = at(cast["gloria"])
    gloria.post("/boveda/cerrar/")
    gloria.post("/boveda/", {"passphrase": PHRASE})
    assert organisations.current(CODE).version == 1


def test_a_new_version_goes_to_no_public_key_that_somebody_put_in_a_row(cast, key, at, keepers):
    """Of members and of keepers: the rows of Hugo and of one keeper hold a thief's key when Gloria rotates."""
    gloria, _hugo = at(cast["gloria"]), at(cast["hugo"])
    gloria.post(reverse("directory:give_key", args=[CODE, cast["hugo"].pk]))
    thief = primitives.new_secret().public
    for user in (cast["hugo"], keepers[2]):
        Key.objects.filter(pk=locks.current(user).pk).update(sealing=thief.sealing)
    step(gloria, PAGE, f"{PAGE}cambiar/")
    new = organisations.current(CODE)
    assert [each.member.user for each in new.members.all()] == [cast["gloria"]]
    assert recovery.officers(new) == [locks.current(each) for each in keepers[:2]]
    page = gloria.get(PAGE).content.decode()
    assert "Alguna parte falta" in page
    assert locks.current(keepers[2]).fingerprint in page, "to be compared before it is given again"
    step(gloria, PAGE, f"{PAGE}partes/")
    assert len(recovery.officers(new)) == 3


def test_the_night_takes_the_key_from_whom_a_date_took_the_role(cast, key, at, time_machine):
    at(cast["hugo"])
    held = Membership.objects.filter(user=cast["gloria"])
    held.update(ends=datetime.date(2026, 11, 25))
    time_machine.move_to("2026-11-27 12:00Z")
    take_keys_back.run()
    assert not MemberWrap.objects.filter(member__user=cast["gloria"]).exists()


def test_a_lost_phrase_and_the_key_given_back_by_two(cast, key, at, keepers):
    gloria = at(cast["gloria"])
    gloria.post("/boveda/perdida/", {"passphrase": PHRASE + " otra", "again": PHRASE + " otra"})
    step(gloria, PAGE, f"{PAGE}pedir/")
    page = at(keepers[0]).get(PAGE).content.decode()
    (give,) = set(re.findall(r"/claves/peticion/\d+/", page))
    second = locks.current(keepers[2])
    assert str(keepers[2].name) in page
    at(keepers[0]).post(give, {"second": second.pk})
    assert at(keepers[1]).post(give).status_code == 403
    assert gloria.post(give).status_code == 403
    assert not MemberWrap.objects.filter(member__user=cast["gloria"]).exists()
    at(keepers[2]).post(give)
    assert MemberWrap.objects.filter(key=key, member__user=cast["gloria"]).exists()


def test_strangers_find_no_page_and_colleagues_of_others_a_reason(cast, key, as_person):
    assert as_person("fermin").get(PAGE).status_code == 404
    assert as_person("carla").get(PAGE).status_code == 403
    Body.objects.filter(code=CODE).update(listed=False)
    assert as_person("carla").get(PAGE).status_code == 404
    assert as_person("carla").get("/boveda/").status_code == 403
    assert as_person("fermin").get("/boveda/").status_code == 404
    assert Endorsement.objects.count() == 0


def test_row_9_the_next_version_may_be_of_another_suite(cast, key, at):
    gloria = at(cast["gloria"])
    gloria.post(f"{PAGE}cambiar/", {"hybrid": "1"})
    assert organisations.current(CODE).suite == 2
    assert "ML-KEM-768" in gloria.get(PAGE).content.decode()
    step(gloria, PAGE, f"{PAGE}cambiar/")
    assert organisations.current(CODE).suite == 2  # it stays so
