"""Rows of the security checklist (ASVS 5.0) that no other file holds, each with its number.

Elsewhere: 6 and 16 to 24 in test_sessions, test_second_factor and directory/test_invitations; 2 in
laws/test_permissions; 36 in agenda/test_exports; 39 in agenda/test_papers; 46 in test_audit.
"""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.hashers import check_password, make_password
from django.test import Client

from consuno.core.accounts import create_account
from consuno.core.models import User

PACKAGE = Path(__file__).resolve().parents[2] / "consuno"
GOOD = "caballo-bateria-grapa"


@pytest.fixture
def rosa(db):
    return create_account(email="rosa@example.org", name="Rosa Inventada", by=None, password=GOOD)


def test_row_10_passwords_cost_what_they_should_and_are_hashed_in_one_way():
    _algorithm, kind, _version, cost, *_rest = make_password(GOOD).split("$")
    assert kind == "argon2id"
    given = dict(part.split("=") for part in cost.split(","))
    assert int(given["t"]) >= 3
    assert int(given["m"]) >= 64 * 1024
    assert len(settings.PASSWORD_HASHERS) == 1


def test_row_10_a_weaker_hash_is_renewed_at_sign_in(rosa):
    from argon2 import PasswordHasher

    weak = "argon2" + PasswordHasher(time_cost=2, memory_cost=102400, parallelism=8).hash(GOOD)
    User.objects.update(password=weak)
    assert (
        Client().post("/cuenta/entrar/", {"login": rosa.email, "password": GOOD}).status_code == 302
    )
    renewed = User.objects.get().password
    assert renewed != weak
    assert check_password(GOOD, renewed)


def test_row_11_secrets_come_from_secrets():
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            assert "random" not in names, path


@pytest.mark.parametrize(
    "password",
    [
        "Aa1$ " * 12 + "wxyz",
        "todo en minúsculas y con espacios",
        "ñandú-κόσμος-世界-жизнь",
        "1839501736482",
    ],
)
def test_row_14_any_long_enough_password_is_taken(db, password):
    user = create_account(email="x@example.org", name="Equis", by=None, password=password)
    assert user.check_password(password)


@pytest.mark.parametrize(
    "password",
    [
        "doce letras"[:11],
        "password1234",
        "rosa@example.org",
        "administrador",
        "consuno-consuno",
        "RegionalConference",
        "migracion2013",
    ],
)
def test_row_15_known_and_context_passwords_are_refused(db, password):
    from django.core.exceptions import ValidationError

    with pytest.raises(ValidationError):
        create_account(email="rosa@example.org", name="Rosa", by=None, password=password)


def test_row_16_wrong_passwords_are_stopped_and_lock_nobody_out(rosa, time_machine):
    time_machine.move_to("2027-03-01T12:00:00Z", tick=False)
    answers = [
        Client().post("/cuenta/entrar/", {"login": rosa.email, "password": "no"})
        for _time in range(20)
    ]
    assert answers[0].status_code == 200
    assert "Demasiados" in answers[-1].content.decode()
    time_machine.move_to("2027-03-01T12:10:00Z", tick=False)
    assert (
        Client().post("/cuenta/entrar/", {"login": rosa.email, "password": GOOD}).status_code == 302
    )


def test_row_18_unknown_and_wrong_read_the_same(rosa):
    def said(login):
        page = Client().post("/cuenta/entrar/", {"login": login, "password": "no"})
        plain = re.sub(r'value="[^"]*"|"X-CSRFToken": "[^"]*"', "", page.content.decode())
        return page.status_code, plain

    assert said(rosa.email) == said("nadie@example.org")


def test_row_16_behind_a_proxy_each_address_has_its_own_limit(client, rosa, settings):
    """Attempts of one address do not lock out another; what a client claims before it is ignored."""
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1

    def attempt(address, number):
        form = {"login": f"nadie{number}@example.org", "password": "no"}
        return client.post("/cuenta/entrar/", form, headers={"x-forwarded-for": address})

    answers = [attempt(f"9.9.9.{n}, 192.0.2.1", n).status_code for n in range(40)]
    assert answers[-1] == 429
    assert attempt("192.0.2.2", 99).status_code == 200


