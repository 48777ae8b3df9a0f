"""Copies of a PostgreSQL database, by its own programs: one moment, two files, put back all or nothing."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO

import psycopg
from django.utils.translation import gettext as _
from psycopg.pq import Conninfo

from consuno.core.backup.errors import BackupError
from consuno.core.models.vault import WRAPS

#: Every thing of ours, so that nothing of a newer version stays beside what is put back.
EMPTY = """
SET client_min_messages = warning;
DO $$ DECLARE it record; BEGIN
  FOR it IN SELECT oid::regclass AS name FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') LOOP
    EXECUTE 'DROP TABLE IF EXISTS ' || it.name || ' CASCADE'; END LOOP;
  FOR it IN SELECT p.oid::regprocedure AS name FROM pg_proc p
    WHERE pronamespace = 'public'::regnamespace AND prokind = 'f' AND NOT EXISTS (
      SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e') LOOP
    EXECUTE 'DROP FUNCTION IF EXISTS ' || it.name || ' CASCADE'; END LOOP;
  FOR it IN SELECT t.oid::regtype AS name FROM pg_type t
    WHERE typnamespace = 'public'::regnamespace AND (typtype = 'e' OR (typtype = 'c' AND EXISTS (
      SELECT FROM pg_class c WHERE c.oid = t.typrelid AND c.relkind = 'c'))) LOOP
    EXECUTE 'DROP TYPE IF EXISTS ' || it.name || ' CASCADE'; END LOOP;
END $$;
"""


def make(url: str, target: Path, wraps: Path, passing: Sequence[str]) -> None:
    """Copy the database as it stands at one moment into two files that are there, empty. Raises BackupError."""
    with psycopg.connect(url) as line:
        line.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        row = line.execute("SELECT pg_export_snapshot()").fetchone()
        moment = f"--snapshot={row[0] if row else ''}"
        without = [f"--exclude-table-data={each}" for each in (*WRAPS, *passing)]
        _run(
            url,
            [
                "pg_dump",
                "-Fc",
                "--no-owner",
                "--no-privileges",
                moment,
                f"--file={target}",
                *without,
            ],
        )
        only = [f"--table={each}" for each in WRAPS]
        _run(url, ["pg_dump", "-Fc", "--data-only", moment, f"--file={wraps}", *only])


def check(url: str, source: Path) -> None:
    """Raise BackupError unless the file is a whole copy of Consuno."""
    try:
        listed = _run(url, ["pg_restore", "--list", str(source)])
        _run(url, ["pg_restore", "--file=/dev/null", str(source)])  # reads every piece
    except BackupError as error:
        raise BackupError(_("%s no es una copia de Consuno.") % source) from error
    if b"TABLE DATA public core_auditentry" not in listed:
        raise BackupError(_("%s no es una copia de Consuno.") % source)


def put_back(url: str, source: Path, wraps: Path | None) -> None:
    """Make a copy the database, in one transaction. Raises BackupError, and then changes nothing."""
    words = [
        "psql",
        "--no-psqlrc",
        "--quiet",
        "--single-transaction",
        "--set=ON_ERROR_STOP=1",
        "--file=-",
    ]
    parts = [["pg_restore", "--no-owner", "--no-privileges", "--file=-", str(source)]]
    if wraps is not None:
        parts.append(["pg_restore", "--data-only", "--file=-", str(wraps)])
    _known(words[0])
    with tempfile.TemporaryFile() as said, _taking(url, words, said) as taking:
        try:
            _give(url, parts, taking)
        except BaseException:
            taking.kill()  # before the end of what it reads, so that it commits nothing
            raise
        if taking.wait():
            said.seek(0)
            raise _failed(words[0], said.read())


def _taking(url: str, words: Sequence[str], said: IO[bytes]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 (words of our own)
        words, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=said, env=_environment(url)
    )  # fmt: skip


def _give(url: str, parts: Sequence[Sequence[str]], taking: subprocess.Popen[bytes]) -> None:
    assert taking.stdin is not None  # noqa: S101 (we asked for a pipe)
    with (
        contextlib.suppress(BrokenPipeError),
        taking.stdin as into,
    ):  # psql has stopped, and says why
        into.write(EMPTY.encode())
        for each in parts:
            _pour(url, each, into)


def _pour(url: str, words: Sequence[str], into: IO[bytes]) -> None:
    with subprocess.Popen(  # noqa: S603 (words of our own)
        words, stdout=subprocess.PIPE, env=_environment(url)
    ) as giving:
        assert giving.stdout is not None  # noqa: S101 (we asked for a pipe)
        shutil.copyfileobj(giving.stdout, into)
    if giving.returncode > 0:
        raise BackupError(_("%s no pudo leer la copia entera.") % words[0])


def empty(url: str) -> bool:
    """Whether nothing of ours is in it yet."""
    with psycopg.connect(url) as line:
        row = line.execute("SELECT to_regclass('core_auditentry')").fetchone()
    return row is None or row[0] is None


def others(url: str) -> int:
    """How many other connections the database has: somebody is at work."""
    with psycopg.connect(url) as line:
        row = line.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            " AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
        ).fetchone()
    return int(row[0]) if row else 0


def _environment(url: str) -> Mapping[str, str]:
    """Where to connect, in libpq's own variables: a password on a command line is seen by everybody."""
    found = {
        each.envvar.decode(): each.val.decode()
        for each in Conninfo.parse(url.encode()) if each.val and each.envvar
    }  # fmt: skip
    return {**os.environ, **found}


def _known(program: str) -> None:
    if shutil.which(program) is None:
        raise BackupError(_("Falta %s: instale los programas cliente de PostgreSQL.") % program)


def _failed(program: str, said: bytes) -> BackupError:
    lines = said.decode(errors="replace").strip().splitlines() or ["?"]
    return BackupError(_("%(program)s no pudo: %(why)s") % {"program": program, "why": lines[-1]})


def _run(url: str, words: Sequence[str]) -> bytes:
    _known(words[0])
    done = subprocess.run(  # noqa: S603 (words of our own)
        [*words], capture_output=True, check=False, env=_environment(url)
    )
    if done.returncode:
        raise _failed(words[0], done.stderr)
    return done.stdout
