"""A copy made while the site runs, and put back: nothing is lost, nothing half done."""

import os
import sqlite3
import subprocess
import sys
import time

import pytest


@pytest.fixture
def consuno(tmp_path, migrated):
    """The command on an installation of its own, with the embedded database."""
    environment = {
        **os.environ, "CONSUNO_VAR": str(tmp_path / "var"), "CONSUNO_DATABASE": "",
        "DJANGO_SETTINGS_MODULE": "consuno.settings", "CONSUNO_HOSTS": "localhost",
    }  # fmt: skip

    def run(*words):
        command = [sys.executable, "-m", "consuno", *map(str, words)]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    migrated(tmp_path / "var" / "consuno.sqlite3")
    run.environment = environment
    return run


def rows(path, table="directory_country"):
    with sqlite3.connect(path) as database:
        return database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]


def add_country(path, code):
    with sqlite3.connect(path) as database:
        database.execute(
            """INSERT INTO directory_country (code, name, "column", "row", civil_society_shown)
            VALUES (?, ?, 0, 0, 'members')""",
            (code, '{"es": "Inventado", "en": "Invented"}'),
        )


def test_wraps_of_an_older_copy_are_left_where_they_are(consuno, tmp_path):
    older = tmp_path / "copy.sqlite3.wraps"
    older.write_bytes(b"what opens an older copy")
    done = consuno("backup", tmp_path / "copy.sqlite3")
    assert done.returncode == 1
    assert str(older) in done.stderr
    assert older.read_bytes() == b"what opens an older copy"
    assert list(tmp_path.glob("copy*")) == [older]


def test_a_copy_is_put_back_and_what_was_there_is_kept(consuno, tmp_path):
    live, copy = tmp_path / "var" / "consuno.sqlite3", tmp_path / "copy.sqlite3"
    add_country(live, "X1")
    with sqlite3.connect(live) as somebody_works:
        somebody_works.execute("SELECT 1")
        done = consuno("backup", copy)
    assert "Copia hecha" in done.stdout, done.stderr
    assert copy.stat().st_mode & 0o077 == 0
    add_country(live, "X2")
    done = consuno("restore", copy)
    assert "Repuesta" in done.stdout, done.stderr
    assert rows(live) == 1
    (kept,) = live.parent.glob("before-*.copy")
    assert rows(kept) == 2
    assert kept.with_name(f"{kept.name}.wraps").exists()
    assert not list(live.parent.glob("*.new*"))
    assert {each.name for each in tmp_path.glob("copy*")} == {"copy.sqlite3", "copy.sqlite3.wraps"}


def test_nothing_is_overwritten_and_nothing_else_is_put_back(consuno, tmp_path):
    copy, live = tmp_path / "copy.sqlite3", tmp_path / "var" / "consuno.sqlite3"
    consuno("backup", copy)
    assert "ya existe" in consuno("backup", copy).stderr
    other = tmp_path / "otro.txt"
    other.write_text("no es una base")
    assert "no es una copia" in consuno("restore", other).stderr
    cut = tmp_path / "cut.sqlite3"
    cut.write_bytes(copy.read_bytes()[:9000])
    assert consuno("restore", cut).returncode == 1
    assert "no es una copia" in consuno("restore", tmp_path / "nada").stderr
    add_country(live, "X1")
    assert rows(live) == 1
    live.write_bytes(live.read_bytes()[:9000])
    assert "apártelo usted" in consuno("restore", copy).stderr
    assert live.stat().st_size == 9000
    assert list(live.parent.glob("before-*")) == []


@pytest.mark.parametrize("who", ["work", "wsgi"])
def test_nothing_is_put_back_under_the_site_or_a_worker(consuno, tmp_path, who):
    live, copy = tmp_path / "var" / "consuno.sqlite3", tmp_path / "copy.sqlite3"
    consuno("backup", copy)
    add_country(live, "X1")
    words = (
        ["-m", "consuno", "work"]
        if who == "work"
        else ["-c", "import consuno.wsgi, time; time.sleep(60)"]
    )
    with subprocess.Popen([sys.executable, *words], env=consuno.environment) as working:
        running = tmp_path / "var" / "running"
        for _each in range(200):
            if running.exists() or working.poll() is not None:
                break
            time.sleep(0.05)
        time.sleep(0.2)
        done = consuno("restore", copy)
        working.terminate()
    assert "El sitio está en marcha" in done.stderr
    assert rows(live) == 1
    assert "Repuesta" in consuno("restore", copy).stdout


def test_the_wraps_travel_apart_and_for_thirty_days(consuno, tmp_path):
    live, copy = tmp_path / "var" / "consuno.sqlite3", tmp_path / "copy.sqlite3"
    secret = "envoltura-inventada-de-prueba"
    with sqlite3.connect(live) as database:
        database.execute("""INSERT INTO core_key (id, kind, owner, version, suite, sealing, checking,
            made_on, rotation_due) VALUES (1, 'organisation', 'ORG:A', 1, 1, x'00', x'00', '2026-11-25', 0)""")
        database.execute("""INSERT INTO core_section (id, owner, kind, version, sealed, rekey_due)
            VALUES ('a', 'ORG:A', 'identity', 1, x'00', 0)""")
        database.execute("""INSERT INTO core_grant (id, section_id, holder_id, purpose, starts)
            VALUES (1, 'a', 1, 'own', '2026-11-25')""")
        database.execute(
            "INSERT INTO core_wrap (id, grant_id, sealed, vouch) VALUES (1, 1, ?, x'00')",
            [secret.encode()],
        )
        database.execute("""INSERT INTO core_session (session_key, session_data, expire_date, device, began_at,
            seen_at) VALUES ('k', 'd', '2027-01-01', '', '2026-11-25', '2026-11-25')""")
        database.execute(
            "INSERT INTO core_counter (name, number, value, ends) VALUES ('n', 1, '', 1)"
        )
    assert consuno("backup", copy).returncode == 0
    assert (rows(copy, "core_session"), rows(copy, "core_counter")) == (0, 0)
    assert rows(live, "core_session") == 1
    wraps = tmp_path / "copy.sqlite3.wraps"
    assert secret.encode() not in copy.read_bytes()
    assert secret.encode() in wraps.read_bytes()
    assert wraps.stat().st_mode & 0o077 == 0
    assert (rows(copy, "core_wrap"), rows(copy, "core_grant")) == (0, 1)
    assert consuno("restore", copy).returncode == 0
    assert rows(live, "core_wrap") == 1
    os.utime(wraps, (0, 0))
    assert consuno("backup", tmp_path / "later.sqlite3").returncode == 0
    assert not wraps.exists()
    done = consuno("restore", copy)
    assert "nada de lo sellado se abre" in done.stdout
    assert rows(live, "core_wrap") == 0
