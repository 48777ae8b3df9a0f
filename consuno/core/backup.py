"""Copies of the embedded database: made while it runs, checked before they are trusted.

A copy is two files: the data, and beside it (`.wraps`) what opens what is sealed in it. The second lives
thirty days: after that, what was erased from the site has no key in any copy.
"""

from __future__ import annotations

import contextlib
import datetime
import os
import sqlite3
from pathlib import Path

from django.conf import settings
from django.db import connections
from django.utils.translation import gettext as _

from consuno.core import clock
from consuno.core.models.vault import WRAPS

#: How long the wraps of a copy are kept.
LIFE = datetime.timedelta(days=30)
#: Each table of wraps, and the row without which it is nobody's.
PARENTS = (
    ("core_wrap", "grant_id", "core_grant"),
    ("core_memberwrap", "key_id", "core_key"),
    ("core_recoveryshare", "key_id", "core_key"),
)

#: What is of the hour: who is signed in where, and how often something was tried. No copy has it.
PASSING = ("core_openvault", "core_session", "core_counter")


class BackupError(RuntimeError):
    """No copy was made, or none was put back; the message says why."""


def database() -> Path:
    """Where the embedded database is. Raises BackupError on a database server."""
    config = settings.DATABASES["default"]
    if "sqlite3" not in str(config["ENGINE"]):
        raise BackupError(
            _(
                "Esta instalación usa PostgreSQL: haga la copia con pg_dump y repóngala con pg_restore."
            )
        )
    return Path(str(config["NAME"]))


def check(path: Path) -> None:
    """Raise BackupError unless the file is a whole database of Consuno."""
    try:
        with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as copy:
            (verdict,) = copy.execute("PRAGMA integrity_check").fetchone()
            copy.execute("SELECT count(*) FROM core_auditentry").fetchone()
    except sqlite3.Error as error:
        raise BackupError(_("%s no es una copia de Consuno.") % path) from error
    if verdict != "ok":
        raise BackupError(_("La copia %s está dañada.") % path)


def make(target: Path) -> None:
    """Copy the database as it stands at one moment; people may go on working.

    Raises BackupError when the target exists. The copy is readable by its owner alone.
    """
    source = database()
    try:
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError as error:
        raise BackupError(_("%s ya existe; no se escribió nada.") % target) from error
    except OSError as error:
        raise BackupError(_("No se puede escribir %s.") % target) from error
    with (
        contextlib.closing(sqlite3.connect(source)) as live,
        contextlib.closing(sqlite3.connect(target)) as copy,
    ):
        live.backup(copy)
        _part(copy, wraps_of(target))
    check(target)
    forget_old_wraps(target.parent)


def wraps_of(copy: Path) -> Path:
    """Where the wraps of a copy are."""
    return copy.with_name(f"{copy.name}.wraps")


def _part(copy: sqlite3.Connection, wraps: Path) -> None:
    """Move the tables that open others into a file of their own, and leave no page of them behind."""
    os.close(os.open(wraps, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    copy.execute("ATTACH ? AS wraps", (str(wraps),))
    for table in WRAPS:  # names of our own tables, from no outside
        copy.execute(f"CREATE TABLE wraps.{table} AS SELECT * FROM main.{table}")  # noqa: S608
        copy.execute(f"DELETE FROM main.{table}")  # noqa: S608
    for table in PASSING:
        copy.execute(f"DELETE FROM main.{table}")  # noqa: S608
    copy.commit()
    copy.execute("DETACH wraps")
    copy.execute("VACUUM")


def forget_old_wraps(folder: Path) -> list[Path]:
    """Delete the wraps of copies made more than thirty days ago in a folder; return which."""
    oldest = (clock.now() - LIFE).timestamp()
    old = [each for each in folder.glob("*.wraps") if each.stat().st_mtime < oldest]
    for each in old:
        each.unlink()
    return old


def _join(fresh: sqlite3.Connection, wraps: Path) -> None:
    """Put back what opens the sealed things of a copy, of those that it has."""
    fresh.execute("ATTACH ? AS wraps", (str(wraps),))
    for table, column, other in PARENTS:
        theirs = f"SELECT * FROM wraps.{table} WHERE {column} IN (SELECT id FROM main.{other})"  # noqa: S608
        fresh.execute(f"INSERT INTO main.{table} {theirs}")
    fresh.commit()
    fresh.execute("DETACH wraps")


def put_back(source: Path) -> Path | None:
    """Make a copy the database; what was there is kept beside it. Returns where it is kept.

    The server must be stopped. Raises BackupError when the copy is not whole, and changes nothing.
    """
    target = database()
    check(source)
    connections.close_all()
    kept = None
    if target.exists():
        kept = target.with_name(f"{target.name}.before-{clock.now():%Y%m%dT%H%M%S}")
        with contextlib.closing(sqlite3.connect(target)) as live:
            live.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        target.rename(kept)
    for part in ("-wal", "-shm"):
        target.with_name(target.name + part).unlink(missing_ok=True)
    with (
        contextlib.closing(sqlite3.connect(source)) as copy,
        contextlib.closing(sqlite3.connect(target)) as fresh,
    ):
        copy.backup(fresh)
        if wraps_of(source).exists():
            _join(fresh, wraps_of(source))
    target.chmod(0o600)
    return kept
