"""Copies of the embedded database, by SQLite's own means."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from django.utils.translation import gettext as _

from consuno.core.backup.errors import BackupError
from consuno.core.models.vault import WRAPS

#: Each table of wraps, and the row without which it is nobody's.
PARENTS = (
    ("core_wrap", "grant_id", "core_grant"),
    ("core_memberwrap", "key_id", "core_key"),
    ("core_recoveryshare", "key_id", "core_key"),
)


def check(path: Path) -> None:
    """Raise BackupError unless the file is a whole database of Consuno."""
    try:
        with contextlib.closing(
            sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
        ) as copy:
            (verdict,) = copy.execute("PRAGMA integrity_check").fetchone()
            copy.execute("SELECT count(*) FROM core_auditentry").fetchone()
    except sqlite3.Error as error:
        raise BackupError(_("%s no es una copia de Consuno.") % path) from error
    if verdict != "ok":
        raise BackupError(_("La copia %s está dañada.") % path)


def empty(path: Path) -> bool:
    """Whether there is nothing yet."""
    return not path.exists() or path.stat().st_size == 0


def make(source: Path, target: Path, wraps: Path, passing: Sequence[str]) -> None:
    """Copy the database as it stands at one moment into two files that are there, empty. Raises BackupError."""
    try:
        with (
            contextlib.closing(sqlite3.connect(source)) as live,
            contextlib.closing(sqlite3.connect(target)) as copy,
        ):
            live.backup(copy)
            _part(copy, wraps, passing)
    except sqlite3.Error as error:
        raise BackupError(_("La base %s está dañada.") % source) from error


def _part(copy: sqlite3.Connection, wraps: Path, passing: Sequence[str]) -> None:
    """Move the tables that open others into a file of their own, and leave no page of them behind."""
    copy.execute("ATTACH ? AS wraps", (str(wraps),))
    for table in WRAPS:  # names of our own tables, from no outside
        copy.execute(f"CREATE TABLE wraps.{table} AS SELECT * FROM main.{table}")  # noqa: S608
        copy.execute(f"DELETE FROM main.{table}")  # noqa: S608
    for table in passing:
        copy.execute(f"DELETE FROM main.{table}")  # noqa: S608
    copy.commit()
    copy.execute("DETACH wraps")
    copy.execute("VACUUM")
    copy.execute("PRAGMA journal_mode=DELETE")  # one file, with nothing beside it


def put_back(target: Path, source: Path, wraps: Path | None) -> None:
    """Make a copy the database: whole beside it, then in its place. Raises BackupError, and then changes nothing."""
    fresh = target.with_name(f"{target.name}.new")
    fresh.unlink(missing_ok=True)
    with (
        contextlib.closing(sqlite3.connect(source)) as copy,
        contextlib.closing(sqlite3.connect(fresh)) as whole,
    ):
        copy.backup(whole)
        if wraps is not None:
            _join(whole, wraps)
        whole.execute("PRAGMA journal_mode=DELETE")
    check(fresh)
    fresh.chmod(0o600)
    for part in ("-wal", "-shm"):
        target.with_name(target.name + part).unlink(missing_ok=True)
    fresh.replace(target)


def _join(fresh: sqlite3.Connection, wraps: Path) -> None:
    """Put back what opens the sealed things of a copy, of those that it has."""
    fresh.execute("ATTACH ? AS wraps", (str(wraps),))
    for table, column, other in PARENTS:
        theirs = f"SELECT * FROM wraps.{table} WHERE {column} IN (SELECT id FROM main.{other})"  # noqa: S608
        fresh.execute(f"INSERT INTO main.{table} {theirs}")
    fresh.commit()
    fresh.execute("DETACH wraps")
