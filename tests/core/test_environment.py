"""A setting that cannot stand ends in one sentence that says how to mend it; nothing begins with it."""

import os
import subprocess
import sys

import pytest

from consuno.__main__ import refusal
from consuno.core import environment

GOOD = {"CONSUNO_HOSTS": "agenda.example.org,.example.org,[::1]"}
#: What somebody may write, and the setting that is said to be wrong.
WRONG = [
    ({"CONSUNO_HOSTS": ""}, "CONSUNO_HOSTS"),
    ({"CONSUNO_HOSTS": "https://agenda.example.org"}, "CONSUNO_HOSTS"),
    ({"CONSUNO_HOSTS": "agenda.example.org:443"}, "CONSUNO_HOSTS"),
    ({"CONSUNO_HOSTS": "agenda.example.org, otra.example.org"}, "CONSUNO_HOSTS"),
    ({"CONSUNO_HOSTS": "*"}, "CONSUNO_HOSTS"),
    ({"CONSUNO_DATABASE": "mysql://u:secreto@h/n"}, "CONSUNO_DATABASE"),
    ({"CONSUNO_DATABASE": "sqlite:///srv/base"}, "CONSUNO_DATABASE"),
    ({"CONSUNO_DATABASE": "/srv/base.sqlite3"}, "CONSUNO_DATABASE"),
    ({"CONSUNO_DATABASE": "host=h dbname=n"}, "CONSUNO_DATABASE"),
    ({"CONSUNO_DATABASE": "postgresql://u:secreto@h/"}, "CONSUNO_DATABASE"),
    ({"CONSUNO_DATABASE": "postgresql://u:secreto@h:puerto/n"}, "CONSUNO_DATABASE"),
    ({"CONSUNO_DATABASE": "postgresql://u:secreto@h/n?sslmode=on"}, "CONSUNO_DATABASE"),
    ({"CONSUNO_DATABASE": "postgresql://u:secreto@h/n?ssl=1"}, "CONSUNO_DATABASE"),
    ({"CONSUNO_DATABASE": "postgresql://u:sec/reto@h/n"}, "CONSUNO_DATABASE"),
    ({"CONSUNO_MAIL": "mail.example.org"}, "CONSUNO_MAIL"),
    ({"CONSUNO_MAIL": "http://u:secreto@h"}, "CONSUNO_MAIL"),
    ({"CONSUNO_PROXIES": "uno"}, "CONSUNO_PROXIES"),
    ({"CONSUNO_PROXIES": "²"}, "CONSUNO_PROXIES"),
    ({"CONSUNO_PROXIES": "-1"}, "CONSUNO_PROXIES"),
    ({"CONSUNO_HTTPS": "no"}, "CONSUNO_HTTPS"),
    ({"CONSUNO_DEMO": "true"}, "CONSUNO_DEMO"),
    ({"CONSUNO_URL": "agenda.example.org"}, "CONSUNO_URL"),
    ({"CONSUNO_CONTACT": "a@example.org"}, "CONSUNO_CONTACT"),
    ({"CONSUNO_SECRET_KEY": "secreto"}, "CONSUNO_SECRET_KEY"),
    ({"CONSUNO_SIGNERS": "/no/hay/signers.json"}, "CONSUNO_SIGNERS"),
    ({"CONSUNO_INSTANCE_KEYS": "/no/hay/keys"}, "CONSUNO_INSTANCE_KEYS"),
    ({"CONSUNO_VAR": "/dev/null/var"}, "CONSUNO_VAR"),
    ({"CONSUNO_HOST": "agenda.example.org"}, "CONSUNO_HOST"),
]


@pytest.mark.parametrize(("changed", "named"), WRONG)
@pytest.mark.parametrize("language", ["es", "en"])
def test_each_wrong_setting_is_one_sentence_that_repeats_no_secret(changed, named, language):
    found = environment.faults(GOOD | changed)
    assert [each.variable for each in found] == [named]
    said = found[0].said(language)
    assert said.startswith(f"{named}: ")
    assert said.count("\n") == 0
    assert "secreto" not in said
    assert "%(" not in said
    assert (said == found[0].said("es")) == (language == "es")


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"CONSUNO_DEMO": "1", "CONSUNO_HOSTS": ""},
        {"CONSUNO_DATABASE": "postgresql://u:p%2Fq@h:6432/n?sslmode=verify-full", "CONSUNO_PROXIES": "1"},
        {"CONSUNO_MAIL": "smtps://u:p@h", "CONSUNO_URL": "https://agenda.example.org", "CONSUNO_HTTPS": "0"},
    ],
)  # fmt: skip
def test_what_can_stand_stands(changed):
    assert environment.faults(GOOD | changed) == []


def test_a_database_address_keeps_every_option():
    url = "postgresql://u:p%2F%40q@h:6432/n?sslmode=verify-full&sslrootcert=/etc/ca.pem&connect_timeout=5"
    found = environment.database(url)
    named = {key: found[key] for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT")}
    assert named == {"NAME": "n", "USER": "u", "PASSWORD": "p/@q", "HOST": "h", "PORT": "6432"}
    pool = {"min_size": 1, "max_size": 8}
    assert found["OPTIONS"] == {
        "sslmode": "verify-full", "sslrootcert": "/etc/ca.pem", "connect_timeout": "5", "pool": pool,
    }  # fmt: skip
    assert environment.database("postgres://u@/n?host=/run/postgresql")["HOST"] == "/run/postgresql"


def test_no_command_makes_what_nobody_asked_for(tmp_path):
    """A wrong folder is not taken for an empty installation."""
    kept = {each: value for each, value in os.environ.items() if not each.startswith("CONSUNO_")}
    where = tmp_path / "otra"
    done = subprocess.run(
        [sys.executable, "-m", "consuno", "audit_verify"], capture_output=True, text=True, check=False,
        env=kept | GOOD | {"CONSUNO_VAR": str(where), "LANG": "C"},
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.startswith(f"CONSUNO_VAR: no hay base en {where}/consuno.sqlite3")
    assert not where.exists()


@pytest.mark.parametrize(("verb", "stops"), [("up", True), ("doctor", True), ("help", False)])
def test_only_what_serves_asks_for_the_names_of_the_server(monkeypatch, verb, stops):
    monkeypatch.setenv("CONSUNO_HOSTS", "")
    assert refusal(verb).startswith("CONSUNO_HOSTS: ") == stops
    monkeypatch.setenv("CONSUNO_PROXIES", "dos")
    assert "CONSUNO_PROXIES: " in refusal(verb)