@pytest.mark.parametrize(
    ("body", "line"),
    [
        (
            (b'{"csp-report": {"effective-directive": "script-src", "document-uri": "/casos/1",'
            b' "blocked-uri": "https://evil.example.org/x?name=Ana"}}'),
            "content policy: script-src blocked evil.example.org",
        ),
        (
            b'{"csp-report": {"violated-directive": "img-src \'self\'", "blocked-uri": "inline\\nERROR"}}',
            "content policy: img-src blocked inlineERROR",
        ),
        (b"{}", None),
        (b"[1]", None),
        (b"\xff", None),
        (b"[" * 8000, None),
        (b'{"csp-report": {"violated-directive": "a", "blocked-uri": "' + b"x" * 9000 + b'"}}', None),
    ],
)  # fmt: skip
def test_row_32_breaches_are_reported_without_naming_anybody(client, caplog, db, body, line):
    for _twice in range(2):
        answer = client.post("/csp/", body, content_type="application/csp-report")
        assert (answer.status_code, answer.content) == (204, b"")
    assert [record.getMessage() for record in caplog.records if record.name == "consuno.csp"] == (
        [line] if line else []
    )


def test_row_32_the_policy_of_content_is_strict_on_every_answer(rosa):
    client = Client()
    for address in ("/", "/no-existe/", "/cuenta/entrar/", "/actas/", "/agenda/exportar.csv"):
        policy = client.get(address)["Content-Security-Policy"]
        for rule in (
            "default-src 'none'",
            "script-src 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "form-action 'self'",
        ):
            assert rule in policy, address
        assert "unsafe" not in policy


def test_row_33_headers_on_every_answer(rosa):
    client = Client()
    for address in ("/", "/no-existe/", "/actas/", "/agenda/exportar.csv"):
        answer = client.get(address)
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Referrer-Policy"] == "same-origin"
        assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
        assert answer["X-Frame-Options"] == "DENY"
        assert answer["Cross-Origin-Resource-Policy"] == "same-origin"


def test_row_42_pages_of_people_are_kept_by_no_cache(rosa):
    client = Client()
    client.force_login(rosa)
    assert "no-store" in client.get("/cuenta/")["Cache-Control"]
    assert "no-store" in client.get("/agenda/")["Cache-Control"]
    assert "no-store" not in Client().get("/agenda/").get("Cache-Control", "")


def test_row_34_a_form_from_elsewhere_does_nothing(rosa):
    client = Client(enforce_csrf_checks=True)
    for address in ("/cuenta/entrar/", "/cuenta/salir/", "/idioma/setlang/", "/avisos/leer/"):
        assert client.post(address, {"language": "en"}).status_code == 403, address


PROBE = """
import django, json
from django.conf import settings
django.setup()
print(json.dumps({name: getattr(settings, name) for name in (
    "DEBUG", "SECURE_HSTS_SECONDS", "SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME",
    "SESSION_COOKIE_SECURE", "SESSION_COOKIE_HTTPONLY", "SESSION_COOKIE_SAMESITE",
    "CSRF_COOKIE_HTTPONLY", "SECURE_SSL_REDIRECT")} | {"key": len(settings.SECRET_KEY)}))
"""


def test_rows_30_31_and_50_production_as_it_starts(tmp_path):
    import json

    kept = {name: value for name, value in os.environ.items() if not name.startswith("CONSUNO_")}
    environment = kept | {
        "CONSUNO_VAR": str(tmp_path), "CONSUNO_HOSTS": "consuno.example",
        "DJANGO_SETTINGS_MODULE": "consuno.settings",
    }  # fmt: skip
    said = subprocess.run(
        [sys.executable, "-c", PROBE], env=environment, capture_output=True, text=True, check=True
    )
    found = json.loads(said.stdout)
    assert found["DEBUG"] is False
    assert found["SECURE_HSTS_SECONDS"] >= 31536000
    assert found["SECURE_SSL_REDIRECT"] is True
    assert found["SESSION_COOKIE_NAME"].startswith("__Host-")
    assert found["CSRF_COOKIE_NAME"].startswith("__Host-")
    assert found["SESSION_COOKIE_SECURE"]
    assert found["SESSION_COOKIE_HTTPONLY"]
    assert found["CSRF_COOKIE_HTTPONLY"]
    assert found["SESSION_COOKIE_SAMESITE"] in {"Lax", "Strict"}
    assert found["key"] >= 64  # made, never a default
    assert (tmp_path / "secret_key").stat().st_mode & 0o077 == 0


def test_row_50_there_is_no_account_at_the_start(db):
    assert User.objects.count() == 0
