"""What is wrong with an installation is one sentence that says how to mend it; the doctor changes nothing."""

import pytest
from django.core.management import call_command
from django.db import connection

from consuno.core.vault import pins
from consuno.site import doctor


@pytest.fixture
def ordinary(db, settings, tmp_path, monkeypatch):
    """A real installation with nothing wrong, its folder apart."""
    monkeypatch.setenv("CONSUNO_VAR", str(tmp_path))
    (tmp_path / "consuno.sqlite3").touch(mode=0o600)
    settings.VAR, settings.INSTANCE_KEYS = tmp_path, str(tmp_path / "instance_keys")
    settings.SIGNERS = str(tmp_path / "signers.json")
    settings.ALLOWED_HOSTS, settings.HTTPS, settings.CONTACT = (
        ["agenda.oim.int"],
        True,
        "mailto:a@oim.int",
    )
    settings.ALLAUTH_TRUSTED_PROXY_COUNT, settings.MAIL_CONFIGURED = 1, True
    monkeypatch.setattr("consuno.core.jobs.alive", lambda: True)
    monkeypatch.setattr("consuno.core.mail.answers", lambda: True)
    monkeypatch.setattr("shutil.which", lambda name: name)
    monkeypatch.setattr(pins, "all_pins", lambda: [pin("ST-CRM"), pin("ST-RROCM")])
    return tmp_path


def pin(standing, until=""):
    return pins.Pin(standing, "Prueba", "1A2B", "", "2026-11-01", until)


def test_where_nothing_is_wrong_it_says_nothing(ordinary):
    assert doctor.errors() == []
    assert doctor.warnings() == []


CHANGES = [
    ("HTTPS", False, "CONSUNO_HTTPS=0"),
    ("CONTACT", "", "CONSUNO_CONTACT"),
    ("ALLAUTH_TRUSTED_PROXY_COUNT", 0, "CONSUNO_PROXIES=1"),
    ("MAIL_CONFIGURED", False, "CONSUNO_MAIL"),
    ("ALLOWED_HOSTS", ["agenda.example.org"], "CONSUNO_HOSTS"),
]


@pytest.mark.parametrize(("name", "value", "named"), CHANGES)
def test_each_setting_that_stands_badly_is_one_sentence(ordinary, settings, name, value, named):
    setattr(settings, name, value)
    (said,) = doctor.warnings()
    assert named in said
    assert doctor.errors() == []


STATES = [
    ("consuno.core.jobs.alive", lambda: False, "consuno work"),
    ("consuno.core.mail.answers", lambda: False, "no contesta"),
    ("consuno.site.health.pending", lambda: ["core.0099"], "consuno up"),
    ("shutil.which", lambda name: None if name == "tesseract" else name, "faltan tesseract"),
    ("shutil.disk_usage", None, "1 GB"),
    ("consuno.core.vault.pins.all_pins", lambda: [pin("ST-CRM"), pin("ST-RROCM", "2026-11-02")], "ST-RROCM"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "found", "says"), STATES)
def test_each_thing_that_is_missing_is_one_sentence(ordinary, monkeypatch, name, found, says):
    if name.endswith("disk_usage"):
        monkeypatch.setattr("consuno.site.doctor.ROOM", 10**18)
    else:
        monkeypatch.setattr(name, found)
    (said,) = doctor.warnings()
    assert says in said


def test_keys_that_others_may_read_stop_it(ordinary):
    (ordinary / "secret_key").touch(mode=0o644)
    assert doctor.errors() == []  # nobody else comes into the folder
    ordinary.chmod(0o755)
    (said,) = doctor.errors()
    assert f"chmod 600 {ordinary}/secret_key" in said


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://u:secreto@127.0.0.1:1/n",
        "postgresql://u:secreto@/n?host=/no/hay",
        "postgresql://u:secreto@no.hay.invalid/n?connect_timeout=2",
    ],
)
def test_a_database_that_does_not_answer_is_one_sentence(ordinary, monkeypatch, url, capsys):
    monkeypatch.setenv("CONSUNO_DATABASE", url)
    (said,) = doctor.errors()
    assert said.startswith("La base no contesta (")
    assert "secreto" not in said
    assert "\n" not in said
    with pytest.raises(SystemExit) as ended:
        call_command("doctor")
    assert ended.value.code == 1
    assert "MAL    La base no contesta" in capsys.readouterr().out


def test_on_this_machine_it_goes_without_tls(ordinary, monkeypatch):
    if connection.vendor != "postgresql":
        pytest.skip("asks a PostgreSQL server")
    assert doctor.errors() == []
    monkeypatch.setattr(doctor, "NEAR", ())
    monkeypatch.setattr("psycopg.ConnectionInfo.host", "10.0.0.9")
    assert "sslmode=verify-full" in doctor.errors()[0]


def test_it_says_so_where_there_is_no_database_and_makes_none(ordinary, monkeypatch):
    monkeypatch.setenv("CONSUNO_DATABASE", "")
    (ordinary / "consuno.sqlite3").unlink()
    assert "«consuno up»" in doctor.warnings()[0]
    assert not (ordinary / "consuno.sqlite3").exists()
