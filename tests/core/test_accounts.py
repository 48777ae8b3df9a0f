"""Accounts, sign-in and the record of acts."""

import io
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import Client

from consuno.core import audit
from consuno.core.accounts import create_account
from consuno.core.models import AppendOnlyError, AuditEntry, User
from consuno.directory.standing import memberships, secretariat_of, suspended
from consuno.site import demo
from consuno.site.management.commands import create_administrator

GOOD = "caballo-bateria-grapa"


@pytest.mark.django_db
def test_sign_in_with_a_password():
    create_account(email="Rosa@example.org", name="Rosa", by=None, password=GOOD)
    client = Client()
    page = client.post("/cuenta/entrar/", {"login": "rosa@example.org", "password": "otra-cosa-99"})
    assert page.status_code == 200
    assert 'role="alert"' in page.content.decode()
    page = client.post("/cuenta/entrar/", {"login": "rosa@example.org", "password": GOOD})
    assert page.status_code == 302
    assert User.objects.get().password.startswith("argon2")


@pytest.mark.django_db
def test_guessing_is_slowed_down():
    create_account(email="rosa@example.org", name="Rosa", by=None, password=GOOD)
    client = Client()
    for _turn in range(12):
        client.post("/cuenta/entrar/", {"login": "rosa@example.org", "password": "mala-mala-mala"})
    page = client.post("/cuenta/entrar/", {"login": "rosa@example.org", "password": GOOD})
    assert page.status_code == 200
    assert "_auth_user_id" not in client.session


@pytest.mark.django_db
def test_weak_and_repeated_accounts_are_refused():
    with pytest.raises(ValidationError):
        create_account(email="rosa@example.org", name="Rosa", by=None, password="corta")
    create_account(email="rosa@example.org", name="Rosa", by=None)
    with pytest.raises(ValidationError, match="Ya hay una cuenta"):
        create_account(email="ROSA@example.org", name="Rosa", by=None)


@pytest.mark.django_db
def test_first_administrator_of_a_real_installation(monkeypatch, capsys):
    monkeypatch.setattr(create_administrator, "getpass", lambda _prompt: GOOD)
    monkeypatch.setattr("sys.stdin", SimpleNamespace(isatty=lambda: True))
    call_command("create_administrator", email="kira@example.org", name="Kira")
    kira = User.objects.get()
    assert [m.role for m in suspended(kira)] == ["administrator"]  # until a second factor is set
    assert memberships(kira) == []
    assert secretariat_of(kira) is None
    with pytest.raises(CommandError, match="NADIE"):
        call_command("create_administrator", email="x@example.org", name="X", body="NADIE")
    with pytest.raises(CommandError, match="Ya hay"):
        call_command("create_administrator", email="kira@example.org", name="K", body="ST-RROCM")


@pytest.mark.django_db
@pytest.mark.parametrize("given", ["variable", "standard input"])
def test_unattended_and_again_it_makes_one_account_and_changes_no_password(monkeypatch, given):
    def never(_prompt):
        raise AssertionError("nobody is there to answer")

    monkeypatch.setattr(create_administrator, "getpass", never)
    for password in (GOOD, "otra frase larga y distinta"):
        monkeypatch.setattr(
            "sys.stdin", io.StringIO("" if given == "variable" else f"{password}\n")
        )
        if given == "variable":
            monkeypatch.setenv("CONSUNO_PASSWORD", password)
        call_command("create_administrator", email="kira@example.org", name="Kira")
    assert User.objects.get().check_password(GOOD)


@pytest.mark.django_db
def test_the_cast_exists_in_the_demo_world_only(settings, agenda):
    with pytest.raises(demo.NotDemoError):
        demo.load_cast()
    assert demo.cast() == []
    settings.DEMO = True
    assert len(demo.load_cast()) == 13
    entries = AuditEntry.objects.count()
    demo.load_cast()
    assert AuditEntry.objects.count() == entries
    client = Client()
    assert "Ana Demostración" in client.get("/cuenta/entrar/").content.decode()
    assert client.post("/demo/entrar/", {"who": "ana@example.org"}).status_code == 302
    for wanted, there in (
        ("/continuar/", True),
        ("//otro.example/", False),
        ("https://x.example/", False),
    ):
        who = {"who": "ana@example.org", "next": wanted}
        assert (client.post("/demo/entrar/", who).url == wanted) is there
    assert "ST-CRM" in client.get("/").content.decode()
    assert client.post("/demo/entrar/", {"who": "nadie@example.org"}).status_code == 404


@pytest.mark.django_db(transaction=True)
def test_the_record_of_acts_only_grows():
    user = create_account(email="rosa@example.org", name="Rosa", by=None)
    entry = AuditEntry.objects.get()
    for change in (
        entry.save, entry.delete, AuditEntry.objects.all().delete,
        lambda: AuditEntry.objects.update(verb="otro"),
    ):  # fmt: skip
        with pytest.raises(AppendOnlyError):
            change()
    with pytest.raises(RuntimeError, match="transaction"):
        audit.record("something", user, by=None)
    with transaction.atomic():
        audit.record("something", user, by=None)
    assert [e.verb for e in audit.story(user)] == ["something", "create_account"]
