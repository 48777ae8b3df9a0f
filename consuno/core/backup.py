"""Copies of the embedded database: made while it runs, checked before they are trusted."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from pathlib import Path

from django.conf import settings
from django.db import connections
from django.utils.translation import gettext as _

from consuno.core import clock


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
    check(target)


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
    target.chmod(0o600)
    return kept
