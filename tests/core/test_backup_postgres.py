"""PostgreSQL: a copy, everything dropped, put back: the same to the last byte."""

import hashlib
import os
import subprocess
import sys
from types import SimpleNamespace

import pytest

from tests.elsewhere import database

psycopg = pytest.importorskip("psycopg")
pytestmark = pytest.mark.skipif(
    not os.environ.get("CONSUNO_DATABASE"), reason="asks a PostgreSQL server: make test has one"
)

FILL = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", interactive=False, verbosity=0)
from consuno.core.search import paused
from consuno.directory.actions import load_bodies
from consuno.site.demo import load_cast
from consuno.site.demo_vaults import load_vaults
from consuno.core.vault import locks
locks.PASSES, locks.KIB = 1, 8
with paused():
    load_bodies(); load_cast(); load_vaults()
from consuno.core import counters, jobs
counters.count("prueba", "uno", seconds=60)
jobs.REGISTRY["core.check"].later()
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("copies")
    with database("copies") as url:
        environment = {
            **os.environ, "CONSUNO_VAR": str(folder / "var"), "CONSUNO_DATABASE": url, "CONSUNO_DEMO": "1",
            "DJANGO_SETTINGS_MODULE": "consuno.settings",
        }  # fmt: skip

        def run(*words):
            command = [sys.executable, "-m", "consuno", *map(str, words)]
            return subprocess.run(
                command, env=environment, capture_output=True, text=True, check=False
            )

        subprocess.run([sys.executable, "-c", FILL], env=environment, check=True)
        yield SimpleNamespace(url=url, folder=folder, run=run)


def digest(url, leaving=()):
    """One of every row of every table."""
    with psycopg.connect(url) as line:
        query = "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"
        tables = sorted(row[0] for row in line.execute(query))
        rows = {
            name: sorted(map(str, line.execute(f"SELECT t::text FROM {name} t").fetchall()))
            for name in tables if name not in leaving
        }  # fmt: skip
    return hashlib.sha256(str(rows).encode()).hexdigest(), {
        name: len(each) for name, each in rows.items()
    }


PASSING = ("core_openvault", "core_session", "core_counter")
WRAPS = ("core_wrap", "core_memberwrap", "core_recoveryshare")


def drop(url):
    with psycopg.connect(url) as line:
        line.execute("DROP TABLE core_auditentry, core_grant, core_key CASCADE")
        line.execute("CREATE TABLE de_otra_version (uno int REFERENCES core_user)")


def test_copied_dropped_and_put_back_it_is_the_same(site):
    copy = site.folder / "copia"
    before, counts = digest(site.url, PASSING)
    assert (
        min(counts[name] for name in ("core_memberwrap", "core_recoveryshare", "core_auditentry"))
        > 0
    )
    done = site.run("backup", copy)
    assert "Copia hecha" in done.stdout, done.stderr
    wraps = copy.with_name("copia.wraps")
    assert (copy.stat().st_mode | wraps.stat().st_mode) & 0o077 == 0
    drop(site.url)
    done = site.run("restore", copy)
    assert "Repuesta" in done.stdout, done.stderr
    after, again = digest(site.url, PASSING)
    assert counts == again
    assert before == after
    assert site.run("audit_verify").returncode == 0
    with psycopg.connect(site.url) as line, pytest.raises(psycopg.Error, match="core_auditentry"):
        line.execute("UPDATE core_auditentry SET verb = 'otro'")  # its triggers came back too
    wraps.unlink()
    assert "nada de lo sellado se abre" in site.run("restore", copy).stdout
    _digest, without = digest(site.url)
    assert [without[name] for name in (*PASSING, *WRAPS)] == [0] * 6


def test_what_is_no_copy_or_comes_while_somebody_works_changes_nothing(site):
    copy, other = site.folder / "otra", site.folder / "no"
    assert site.run("backup", copy).returncode == 0
    before = digest(site.url)
    assert "ya existe" in site.run("backup", copy).stderr
    other.write_bytes(copy.read_bytes()[: copy.stat().st_size // 2])
    assert "no es una copia" in site.run("restore", other).stderr
    other.write_text("SELECT 1;")
    assert "no es una copia" in site.run("restore", other).stderr
    with psycopg.connect(site.url):
        assert "Alguien está conectado" in site.run("restore", copy).stderr
    assert digest(site.url) == before


def test_put_back_by_half_nothing_changed(site):
    """Wraps of another copy, whose keys this one has not: the whole of it is taken back."""
    copy = site.folder / "media"
    assert site.run("backup", copy).returncode == 0
    before = digest(site.url)
    copy.with_name("media.wraps").write_bytes(copy.read_bytes()[:4000])
    done = site.run("restore", copy)
    assert done.returncode == 1
    assert "no pudo" in done.stderr
    assert digest(site.url) == before
